import { readFileSync } from 'node:fs';
import { type Found, findDocuments } from '../adding/walk.ts';
import { fileChunks, kindOfFile } from '../archive/file-stream.ts';
import { readArchive } from '../archive/index.ts';
import { readMail } from '../archive/mail/message.ts';
import { inboxMails, isRepository } from '../archive/public-inbox-git.ts';
import { readMessages } from '../archive/stream.ts';
import type { Message, Problem } from '../model/message.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { lost } from '../records/document.ts';

/** The messages of some archives, one after another, and what could not be read. */
export interface MessageStream {
  /** Reads them from the start; every time the same messages in the same order, as long as the files are the same. */
  read(): AsyncGenerator<Message>;
  /** What the first reading could not read; complete once it has ended. */
  readonly findings: readonly Finding[];
}

/**
 * Opens archives for reading message by message, so that the memory used does not grow with them: mailboxes, also packed, are
 * read as their bytes come in, the mails of a Maildir one by one, those of a public-inbox repository a batch at a time. Any other
 * document is read whole, by itself.
 *
 * Throws a PrecedentError `place-missing` where a path is not there.
 */
export function openStream(paths: readonly string[]): MessageStream {
  const found = paths.flatMap((path) => [...findDocuments(path)]);
  const findings: Finding[] = found.flatMap((one) => (one.kind === 'aside' ? [one.finding] : []));
  const told = new Set<string>();
  const tell = (finding: Finding, file: string): void => {
    // A second reading meets the same.
    if (!told.has(file)) findings.push(finding);
    told.add(file);
  };
  return {
    findings,
    async *read() {
      for (const file of found.flatMap(filesOf)) {
        try {
          yield* messagesOf(file, (problem) => tell(lost(file, problem), file));
        } catch (error) {
          tell(findingOf(error, file), file);
        }
      }
    },
  };
}

function filesOf(found: Found): readonly string[] {
  if (found.kind === 'aside') return [];
  return found.kind === 'maildir' ? found.files : [found.path];
}

async function* messagesOf(file: string, onDamage: (problem: Problem) => void): AsyncGenerator<Message> {
  if (isRepository(file)) {
    for (const { bytes } of inboxMails(file)) yield* readMail({ bytes, firstLine: 1 }).messages;
    return;
  }
  const { packing, mailbox } = kindOfFile(file);
  if (mailbox) yield* readMessages(fileChunks(file, packing, onDamage), { name: file });
  else yield* readArchive(readFileSync(file), file).messages;
}

function findingOf(error: unknown, file: string): Finding {
  if (error instanceof PrecedentError) return error.finding;
  if (!(error instanceof Error && 'code' in error)) throw error;
  return {
    code: 'place-unreadable',
    what: `it cannot be read, or not to its end (${String(error.code)})`,
    where: { file },
    mend: 'check its permissions, or fetch it again',
  };
}
