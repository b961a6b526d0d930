import { canonicalJson } from '../model/digest.ts';
import { printable } from '../records/printable.ts';
import type { Mined, MinedThread } from './index.ts';

/** Threads listed unless asked otherwise. */
export const TOP = 20;

/** One JSON line for each of the best threads, canonical (RFC 8785); no address of a person is among them. */
export function minedJson({ threads }: Mined, top: number): string {
  return threads
    .slice(0, top)
    .map(({ counts, reasons, drifted, ...thread }) => {
      const { options, ...numbers } = counts;
      return `${canonicalJson({ ...thread, drifted: [...drifted], counts: { ...numbers, options: [...options] }, reasons: [...reasons] })}\n`;
    })
    .join('');
}

/** Lists the best threads with their reasons, and how each is taken. */
export function minedText(mined: Mined, top: number, archive: string): string {
  const shown = mined.threads.filter(({ worth }) => worth > 0).slice(0, top);
  const [best] = shown;
  return [
    ...shown.map(threadText),
    `${mined.messages} messages, ${mined.threadCount} threads; ${mined.threads.length} with more than one writer were weighed`,
    best === undefined
      ? 'In none of them did two people hold a position.'
      : `To take one: npm run add -- ${printable(archive)} --thread ID`,
    '',
  ].join('\n');
}

function threadText(thread: MinedThread, index: number): string {
  const { worth, subject, drifted, messages, people, from, to, id, reasons } = thread;
  const span = from === null ? '' : `, ${from.slice(0, 10)} to ${(to ?? from).slice(0, 10)}`;
  return [
    `${String(index + 1).padStart(3)}. ${worth.toFixed(1).padStart(5)}  ${printable(subject, 90) || '(no subject)'}`,
    `            ${messages} messages by ${people} people${span}`,
    ...(drifted.length === 0
      ? []
      : [`            drifted to ${printable(drifted.map((one) => `“${one}”`).join(', '), 300)}`]),
    `            ${printable(reasons.join('; '), 400)}`,
    `            ${printable(id, 200)}`,
    '',
  ].join('\n');
}
