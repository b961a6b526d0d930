import type { styleText } from 'node:util';
import type { AttributedMessage, Basis, Line } from '../model/message.ts';

/** How a stretch of text is shown; gives it back as it is where colours are not wanted. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string;

/** What stands beside a line for how its speaker is known. */
const MARKS: Readonly<Record<Basis, string>> = {
  header: '=',
  signature: 's',
  attribution: ':',
  original: '"',
  inferred: '?',
  unknown: '-',
};

/** Colours that can be told apart on dark and light terminals; speakers beyond them begin again. */
const COLOURS = ['cyan', 'yellow', 'green', 'magenta', 'blue', 'red'] as const;
const NAME_WIDTH = 20;

/** Control characters of a mail must not reach the terminal, where they could write anything anywhere. */
export function forTerminal(text: string): string {
  return text.replace(/\t/g, '    ').replace(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/**
 * Sets messages for reading on a terminal: line number, speaker, a mark for how the speaker is known, the line. The marks
 * are `=` header, `s` signature, `:` attribution line, `"` found in the original, `?` inferred, `-` unknown. A name stands where
 * its stretch begins, and a bar in its colour beside the rest; why somebody is inferred or unknown stands above the stretch.
 * `show` makes the text of a mail safe to print; outside prose it may take ` at ` for the sign of an address.
 */
export function readingView(messages: readonly AttributedMessage[], paint: Paint, show: Show = forTerminal): string {
  const speakers = new Map<string, Colour>();
  const colourOf = (name: string): Colour => {
    const colour = speakers.get(name) ?? COLOURS[speakers.size % COLOURS.length] ?? 'cyan';
    speakers.set(name, colour);
    return colour;
  };
  const legend = Object.entries(MARKS).map(([basis, mark]) => `${mark} ${basis}`);
  const blocks = messages.map((message) => {
    const title = `${message.from?.name ?? 'unknown'} · ${message.date ?? 'no date'} · ${message.subject}`;
    const body = message.lines.filter(({ zone }) => zone !== 'header');
    const rows = body.flatMap((line, index) => rowsOf(line, body[index - 1], { paint, show, colourOf }));
    return [paint('bold', show(title, 'header')), ...rows, ''].join('\n');
  });
  return `${paint('dim', legend.join('  '))}\n\n${blocks.join('\n')}`;
}

/** Makes text safe to print. */
export type Show = (text: string, zone: 'text' | 'header') => string;

type Colour = (typeof COLOURS)[number];

interface Means {
  readonly paint: Paint;
  readonly show: Show;
  readonly colourOf: (name: string) => Colour;
}

function rowsOf(line: Line, above: Line | undefined, { paint, show, colourOf }: Means): string[] {
  const begins = above === undefined || above.speaker !== line.speaker || above.basis !== line.basis || !isOurs(above);
  const voice = isOurs(line) ? line.speaker : null;
  const style: Parameters<Paint>[0] = voice === null ? 'dim' : colourOf(voice);
  const name = begins
    ? columns(show(voice ?? (isOurs(line) ? 'nobody known' : line.zone), 'header'))
    : columns(voice === null ? '' : '│');
  const words = line.zone === 'prose' || line.zone === 'list';
  const text = show(line.raw, words ? 'text' : 'header');
  const quiet = voice === null || !words;
  const row = `${paint('dim', String(line.number).padStart(6))} ${paint(style, name)} ${MARKS[line.basis]} ${paint(quiet ? 'dim' : style, text)}`;
  const reason =
    begins && isOurs(line) && line.reason !== undefined
      ? `${' '.repeat(7)}${columns('')} ${MARKS[line.basis]} (${line.reason})`
      : null;
  return reason === null ? [row] : [paint('dim', show(reason, 'header')), row];
}

/** Somebody's words; footers and navigation are the archive's. */
function isOurs({ zone }: Line): boolean {
  return zone !== 'footer' && zone !== 'navigation';
}

function columns(name: string): string {
  return Array.from(name).slice(0, NAME_WIDTH).join('').padEnd(NAME_WIDTH);
}
