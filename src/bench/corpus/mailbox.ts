import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../model/digest.ts';
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
  const name = 'messages' in wanted ? `${wanted.messages}` : `${wanted.bytes}-bytes`;
  const file = join(folder, `${name}-${generatorDigest()}.mbox`);
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

/** Tells corpora of one generator from those of another. */
function generatorDigest(): string {
  const files = ['mail.ts', 'random.ts', 'statistics.ts', 'words.ts'].map((name) => new URL(name, import.meta.url));
  return sha256(files.map((file) => readFileSync(file, 'utf8')).join('')).slice(0, 8);
}
