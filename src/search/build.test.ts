import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
const many = Array.from({ length: 300 }, (_, number) => position(number));

function position(number: number): SearchRecord {
  return {
    kind: 'position',
    url: `/PREC-00000-P${number}/`,
    title: `Position ${number}`,
    text: [Array.from({ length: 60 }, (__, word) => `w${(number * 7919 + word * 104729) % 9973}`).join(' ')],
    also: [],
    meta: {},
    filters: { year: [String(1990 + (number % 30))] },
    date: '2014-06-13',
  };
}

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

  it('holds every record and counts them by kind', () => {
    const report = writeSearchIndex(dist, records);
    expect(report.records).toEqual({
      position: 2,
      decision: 1,
      theme: 1,
      fact: 1,
      term: 2,
      person: 1,
      source: 2,
    });
    expect(report.files).toBe(written().length);
  });

  it('is the same bytes each time', () => {
    writeSearchIndex(dist, [...records, ...many]);
    const once = written();
    rmSync(join(dist, 'search'), { recursive: true });
    writeSearchIndex(dist, [...records, ...many]);
    expect(written()).toEqual(once);
  });

  it('keeps nothing of an earlier index, and what else lies beside it', () => {
    writeSearchIndex(dist, many);
    writeFileAtomic(join(dist, 'search/search.js'), 'the page');
    const earlier = written().map(([name]) => name);
    writeSearchIndex(dist, records);
    const names = written().map(([name]) => name);
    expect(names.filter((name) => earlier.includes(name))).toEqual(['search/index.js', 'search/search.js']);
  });

  it('is scripts that do nothing but hand over data', () => {
    const hostile: SearchRecord = {
      ...position(0),
      title: '</script><script>alert(1)</script>',
      text: ['"); alert(1); ("', '\u2028'],
    };
    writeSearchIndex(dist, [hostile]);
    for (const [name, base64 = ''] of written()) {
      const code = Buffer.from(base64, 'base64').toString();
      const [, value = ''] = /^precedentIndex\("[a-z0-9/-]+",(.*)\);\n$/s.exec(code) ?? [];
      expect(() => JSON.parse(value), name).not.toThrow();
    }
  });
});
