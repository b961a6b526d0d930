import type { Archive } from '../model/message.ts';
import { PrecedentError } from '../model/problem.ts';
import { makeInput } from './input.ts';
import { eml } from './mail/eml.ts';
import { mbox } from './mail/mbox.ts';
import { hypermail } from './pages/hypermail.ts';
import { lwnComments } from './pages/lwn.ts';
import { mhonarc } from './pages/mhonarc.ts';
import { pipermail } from './pages/pipermail.ts';
import type { Reader } from './reader.ts';

/** Every format that can be read, in the order in which they are tried: the surest marks first. */
export const READERS: readonly Reader[] = [mbox, eml, lwnComments, mhonarc, hypermail, pipermail];

/**
 * Reads one input document, whatever archive it comes from; its content alone decides which reader takes it.
 *
 * Throws a PrecedentError `format-unknown`, which lists the formats that were tried, where none knows it.
 *
 * @example readArchive(readFileSync('message.txt'), 'message.txt').format → 'pipermail'
 */
export function readArchive(bytes: Uint8Array, name: string): Archive {
  const input = makeInput(bytes, name);
  const reader = READERS.find((candidate) => candidate.detect(input));
  if (reader === undefined) {
    throw new PrecedentError({
      code: 'format-unknown',
      what: `no reader knows this document; tried ${READERS.map((candidate) => candidate.format).join(', ')}`,
      where: { file: name },
      mend: 'give a mailbox, a mail or a saved archive page, or add a reader to src/archive',
    });
  }
  const { messages, problems } = reader.read(input);
  return { format: reader.format, messages, problems };
}
