import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exclusively } from './lock.ts';

/** No process has this number: Linux gives none above 2^22. */
const NOBODY = 2 ** 30;

function nobody(pid: number): void {
  expect.unreachable(`waits for ${pid}`);
}

describe('work that nobody else may do at the same time', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-lock-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('leaves no trace, whether it is done or fails', async () => {
    expect(await exclusively(root, () => 7, nobody)).toBe(7);
    await expect(exclusively(root, () => Promise.reject(new Error('no')), nobody)).rejects.toThrow('no');
    expect(readdirSync(root)).toEqual([]);
  });

  it('waits for who lives, and says for whom', async () => {
    const lock = join(root, '.precedent.lock');
    writeFileSync(lock, String(process.pid));
    const waited: number[] = [];
    const waits = (pid: number): void => {
      waited.push(pid);
      setTimeout(() => rmSync(lock), 250);
    };
    expect(await exclusively(root, () => existsSync(lock), waits)).toBe(true);
    expect(waited).toEqual([process.pid]);
  });

  it('takes over from who was killed, and clears away what that one left half-written', async () => {
    mkdirSync(join(root, 'content/decisions'), { recursive: true });
    writeFileSync(join(root, '.precedent.lock'), String(NOBODY));
    writeFileSync(join(root, `.precedent.lock.${NOBODY}`), String(NOBODY));
    writeFileSync(join(root, `content/decisions/a.mdx.${NOBODY}.part`), 'half');
    writeFileSync(join(root, 'content/decisions/a.mdx'), 'whole');
    await exclusively(root, () => undefined, nobody);
    expect(readdirSync(root, { recursive: true }).sort()).toEqual([
      'content',
      'content/decisions',
      'content/decisions/a.mdx',
    ]);
  });
});
