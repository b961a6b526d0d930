import { readArchive } from '../../archive/index.ts';
import { attributeArchive } from '../../attribution/index.ts';
import { extractPositions } from '../../extraction/index.ts';
import type { AttributedMessage, Line, Message } from '../../model/message.ts';
import { withEvidence } from '../../records/found.ts';
import { threadMessages } from '../../threads/index.ts';
import { texts } from '../inputs.ts';
import { BODY_PIECES } from '../pieces.ts';
import { must, type Target } from '../target.ts';

const HEAD = (id: number): string =>
  `From a@b Mon Jun  1 00:00:00 2015\nFrom: ${id === 1 ? 'Ann Bee' : 'Cee Dee'} <x${id}@b.example>\nSubject: Re: rings\nMessage-ID: <${id}@b.example>\n${id > 1 ? `In-Reply-To: <${id - 1}@b.example>\n` : ''}\n`;

/** Two mails, the second an answer: where the text stands divided, the first ends. */
function mailbox(input: string): readonly Message[] {
  const [first = '', ...rest] = input.toWellFormed().split('\f');
  const text = `${HEAD(1)}${first}\n\n${HEAD(2)}${rest.join('\f')}\n`;
  return readArchive(Buffer.from(text), 'fuzz').messages;
}

const TALK = BODY_PIECES.slice(0, 4).join('');
const bodies = texts(
  [
    `${TALK}\fOn Mon, 1 Jun 2015, Ann Bee wrote:\n${BODY_PIECES.slice(4, 8).join('\nNo, I do not think so, because it is slow.\n')}\n`,
    `${BODY_PIECES.join('')}\f${BODY_PIECES.toReversed().join('')}`,
  ],
  [...BODY_PIECES, '\f'],
);

/** Who wrote each line: no line is lost, doubled or changed, and what is said of each agrees with itself. */
export const attribution: Target = {
  name: 'attribution',
  takes: 'who wrote which line of a mail and its answer',
  inputs: bodies,
  check: (input) => {
    const messages = mailbox(input);
    const problems = { format: 'mbox', messages, problems: [] };
    const attributed = attributeArchive(problems);
    must(attributed.length === messages.length, 'a message was lost or doubled');
    for (const [index, { lines }] of attributed.entries()) {
      const before = messages[index]?.lines ?? [];
      must(joined(lines) === before.map(({ number, text }) => `${number} ${text}`).join('\n'), 'the lines are others');
      for (const line of lines) checkLine(line);
    }
    const threaded = threadMessages(messages).flatMap((thread) => thread.messages);
    must(threaded.length <= messages.length && threaded.length > 0 === messages.length > 0, 'a thread lost its mails');
  },
};

/** The lines put together again where a seam has divided them. */
function joined(lines: readonly Line[]): string {
  const whole: { number: number; text: string }[] = [];
  for (const { number, column, raw } of lines) {
    const last = whole.at(-1);
    if (column > 1 && last?.number === number) last.text += raw;
    else whole.push({ number, text: raw });
  }
  return whole.map(({ number, text }) => `${number} ${text}`).join('\n');
}

function checkLine({ prefix, raw, depth, speaker, basis, reason }: Line): void {
  must(prefix >= 0 && prefix <= raw.length, `a prefix of ${prefix} in ${raw.length} characters`);
  must(depth >= 0, `a depth of ${depth}`);
  must((speaker === null) === (basis === 'unknown'), `${speaker} by ${basis}`);
  must(basis !== 'inferred' || (reason ?? '') !== '', 'inferred without a reason');
  must(speaker === null || speaker.trim() !== '', 'a speaker of blanks');
}

/** What the extractor finds are bytes of the text, credited to their speaker. */
export const extraction: Target = {
  name: 'extraction',
  takes: 'positions in a mail and its answer',
  inputs: bodies,
  check: (input) => {
    const messages = attributeArchive({ format: 'mbox', messages: mailbox(input), problems: [] });
    const found = extractPositions(messages, []);
    const evidence = withEvidence({ slug: 'fuzz', messages, found });
    for (const [index, position] of found.entries()) {
      const own = evidence[index];
      must(own?.evidence.exact === position.exact, 'the words are not those at the place');
      must(own.arguments.length === position.arguments.length, 'an argument has no place');
      must(position.confidence >= 0 && position.confidence <= 1, `a confidence of ${position.confidence}`);
      must(position.respondsTo === undefined || position.respondsTo in found, 'it answers nothing');
      for (const speaker of speakersOf(messages, position)) must(speaker === position.holder, 'credited to another');
    }
    must(
      JSON.stringify(extractPositions(messages, [])) === JSON.stringify(found),
      'extracted twice, it is not the same',
    );
  },
};

function speakersOf(
  messages: readonly AttributedMessage[],
  { message, start, end }: { message: string; start: { line: number }; end: { line: number } },
): (string | null)[] {
  const lines = messages.find(({ id }) => id === message)?.lines ?? [];
  return lines
    .filter((line) => line.number >= start.line && line.number <= end.line && line.column === 1)
    .filter((line) => line.raw.slice(line.prefix).trim() !== '')
    .map(({ speaker }) => speaker);
}
