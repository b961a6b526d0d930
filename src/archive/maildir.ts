import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../model/message.ts';

/** Three folders of these names give a Maildir away (D. J. Bernstein). */
export function isMaildir(path: string): boolean {
  return ['cur', 'new', 'tmp'].every((name) => statSync(join(path, name), { throwIfNoEntry: false })?.isDirectory());
}

/** The mails of a Maildir, one a file in `cur` and `new`, by code units of their names; what cannot be read is told. */
export function* mailsOf(path: string, problems: Problem[]): Generator<{ readonly bytes: Buffer }> {
  for (const folder of ['cur', 'new']) {
    for (const name of readdirSync(join(path, folder)).sort()) {
      const file = join(path, folder, name);
      if (!lstatSync(file).isFile()) continue;
      const bytes = read(file, `${folder}/${name}`, problems);
      if (bytes !== null) yield { bytes };
    }
  }
}

function read(file: string, name: string, problems: Problem[]): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.push({ code: 'mail-unreadable', message: `${name} cannot be read: ${why}` });
    return null;
  }
}
