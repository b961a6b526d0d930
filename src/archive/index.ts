import type { Archive } from '../model/message.ts';
import { PrecedentError } from '../model/problem.ts';
import { makeInput, withLineFeeds } from './input.ts';
import { jsonReaders } from './json/reader.ts';
import { eml } from './mail/eml.ts';
import { listserv } from './mail/listserv.ts';
import { mbox } from './mail/mbox.ts';
import { mmdf } from './mail/mmdf.ts';
import { hypermail } from './pages/hypermail.ts';
import { lwnComments } from './pages/lwn.ts';
import { mailPage } from './pages/mail-page.ts';
import { mhonarc } from './pages/mhonarc.ts';
import { pipermail } from './pages/pipermail.ts';
import { threadPage } from './pages/thread-page.ts';
import { plainText } from './plain-text.ts';
import type { Reader } from './reader.ts';
import { unpack } from './unpack.ts';
import { webReaders } from './web/reader.ts';

const PAGES: readonly Reader[] = [lwnComments, threadPage, mhonarc, hypermail, pipermail, mailPage];

/** Every format that can be read, in the order in which they are tried: the surest marks first. */
export const READERS: readonly Reader[] = [
  mbox,
  mmdf,
  listserv,
  eml,
  ...jsonReaders,
  ...webReaders(PAGES),
  ...PAGES,
  plainText,
];

/**
 * Reads one input document, whatever archive it comes from; its content alone decides which reader takes it, and whether
 * it must be unpacked first. What could not be read stands among the problems.
 *
 * Throws a PrecedentError `format-unknown`, which lists the formats that were tried, where none knows it, and
 * `unpack-failed` where packed data gives nothing.
 *
 * @example readArchive(readFileSync('message.txt'), 'message.txt').format → 'pipermail'
 */
export function readArchive(bytes: Uint8Array, name: string): Archive {
  const unpacked = unpack(bytes, name);
  const input = makeInput(withLineFeeds(unpacked.bytes), name);
  const reader = READERS.find((candidate) => candidate.detect(input));
  if (reader === undefined) {
    const tried = [...new Set(READERS.map(({ format }) => format))].join(', ');
    throw new PrecedentError({
      code: 'format-unknown',
      what: `no reader knows this document; tried ${tried}`,
      where: { file: name },
      mend: 'give a mailbox, a mail or a saved archive page, or add a reader to src/archive',
    });
  }
  const { messages, problems } = reader.read(input);
  return { format: reader.format, messages, problems: [...unpacked.problems, ...problems] };
}
