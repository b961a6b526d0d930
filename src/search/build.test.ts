import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../files/write.ts';
import { knowledge } from './__fixtures__/knowledge.ts';
import { writeSearchIndex } from './build.ts';
import type { SearchRecord } from './record.ts';
import { searchRecords } from './records.ts';

const records = searchRecords(knowledge);
/** Enough records for the index to fall into several chunks. */
const many: SearchRecord[] = Array.from({ length: 300 }, (_, number) => ({
  kind: 'position',
  url: `/PREC-00000-P${number}/`,
  title: `Position ${number}`,
  text: [Array.from({ length: 60 }, (__, word) => `w${(number * 7919 + word * 104729) % 9973}`).join(' ')],
  also: [],
  meta: {},
  filters: { year: [String(1990 + (number % 30))] },
  date: '2014-06-13',
}));

describe('the search index', () => {
  let dist: string;
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'precedent-search-'));
  });
  afterEach(() => {
    rmSync(dist, { recursive: true });
  });
  const written = () =>
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .sort()
      .map((name) => [name, readFileSync(join(dist, name)).toString('base64')]);

  it('holds every record and counts them by kind', async () => {
    const report = await writeSearchIndex(dist, records);
    expect(Object.fromEntries(report.records)).toEqual({
      position: 2,
      decision: 1,
      theme: 1,
      fact: 1,
      term: 2,
      person: 1,
      source: 2,
    });
    const fragments = written().filter(([name]) => name?.endsWith('.pf_fragment'));
    expect(fragments).toHaveLength(records.length);
    expect(report.files).toBe(written().length);
  });

  it('is the same bytes each time', async () => {
    await writeSearchIndex(dist, [...records, ...many]);
    const once = written();
    rmSync(join(dist, 'pagefind'), { recursive: true });
    await writeSearchIndex(dist, [...records, ...many]);
    expect(written()).toEqual(once);
  });

  it('keeps nothing of an earlier build and brings nothing that no page loads', async () => {
    const stale = join(dist, 'pagefind/fragment/en_0000000.pf_fragment');
    writeFileAtomic(stale, 'old');
    await writeSearchIndex(dist, records);
    expect(existsSync(stale)).toBe(false);
    expect(written().filter(([name]) => name?.includes('ui') || name?.endsWith('.css'))).toEqual([]);
  });
});
