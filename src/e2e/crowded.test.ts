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

const PAGE = 14 * 1024;
/** The record with the most text of ours, with five times its positions; and a short one, as a draft of a long thread is. */
const RECORDS = [
  { id: 'PREC-H2CP6', slug: 'transport-for-user-space-block-drivers', count: 80 },
  { id: 'PREC-EVBAE', slug: 'user-space-block-drivers', count: 150 },
];

// As npm run build makes it: by these a page would take the build for one that shows an editor what the gate finds.
const { NODE_ENV, MODE, DEV, PROD, VITEST, ...PLAIN } = process.env;

const Front = z.looseObject({ positions: z.array(z.looseObject({ evidence: z.looseObject({ exact: z.string() }) })) });

/** The record with its positions over and over, each under an id of its own. */
function crowded(text: string, count: number): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const record = Front.parse(parse(front));
  const own = record.positions;
  const positions = Array.from({ length: count }, (_, index) => {
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
  const pages = new Map<string, string>();
  beforeAll(() => {
    cpSync('content', join(folder, 'content'), { recursive: true });
    for (const { id, slug, count } of RECORDS) {
      const file = join(folder, 'content/decisions', `${id}-${slug}.mdx`);
      writeFileAtomic(file, crowded(readFileSync(file, 'utf8'), count));
    }
    const settings = { outDir: join(folder, 'dist'), cacheDir: join(folder, 'cache'), logLevel: 'error', force: true };
    const build = `import { build } from 'astro'; await build({ ...${JSON.stringify(settings)}, vite: { cacheDir: ${JSON.stringify(settings.cacheDir)} } });`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', build], {
      cwd: resolve('.'),
      env: { ...PLAIN, PRECEDENT_ROOT: folder },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    for (const { id } of RECORDS) pages.set(id, readFileSync(join(folder, 'dist', id, 'index.html'), 'utf8'));
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(RECORDS)('$id with $count still comes in one flight', ({ id }) => {
    expect(gzipSync(pages.get(id) ?? '', { level: 9 }).byteLength).toBeLessThanOrEqual(PAGE);
  });

  it.each(RECORDS)(
    '$id still shows each of $count under its id, with its first words and the way to the rest',
    ({ id, count }) => {
      const html = pages.get(id) ?? '';
      const { ids, links } = auditPage('index.html', html);
      for (let number = 1; number <= count; number += 1) {
        expect(ids).toContain(`P${number}`);
        expect(links).toContain(`/${id}-P${number}/`);
      }
      expect(html).toContain('There are many');
      expect(links).toContain(`/${id}/map/`);
    },
  );
});
