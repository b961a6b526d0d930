import { linkSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readIfThere } from './write.ts';

/** Names the process that is changing the project. */
const LOCK = '.precedent.lock';
const POLL_MILLISECONDS = 100;
/** Where a killed run may have left neighbours of files that it was writing. */
const WRITTEN = ['content', 'public/schema'];

/**
 * Does a piece of work while no other process changes the same project: two runs at once do one after the other what they
 * would do alone. Waits for a run that goes on, takes over from one that was killed, and clears away what that left half-written.
 *
 * @param root The folder of the project.
 * @param waits Called once with the number of the process that is waited for.
 */
export async function exclusively<T>(
  root: string,
  work: () => T | Promise<T>,
  waits: (pid: number) => void,
): Promise<T> {
  const lock = join(root, LOCK);
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    for (let told = false; !isTaken(own, lock); told = true) {
      const pid = Number(readIfThere(lock)?.toString('utf8') ?? 0);
      if (pid > 0 && !isAlive(pid)) rmSync(lock, { force: true });
      else {
        if (pid > 0 && !told) waits(pid);
        await pause(POLL_MILLISECONDS);
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    sweep(root);
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock where nobody has it; a link is made whole or not at all, so that nobody ever reads an empty lock. */
function isTaken(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is one as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes away the neighbours of files (see `writeFileAtomic`) and the locks that killed runs have left. */
function sweep(root: string): void {
  for (const name of namesIn(root)) {
    const pid = Number(/^\.precedent\.lock\.(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) rmSync(join(root, name), { force: true });
  }
  for (const folder of WRITTEN) {
    for (const name of namesIn(join(root, folder), true)) {
      if (/\.\d+\.part$/.test(name)) rmSync(join(root, folder, name), { force: true });
    }
  }
}

function namesIn(folder: string, recursive = false): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' });
  } catch {
    // A project begins without most folders.
    return [];
  }
}
