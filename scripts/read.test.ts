import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

function read(...args: readonly string[]): { out: string; err: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/read.ts', ...args], { cwd: root });
  return { out: stdout.toString(), err: stderr.toString(), status };
}

describe('npm run read', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-read-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints every line beside its speaker and how that is known, annotations of the source included', () => {
    const { out, status } = read('content/sources/2009-lwn-user-space-io/message.txt');
    expect(status).toBe(0);
    expect(out).toContain('     9 PaulMcKenney         ? I must confess');
    expect(out).toContain('     9 aliguori             = There are two important issues');
  });

  it('goes on after a file that cannot be read, and ends with 1', () => {
    writeFileSync(join(folder, 'a.bin'), Buffer.from([1, 2, 3]));
    writeFileSync(join(folder, 'b.eml'), 'From: Mo Example <mo@example.org>\nSubject: x\n\nwords\n');
    const { out, err, status } = read(folder);
    expect(status).toBe(1);
    expect(err).toMatch(/^format-unknown: .*tried mbox, /);
    expect(out).toContain('Mo Example           = words');
  });

  it('says how it is called', () => {
    expect(read().status).toBe(2);
    expect(read('--help').out).toContain('npm run read -- FILE…');
  });
});
