import type { AttributedMessage, Line } from '../model/message.ts';
import { comparePlaces, type Place } from '../model/primitives.ts';
import type { Knowledge } from '../records/knowledge.ts';
import { hidden, type Stretch, sameText } from './stretch.ts';
import { textOf } from './targets.ts';

/** As many words in a row, the same in the same order, are no coincidence. */
const RUN = 6;
/** Fewer words than this are looked for nowhere else: they are everybody's. */
const FEWEST = 3;

/** A word as it stands, and where. */
interface Word {
  readonly key: string;
  readonly part: string | undefined;
  readonly message: string;
  readonly start: Place;
  readonly end: Place;
}

/**
 * Finds the same words wherever else the sources have them: quoted in answers, whatever the depth and wherever the lines
 * break, or archived twice. Six words in a row are enough, or all where there are fewer (but at least three).
 */
export function copiesOf(stretches: readonly Stretch[], { sources }: Pick<Knowledge, 'sources'>): Stretch[] {
  const runs = runsOf(stretches, { sources });
  if (runs.size === 0) return [];
  return sources.flatMap(({ slug, messages }) =>
    messages.flatMap((message) =>
      voices(message).flatMap((words) =>
        found(words, runs).map(({ part, message, start, end }) => ({
          source: slug,
          ...hidden(part, message),
          start,
          end,
        })),
      ),
    ),
  );
}

/** Runs of words to look for, by their length: each as its words joined by a blank. */
export type Runs = ReadonlyMap<number, ReadonlySet<string>>;

/** The runs of words that some stretches of the sources hold. */
export function runsOf(stretches: readonly Stretch[], { sources }: Pick<Knowledge, 'sources'>): Runs {
  const runs = new Map<number, Set<string>>();
  for (const { slug, messages } of sources) {
    const here = stretches.filter(({ source }) => source === slug);
    if (here.length === 0) continue;
    for (const words of messages.flatMap(voices)) {
      for (const stretch of joined(here)) {
        const keys = words.filter((word) => isIn(word, stretch)).map(({ key }) => key);
        const length = Math.min(RUN, keys.length);
        if (length < FEWEST) continue;
        const set = runs.get(length) ?? new Set<string>();
        runs.set(length, set);
        for (let at = 0; at + length <= keys.length; at += 1) set.add(keys.slice(at, at + length).join(' '));
      }
    }
  }
  return runs;
}

/** Whether a text of our own repeats a run of the words. */
export function repeats(text: string, runs: Runs): boolean {
  const keys = text
    .split(/\s+/)
    .map(keyOf)
    .filter((key) => key !== '');
  return [...runs].some(([length, set]) =>
    keys.some((_, at) => at + length <= keys.length && set.has(keys.slice(at, at + length).join(' '))),
  );
}

/** Stretches of neighbouring lines as one: a sentence goes on over the break. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => comparePlaces(a.start, b.start))) {
    const last = all.at(-1);
    if (last !== undefined && sameText(last, next) && next.start.line <= last.end.line + 1) {
      all[all.length - 1] = { ...last, end: comparePlaces(last.end, next.end) > 0 ? last.end : next.end };
    } else all.push(next);
  }
  return all;
}

function isIn({ part, message, start, end }: Word, stretch: Stretch): boolean {
  const here = part === stretch.part && (part === undefined || message === stretch.message);
  return here && comparePlaces(start, stretch.start) >= 0 && comparePlaces(end, stretch.end) <= 0;
}

/** The words of a message, those of each depth of quoting in a row of their own. */
function voices({ id, lines }: AttributedMessage): Word[][] {
  return [...Map.groupBy(lines, ({ part = '', depth }) => `${part} ${depth}`).values()].map((own) =>
    own.flatMap((line) => wordsIn(line, id)),
  );
}

function wordsIn(line: Line, message: string): Word[] {
  const text = textOf(line);
  const before = line.column + Array.from(line.raw.slice(0, line.prefix)).length;
  return Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => {
    const first = before + Array.from(text.slice(0, index)).length;
    const last = first + Array.from(word).length - 1;
    const { number, part } = line;
    return {
      key: keyOf(word),
      part,
      message,
      start: { line: number, column: first },
      end: { line: number, column: last },
    };
  }).filter(({ key }) => key !== '');
}

/** A word as it is compared: without case and without the marks around it. */
function keyOf(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The words that belong to a run, line by line. */
function found(words: readonly Word[], runs: Runs): Word[] {
  const hit = new Set<number>();
  for (const [length, set] of runs) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const run = words.slice(at, at + length);
      if (!set.has(run.map(({ key }) => key).join(' '))) continue;
      for (let index = at; index < at + length; index += 1) hit.add(index);
    }
  }
  const spans: Word[] = [];
  for (const [index, word] of words.entries()) {
    if (!hit.has(index)) continue;
    const last = spans.at(-1);
    if (last !== undefined && hit.has(index - 1) && last.end.line === word.start.line) {
      spans[spans.length - 1] = { ...last, end: word.end };
    } else spans.push(word);
  }
  return spans;
}
