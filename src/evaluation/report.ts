import { PUBLISH_FROM } from '../extraction/index.ts';
import { Stance } from '../model/position.ts';
import type { CueRecord } from './cues.ts';
import { LEAST_OVERLAP } from './document.ts';
import type { Scoreboard } from './evaluate.ts';
import { type Rates, ratesOf, type Tally } from './score.ts';

/** Prints a scoreboard as text: one table for each thing asked. */
export function formatScoreboard(board: Scoreboard): string {
  const { total } = board;
  const sections = [
    heading(board),
    table(
      ['level', 'precision', 'recall', 'F1', '95 % interval'],
      [
        ['span', ...three(ratesOf(total.span, total.found, total.gold)), interval(board.intervals.span)],
        ['+ holder', ...three(ratesOf(total.holder, total.found, total.gold)), ''],
        ['+ stance', ...three(ratesOf(total.stance, total.found, total.gold)), interval(board.intervals.stance)],
        ['+ option', ...three(ratesOf(total.option, total.found, total.gold)), ''],
        ...board.baselines.map(({ name, rates }) => [`baseline: ${name}`, ...three(rates), '']),
      ],
    ),
    table(
      ['on matched spans', 'right', 'of', 'share'],
      [
        share('holder', total.holder, total.span),
        ...Object.entries(total.depths)
          .sort(byKey)
          .map(([depth, { right, matched }]) => share(`holder at depth ${depth}`, right, matched)),
        share('stance', total.stanceAlone, total.span),
        share('option', total.optionAlone, total.span),
        share('an argument found where one is marked', total.argument, total.argumentGold),
        share(`published (confidence ≥ ${PUBLISH_FROM})`, total.publishedRight, total.published),
        share('recall of published', total.publishedRight, total.gold),
        ['unverifiable quotes', String(total.unverifiable), String(total.found), ''],
      ],
    ),
    table(
      ['stance', 'precision', 'recall', 'F1', ...Stance.options.map((stance) => `→ ${stance}`)],
      Stance.options.map((stance) => {
        const { right = 0, found = 0, gold = 0 } = total.stances[stance] ?? {};
        return [
          stance,
          ...three(ratesOf(right, found, gold)),
          ...Stance.options.map((other) => String(total.confusion[stance]?.[other] ?? 0)),
        ];
      }),
    ),
    table(
      ['document', 'found', 'marked', 'span F1', '+ holder + stance F1'],
      board.documents.map(({ name, tally }) => [
        name,
        String(tally.found),
        String(tally.gold),
        f1(tally, 'span'),
        f1(tally, 'stance'),
      ]),
    ),
  ];
  const traps = Object.entries(total.traps).sort(byKey);
  if (traps.length > 0) {
    sections.push(
      table(
        ['trap', 'marked', 'found', 'holder and stance right'],
        traps.map(([trap, { gold, span, right }]) => [trap, String(gold), String(span), String(right)]),
      ),
    );
  }
  return `${sections.join('\n\n')}\n`;
}

function heading({ documents, total, leftOut }: Scoreboard): string {
  const how = leftOut
    ? 'The weights were learnt from these documents: each thread is judged by weights learnt from the other threads.'
    : 'Nothing was learnt from these documents.';
  return `${total.gold} marked positions in ${documents.length} documents, ${total.found} found. A match shares at least ${LEAST_OVERLAP * 100} % of the words.\n${how}`;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function f1(tally: Tally, level: 'span' | 'stance'): string {
  return ratesOf(tally[level], tally.found, tally.gold).f1.toFixed(3);
}

function three({ precision, recall, f1 }: Rates): string[] {
  return [precision, recall, f1].map((rate) => rate.toFixed(3));
}

function interval([low, high]: readonly [number, number]): string {
  return `${low.toFixed(3)} – ${high.toFixed(3)}`;
}

function share(name: string, right: number, of: number): string[] {
  return [name, String(right), String(of), of === 0 ? '–' : (right / of).toFixed(3)];
}

/** Prints what the cue families are worth. */
export function formatCues(records: readonly CueRecord[]): string {
  const part = (some: number, all: number): string => (all === 0 ? '–' : (some / all).toFixed(2));
  return `${table(
    ['family', 'speaks for', 'own sentences', 'in a marked position', 'of these with that stance'],
    records.map(({ family, stance, sentences, marked, agreeing }) => [
      family,
      stance ?? '–',
      String(sentences),
      part(marked, sentences),
      stance === null ? '–' : part(agreeing, marked),
    ]),
  )}\n`;
}

/** A table in Markdown, its columns padded so that it reads as plain text too. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}
