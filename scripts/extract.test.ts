import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const PROJECT = join(import.meta.dirname, '..');
const SLUGS = readdirSync(join(PROJECT, 'content/sources')).sort();

const Place = z.strictObject({ line: z.int(), column: z.int() });
const Span = { start: Place, end: Place, exact: z.string().min(1) };
/** The published interface of `extract --json`: no field more, no field less. */
const Line = z.strictObject({
  document: z.string(),
  format: z.string(),
  messages: z.array(
    z.strictObject({
      id: z.string(),
      from: z.string().nullable(),
      date: z.string().nullable(),
      subject: z.string(),
      inReplyTo: z.string().nullable(),
      lines: z.array(
        z.strictObject({
          line: z.int(),
          column: z.int().optional(),
          zone: z.string(),
          depth: z.int(),
          speaker: z.string().nullable(),
          basis: z.string(),
          text: z.string(),
          part: z.string().optional(),
        }),
      ),
    }),
  ),
  positions: z.array(
    z.strictObject({
      ...Span,
      holder: z.string().nullable(),
      basis: z.string(),
      stance: z.string(),
      option: z.string().nullable(),
      question: z.string(),
      secondHand: z.boolean(),
      hedge: z.string(),
      confidence: z.number(),
      arguments: z.array(z.strictObject({ polarity: z.enum(['pro', 'con']), ...Span })),
      respondsTo: z.strictObject({ message: z.string(), start: Place, part: z.string().optional() }).optional(),
      part: z.string().optional(),
      occurrences: z
        .array(
          z.strictObject({
            message: z.string(),
            start: Place,
            end: Place,
            part: z.string().optional(),
            quotedBy: z.string().nullable(),
          }),
        )
        .min(1)
        .optional(),
    }),
  ),
});

describe('npm run extract', { timeout: 60_000 }, () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-extract-'));
    cpSync(join(PROJECT, 'content'), join(root, 'content'), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function extract(...args: string[]) {
    return spawnSync(process.execPath, [join(PROJECT, 'scripts/extract.ts'), ...args], { cwd: root, encoding: 'utf8' });
  }

  it('prints one line of JSON for each document, in the published interface, and writes nothing', () => {
    rmSync(join(root, 'content/decisions'), { recursive: true, force: true });
    const files = SLUGS.map((slug) => `content/sources/${slug}/message.txt`);
    const { stdout, status } = extract('--json', ...files);
    expect(status).toBe(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)));
    expect(lines.map(({ document }) => document)).toEqual(files);
    for (const { messages, positions } of lines) {
      expect(messages.flatMap(({ lines: all }) => all).some(({ zone }) => zone === 'header')).toBe(true);
      expect(positions.length).toBeGreaterThan(0);
    }
    expect(readdirSync(join(root, 'content'))).not.toContain('decisions');
    expect(extract('--json').stdout).toBe(stdout);
  });

  it('gives a line that two people share twice, with the column at which each begins', () => {
    const { stdout } = extract('--json', 'content/sources/2009-lwn-user-space-io/message.txt');
    const lines = Line.parse(JSON.parse(stdout)).messages.flatMap((message) => message.lines);
    const divided = lines.filter(({ line }) => line === 9);
    expect(divided.map(({ column, speaker }) => [column, speaker])).toEqual([
      [1, 'PaulMcKenney'],
      [480, 'aliguori'],
    ]);
    expect(lines.filter(({ line }) => line !== 9).every(({ column }) => column === undefined)).toBe(true);
  });

  it('reads what can be read, reports what cannot, and ends with 1', () => {
    writeFileSync(
      join(root, 'noise.bin'),
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251),
    );
    writeFileSync(join(root, 'empty'), '');
    mkdirSync(join(root, 'mixed'));
    writeFileSync(
      join(root, 'mixed/bad'),
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251),
    );
    cpSync(join(root, 'content/sources/2003-mach-ports/message.txt'), join(root, 'mixed/good.txt'));
    const { stdout, stderr, status } = extract(
      '--json',
      'noise.bin',
      'empty',
      'absent',
      'mixed',
      'content/sources/2003-mach-ports/message.txt',
    );
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toMatch(/noise\.bin[\s\S]*empty[\s\S]*absent[\s\S]*mixed\/bad[\s\S]*4 problems/);
    expect(stderr).not.toContain('    at ');
  });

  it('writes records, then finds them up to date; --check and --dry-run write nothing', () => {
    rmSync(join(root, 'content/decisions'), { recursive: true, force: true });
    expect(extract('--check').status).toBe(1);
    expect(extract('--dry-run')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('would write content/decisions/PREC-'),
    });
    expect(readdirSync(join(root, 'content'))).not.toContain('decisions');
    expect(extract().stdout).toContain('5 sources, 6 messages');
    const records = () =>
      readdirSync(join(root, 'content/decisions')).map((name) =>
        readFileSync(join(root, 'content/decisions', name), 'utf8'),
      );
    const first = records();
    expect(first.length).toBeGreaterThan(0);
    expect(extract('--check').status).toBe(0);
    expect(extract().stdout).not.toContain('wrote');
    expect(records()).toEqual(first);
  });

  it('writes nothing while a record cannot be read, for it would draft its positions a second time', () => {
    extract();
    const [name = ''] = readdirSync(join(root, 'content/decisions'));
    writeFileSync(join(root, 'content/decisions', name), 'broken');
    const { stdout, stderr, status } = extract();
    expect(status).toBe(1);
    expect(stdout).not.toContain('wrote');
    expect(stderr).toMatch(/front-matter-missing.*PREC-/);
  });

  it('takes nothing from a source whose bytes have changed, and says so', () => {
    extract();
    const file = join(root, 'content/sources/2014-ksummit-raw-devices/message.txt');
    writeFileSync(file, readFileSync(file, 'utf8').replace('decent abstraction', 'decent abstractiom'));
    const { stdout, stderr, status } = extract();
    expect(status).toBe(1);
    expect(stdout).not.toContain('wrote');
    expect(stderr).toContain('source-changed: 2014-ksummit-raw-devices');
  });

  it('is told when it is called wrongly', () => {
    expect(extract('--check', 'x').status).toBe(2);
    expect(extract('--frobnicate').status).toBe(2);
    expect(extract('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--dry-run') });
  });
});
