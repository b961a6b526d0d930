import { describe, expect, it } from 'vitest';
import { knowledge } from './__fixtures__/knowledge.ts';
import { addressOf, indexEntries, readContent, unveil } from './content.ts';
import type { SearchRecord } from './record.ts';
import { searchRecords } from './records.ts';

const record: SearchRecord = {
  kind: 'source',
  url: '/sources/x/#L9',
  title: 'Title',
  text: ['one', 'two ␤ ␞ three \u{e000}', '<b> & &gt; vma->x'],
  also: ['hidden VM_NOTLB'],
  meta: { holder: 'Jérôme' },
  filters: { holder: ['Jérôme'] },
  date: null,
};

describe('an entry of the index', () => {
  it('gives back the lines and keeps apart what is not shown', () => {
    const [entry] = indexEntries([record]);
    const { lines, also } = readContent(entry?.content ?? '');
    expect(entry?.content).not.toMatch(/[<>]/);
    expect(lines).toEqual(['one', 'two     three', '<b> & &gt; vma->x']);
    expect(also).toBe('hidden VM_NOTLB');
    expect(entry?.content).toMatch(/ jerome vmax vma vmnotlb vm notlb$/);
  });

  it('has an address of its own, from which that of the page can be read', () => {
    const urls = indexEntries([record, record, record]).map(({ url }) => url);
    expect(urls).toEqual(['/sources/x/#L9', '/sources/x/#L9~2', '/sources/x/#L9~3']);
    expect(urls.map(addressOf)).toEqual(Array(3).fill('/sources/x/#L9'));
  });

  it('keeps the address of a line without letting its words be found', () => {
    const [entry] = indexEntries(searchRecords(knowledge));
    expect(unveil(entry?.meta.at ?? '')).toBe('/sources/2014-frob/#L3');
    expect(JSON.stringify(entry)).not.toContain('2014-frob');
  });

  it('can be filtered by its kind and sorted by its date', () => {
    for (const [index, { filters, sort, meta }] of indexEntries(searchRecords(knowledge)).entries()) {
      expect(filters.kind).toEqual([meta.kind]);
      expect(sort.date, `entry ${index}`).toMatch(/^\d{4}/);
    }
  });
});
