import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mail } from '../src/archive/__fixtures__/mail.ts';

const SCRIPT = join(import.meta.dirname, 'add.ts');

// Each call starts a process, which takes its time on a busy machine.
describe('npm run add', { timeout: 30_000 }, () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-add-'));
    writeFileSync(join(root, 'a.eml'), mail({ Date: 'Fri, 13 Jun 2014 10:00:00 +0200', Subject: 'Pipes' }, 'x\n'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const add = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT, ...args], { cwd: root });
    return { out: stdout.toString(), err: stderr.toString(), status };
  };

  it('takes a document, and says what it took and what comes next', () => {
    const { out, err, status } = add('a.eml', '--list', 'pipes');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^added content\/sources\/2014-pipes: 1 message, “Pipes”\n1 source added/);
    expect(out).toContain('npm run extract');
    expect(readdirSync(join(root, 'content/sources/2014-pipes')).sort()).toEqual(['message.txt', 'source.yaml']);
    expect(add('a.eml', '--list', 'pipes')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^skipped a\.eml: /),
    });
  });

  it('ends with 1 where something could not be taken', () => {
    expect(add('a.eml')).toMatchObject({ status: 1, err: expect.stringMatching(/^list-unknown: .*--list/) });
    expect(add('nowhere')).toMatchObject({ status: 1, err: expect.stringMatching(/^place-missing: /) });
  });

  it.each([
    [[]],
    [['a.eml', '--url', 'javascript:alert(1)']],
    [['a.eml', '--url', 'https://me:secret@example.org/']],
    [['a.eml', '--since', 'yesterday']],
    [['a.eml', '--date', '13.6.2014']],
    [['a.eml', 'b.eml', '--url', 'https://example.org/']],
    [['a.eml', '--frobnicate']],
  ])('is told when it is called wrongly: %j', (args) => {
    const { err, status } = add(...args);
    expect([status, err]).toEqual([2, expect.stringMatching(/^usage: /)]);
    expect(err).not.toContain('secret');
  });
});
