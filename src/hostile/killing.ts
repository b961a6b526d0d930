import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checkout, PLAIN_ENV } from './checkout.ts';

/** A command that changes the project, with what it is called on. */
export interface Job {
  readonly name: string;
  readonly args: readonly string[];
  /** What it leaves behind. */
  readonly folders: readonly string[];
  /** Makes the project it is called in. */
  readonly prepare: () => Checkout;
}

const KILL_AT = join(import.meta.dirname, 'kill-at.ts');
const MAIL = (id: number): string =>
  `From a@b Mon Jun  1 00:00:00 2015\nFrom: Ann Bee <bee@b.example>\nDate: Mon, ${id} Jun 2015 00:00:00 +0000\nSubject: talk ${id}\nMessage-ID: <${id}@b.example>\nList-Id: <talk.b.example>\n\nI think we should use rings, because they are simpler. No, I am against pipes.\n\n`;

/** The parts of the project that its commands need; not the pages. */
const COMMANDS = ['src', 'scripts', 'package.json', 'tsconfig.json', 'content'];

export const JOBS: readonly Job[] = [
  {
    name: 'extract',
    args: [],
    folders: ['content'],
    prepare: () => {
      const checkout = new Checkout(COMMANDS);
      rmSync(join(checkout.root, 'content/decisions'), { recursive: true });
      for (const file of ['redirects.yaml', 'themes.yaml'])
        rmSync(join(checkout.root, 'content', file), { force: true });
      return checkout;
    },
  },
  {
    name: 'add',
    args: ['inbox'],
    folders: ['content'],
    prepare: () => {
      const checkout = new Checkout(COMMANDS);
      mkdirSync(join(checkout.root, 'inbox'));
      for (const id of [1, 2, 3]) writeFileSync(join(checkout.root, `inbox/${id}.mbox`), MAIL(id));
      return checkout;
    },
  },
  {
    name: 'release',
    args: ['--date', '2026-11-21'],
    folders: ['content'],
    // As before the first release: what is released already would leave nothing to write.
    prepare: () => {
      const checkout = new Checkout(COMMANDS);
      rmSync(join(checkout.root, 'content/versions'), { recursive: true, force: true });
      return checkout;
    },
  },
  {
    name: 'withdraw',
    args: ['PREC-QGG0P-P1', '--reason', 'author-request', '--date', '2026-11-21'],
    folders: ['content'],
    prepare: () => new Checkout(COMMANDS),
  },
  { name: 'build', args: [], folders: ['content', 'dist'], prepare: () => new Checkout() },
];

/** Runs a job's command to its end, or to the change of the disk at which it is killed; gives the signal or exit status. */
export function runJob(job: Job, checkout: Checkout, killAt?: number): string | number | null {
  const preload = killAt === undefined ? [] : ['--import', KILL_AT];
  const env = killAt === undefined ? PLAIN_ENV : { ...PLAIN_ENV, PRECEDENT_KILL_AT: String(killAt) };
  const { signal, status } = spawnSync(process.execPath, [...preload, checkout.script(job.name), ...job.args], {
    cwd: checkout.root,
    env,
    encoding: 'utf8',
  });
  return signal ?? status;
}

/** What an unkilled run leaves, what it ends with, and how often it changes the disk. */
export function reference(job: Job): {
  state: ReadonlyMap<string, string>;
  ends: string | number | null;
  changes: number;
} {
  const checkout = job.prepare();
  try {
    const count = join(checkout.root, 'changes');
    const { status } = spawnSync(process.execPath, ['--import', KILL_AT, checkout.script(job.name), ...job.args], {
      cwd: checkout.root,
      env: { ...PLAIN_ENV, PRECEDENT_KILL_COUNT: count },
    });
    const changes = Number(readFileSync(count, 'utf8').split('\n')[0]);
    return { state: checkout.state(...job.folders), ends: status, changes };
  } finally {
    checkout.remove();
  }
}

/** Starts a job twice at the same time and waits for both. */
export async function runTwiceAtOnce(job: Job, checkout: Checkout): Promise<(number | null)[]> {
  const one = () =>
    new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, [checkout.script(job.name), ...job.args], {
        cwd: checkout.root,
        env: PLAIN_ENV,
        stdio: 'ignore',
      });
      child.once('exit', resolve);
    });
  return Promise.all([one(), one()]);
}
