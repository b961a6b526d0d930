import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { generateMail } from './mail.ts';
import { makeRandom } from './random.ts';

const SEED = 20_140_613;

/** Where a generated mailbox lies and what it holds. */
export interface Mailbox {
  readonly file: string;
  readonly bytes: number;
}

/**
 * Generates a mailbox (mboxrd) of as many messages, or of at least as many bytes, unless the folder has it already. The same
 * request gives the same bytes on every machine; a smaller mailbox is the beginning of a larger one.
 */
export function writeMailbox(
  folder: string,
  wanted: { readonly messages: number } | { readonly bytes: number },
): Mailbox {
  const [most, least] = 'messages' in wanted ? [wanted.messages, 0] : [Number.POSITIVE_INFINITY, wanted.bytes];
  const file = join(folder, 'messages' in wanted ? `${wanted.messages}.mbox` : `${wanted.bytes}-bytes.mbox`);
  if (existsSync(file)) return { file, bytes: statSync(file).size };
  const part = `${file}.part`;
  const handle = openSync(part, 'w');
  let written = 0;
  let messages = 0;
  try {
    for (const { text } of generateMail(makeRandom(SEED))) {
      written += writeSync(handle, `From mboxrd@z Thu Jan  1 00:00:00 1970\n${text}\n`);
      messages += 1;
      if (messages >= most || (least > 0 && written >= least)) break;
    }
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
  return { file, bytes: written };
}
