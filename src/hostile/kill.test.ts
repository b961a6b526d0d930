import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOBS, type Job, reference, runJob, runTwiceAtOnce } from './killing.ts';

/** Kills of each command: one in the daily tests; PRECEDENT_KILLS=100 spreads as many over all, the build included. */
const KILLS = Number(process.env.PRECEDENT_KILLS ?? '0');
const LONG = KILLS > 0;
/** A build takes as long as all the others together. */
const SHARE: Readonly<Record<string, number>> = { extract: 0.25, add: 0.25, release: 0.25, withdraw: 0.15, build: 0.1 };
const QUICK = JOBS.filter(({ name }) => name !== 'build');

const jobs = LONG ? JOBS : QUICK;

describe('a command that is killed', { timeout: 3_600_000 }, () => {
  it.each(jobs)('$name: the next run leaves what an unkilled run leaves, byte for byte', (job) => {
    const { state, ends, changes } = reference(job);
    expect(changes).toBeGreaterThan(2);
    const many = LONG ? Math.round(KILLS * (SHARE[job.name] ?? 0)) : 1;
    // A build finds some things made already, in folders that are shared, and then changes the disk less often.
    const last = job.name === 'build' ? Math.floor(changes * 0.9) : changes;
    const places = fc.sample(fc.integer({ min: 1, max: last }), { numRuns: many, seed: 9 });
    for (const place of places) {
      const checkout = job.prepare();
      try {
        expect(runJob(job, checkout, place), `killed at change ${place} of ${changes}`).toBe('SIGKILL');
        expect(after(job, ends).includes(runJob(job, checkout)), `run again after change ${place}`).toBe(true);
        expect(checkout.state(...job.folders), `killed at change ${place} of ${changes}`).toEqual(state);
      } finally {
        checkout.remove();
      }
    }
  });
});

/** What the run after a kill may end with: a withdrawal that the kill had only just finished finds nothing left to withdraw. */
function after({ name }: Job, ends: string | number | null): (string | number | null)[] {
  return name === 'withdraw' ? [ends, 0, 1] : [ends];
}

describe('a command that runs twice at once', { timeout: 600_000 }, () => {
  it.each(QUICK)('$name leaves what it leaves alone', async (job) => {
    const { state } = reference(job);
    const checkout = job.prepare();
    try {
      await runTwiceAtOnce(job, checkout);
      expect(checkout.state(...job.folders)).toEqual(state);
    } finally {
      checkout.remove();
    }
  });
});

describe('a machine that refuses', { timeout: 600_000 }, () => {
  const release = QUICK.find(({ name }) => name === 'release');
  if (release === undefined) throw new Error('no release');
  const isRoot = process.getuid?.() === 0;

  /** Runs a release in a folder; gives what it said and ended with. */
  function run(cwd: string, uid?: number) {
    const args = ['scripts/release.ts', ...(release?.args ?? [])];
    return spawnSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
  }

  it('for want of permission is told by its file, and nothing is changed', {
    skip: process.platform === 'win32',
  }, () => {
    const checkout = release.prepare();
    const nobody = isRoot ? 65534 : undefined;
    try {
      chmodSync(checkout.root, 0o555);
      const before = checkout.state('content');
      const { status, stderr } = run(checkout.root, nobody);
      expect(stderr).toMatch(/^machine-refuses: there is no permission \(EACCES\) .*Mend: /);
      expect(status).toBe(1);
      expect(checkout.state('content')).toEqual(before);
    } finally {
      chmodSync(checkout.root, 0o755);
      checkout.remove();
    }
  });

  it('for want of space is told, and once there is room the next run leaves what any run leaves', (context) => {
    const { state } = reference(release);
    const checkout = release.prepare();
    const content = join(checkout.root, 'content');
    const aside = join(checkout.root, 'aside');
    try {
      cpSync(content, aside, { recursive: true });
      const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', content]).status === 0;
      if (!mounted) return context.skip('only root may mount a small disk');
      try {
        cpSync(aside, content, { recursive: true });
        fill(content);
        const { status, stderr } = run(checkout.root);
        expect(stderr).toMatch(/^machine-refuses: the disk is full \(ENOSPC\)/);
        expect(status).toBe(1);
        rmSync(join(content, '.filling'), { recursive: true });
        expect(run(checkout.root).status).toBe(0);
        expect(checkout.state('content')).toEqual(state);
      } finally {
        spawnSync('umount', [content]);
      }
    } finally {
      checkout.remove();
    }
  });
});

/** Fills a disk to the last block. */
function fill(folder: string): void {
  mkdirSync(join(folder, '.filling'));
  for (const size of [65_536, 4096, 1]) {
    try {
      for (let at = 0; ; at += 1) writeFileSync(join(folder, `.filling/${size}-${at}`), Buffer.alloc(size));
    } catch {
      // Full for pieces of this size.
    }
  }
}
