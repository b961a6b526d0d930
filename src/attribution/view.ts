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
export function printable(text: string): string {
  return text.replace(/\t/g, '    ').replace(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/**
 * Sets messages for reading on a terminal: line number, speaker, a mark for how the speaker is known, the line. The marks
 * are `=` header, `s` signature, `:` attribution line, `"` found in the original, `?` inferred, `-` unknown.
 */
export function readingView(messages: readonly AttributedMessage[], paint: Paint): string {
  const speakers = new Map<string, (typeof COLOURS)[number]>();
  const colourOf = (name: string): (typeof COLOURS)[number] => {
    const colour = speakers.get(name) ?? COLOURS[speakers.size % COLOURS.length] ?? 'cyan';
    speakers.set(name, colour);
    return colour;
  };
  const legend = Object.entries(MARKS).map(([basis, mark]) => `${mark} ${basis}`);
  const blocks = messages.map((message) => {
    const title = `${message.from?.name ?? 'unknown'} · ${message.date ?? 'no date'} · ${message.subject}`;
    const body = message.lines.filter(({ zone }) => zone !== 'header');
    return [paint('bold', printable(title)), ...body.map((line) => row(line, paint, colourOf)), ''].join('\n');
  });
  return `${paint('dim', legend.join('  '))}\n\n${blocks.join('\n')}`;
}

function row(line: Line, paint: Paint, colourOf: (name: string) => (typeof COLOURS)[number]): string {
  const number = String(line.number).padStart(6);
  const name = Array.from(printable(line.speaker ?? ''))
    .slice(0, NAME_WIDTH)
    .join('')
    .padEnd(NAME_WIDTH);
  const silent = line.speaker === null || line.zone === 'footer' || line.zone === 'navigation';
  const shown = silent ? paint('dim', name) : paint(colourOf(line.speaker ?? ''), name);
  const text = printable(line.raw);
  const quiet = line.zone !== 'prose' && line.zone !== 'list';
  return `${paint('dim', number)} ${shown} ${MARKS[line.basis]} ${quiet ? paint('dim', text) : text}`;
}
