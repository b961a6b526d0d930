import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PrecedentError } from '../model/problem.ts';

/** Whether a folder is a git repository, bare or not. */
export function isRepository(path: string): boolean {
  const bare = ['HEAD', 'objects', 'refs'].every((name) => statSync(join(path, name), { throwIfNoEntry: false }));
  return bare || statSync(join(path, '.git'), { throwIfNoEntry: false }) !== undefined;
}

/** One mail of a repository, and the name by which git finds it again. */
export interface InboxMail {
  readonly object: string;
  readonly bytes: Buffer;
}

/** Mails, and bytes of them, that are asked of git together: what it answers stands in memory. */
const BATCH = 500;
const BATCH_BYTES = 64_000_000;

/**
 * The mails of a public-inbox repository, a batch at a time, so that the memory used does not grow with it. Version 2 keeps one
 * mail a commit in the path `m` (deletions in `d`), version 1 all mails in one tree, named by their digests. Dates come from the
 * mails; what git says of them is not trusted. With `objects` only those are given.
 *
 * Throws a PrecedentError `git-failed` where git cannot read the repository.
 */
export function* inboxMails(path: string, objects: readonly string[] = inboxObjects(path)): Generator<InboxMail> {
  for (const batch of batchesOf(path, objects)) {
    let next = 0;
    for (const bytes of blobs(git(path, ['cat-file', '--batch'], `${batch.join('\n')}\n`))) {
      const object = batch[next] ?? '';
      next += 1;
      if (bytes !== null) yield { object, bytes };
    }
  }
}

/** Objects in batches that are small enough to be held; an object larger than that is a batch by itself. */
function* batchesOf(path: string, objects: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < objects.length; at += BATCH) {
    const some = objects.slice(at, at + BATCH);
    const told = git(path, ['cat-file', '--batch-check'], `${some.join('\n')}\n`)
      .toString('latin1')
      .split('\n');
    let batch: string[] = [];
    let bytes = 0;
    for (const [index, object] of some.entries()) {
      const size = Number(/ blob (\d+)$/.exec(told[index] ?? '')?.[1] ?? 0);
      if (batch.length > 0 && bytes + size > BATCH_BYTES) {
        yield batch;
        [batch, bytes] = [[], 0];
      }
      batch.push(object);
      bytes += size;
    }
    if (batch.length > 0) yield batch;
  }
}

/** The error of a repository that holds no mail. */
export function noInbox(path: string): PrecedentError {
  return new PrecedentError({
    code: 'format-unknown',
    what: `the git repository ${basename(path)} holds no mail where public-inbox keeps it`,
    where: { file: path },
    mend: 'give a public-inbox repository, such as an epoch of lore.kernel.org',
  });
}

function inboxObjects(path: string): string[] {
  const commits = git(path, ['rev-list', '--reverse', 'HEAD']).toString('latin1').trim().split('\n');
  const tree = git(path, ['ls-tree', '-r', '-z', '--name-only', 'HEAD']).toString('latin1').split('\0');
  const digests = tree.filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{38}$/.test(name));
  return digests.length > 0 ? digests.map((name) => `HEAD:${name}`) : commits.map((commit) => `${commit}:m`);
}

/** Runs git in a repository, with nothing of its configuration able to start another program. */
function git(path: string, args: readonly string[], input?: string): Buffer {
  const { stdout, stderr, status, error } = spawnSync('git', ['-C', path, '-c', 'core.fsmonitor=false', ...args], {
    input,
    maxBuffer: 2_000_000_000,
  });
  if (error !== undefined || status !== 0) {
    throw new PrecedentError({
      code: 'git-failed',
      what: `git could not read the repository: ${error?.message ?? stderr.toString('utf8').trim()}`,
      where: { file: path },
      mend: 'check that git is installed and the repository is whole',
    });
  }
  return stdout;
}

/** The blobs in the output of `git cat-file --batch`; null for an object that is missing, as after a deletion. */
function* blobs(output: Buffer): Generator<Buffer | null> {
  for (let offset = 0; offset < output.length; ) {
    const end = output.indexOf(0x0a, offset);
    const head = output.toString('latin1', offset, end === -1 ? output.length : end);
    const size = / blob (\d+)$/.exec(head)?.[1];
    const start = end === -1 ? output.length : end + 1;
    yield size === undefined ? null : output.subarray(start, start + Number(size));
    offset = size === undefined ? start : start + Number(size) + 1;
  }
}
