import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { writeFileAtomic } from '../files/write.ts';
import { auditPage } from './audit.ts';

/** More than twice what the largest record of the knowledge base holds. */
const POSITIONS = 36;
const PAGE = 14 * 1024;
const RECORD = 'PREC-H2CP6-transport-for-user-space-block-drivers.mdx';

const Front = z.looseObject({ positions: z.array(z.looseObject({ evidence: z.looseObject({ exact: z.string() }) })) });

/** The record with its positions over and over, each under an id of its own. */
function crowded(text: string): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const record = Front.parse(parse(front));
  const own = record.positions;
  const positions = Array.from({ length: POSITIONS }, (_, index) => {
    const { evidence, ...rest } = own[index % own.length] ?? {};
    // Other words each time, or they would weigh next to nothing after gzip.
    const words = evidence?.exact.split(' ') ?? [];
    const exact = [...words.slice(index % words.length), ...words.slice(0, index % words.length)].join(' ');
    return { ...rest, id: `P${index + 1}`, evidence: { ...evidence, exact } };
  });
  return `---\n${stringify({ ...record, positions })}---\n${body}`;
}

describe('a record with more positions than a page has room for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-crowded-'));
  let html = '';
  beforeAll(() => {
    cpSync('content', join(folder, 'content'), { recursive: true });
    const file = join(folder, 'content/decisions', RECORD);
    writeFileAtomic(file, crowded(readFileSync(file, 'utf8')));
    const settings = { outDir: join(folder, 'dist'), cacheDir: join(folder, 'cache'), logLevel: 'error', force: true };
    const build = `import { build } from 'astro'; await build({ ...${JSON.stringify(settings)}, vite: { cacheDir: ${JSON.stringify(settings.cacheDir)} } });`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', build], {
      cwd: resolve('.'),
      env: { ...process.env, PRECEDENT_ROOT: folder },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    html = readFileSync(join(folder, 'dist/PREC-H2CP6/index.html'), 'utf8');
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('still comes in one flight', () => {
    expect(gzipSync(html, { level: 9 }).byteLength).toBeLessThanOrEqual(PAGE);
  });

  it('still shows every position under its id, with its first words and the way to the rest', () => {
    const { ids, links } = auditPage('index.html', html);
    for (let number = 1; number <= POSITIONS; number += 1) {
      expect(ids).toContain(`P${number}`);
      expect(links).toContain(`/PREC-H2CP6-P${number}/`);
    }
    expect(html).toContain('There are many');
  });
});
