import { beforeAll, describe, expect, it } from 'vitest';
import { decision, knowledge, position } from '../__fixtures__/knowledge.ts';
import { makeIndex } from '../index/make.ts';
import { movedIds } from '../moved.ts';
import type { SearchKnowledge } from '../record.ts';
import { searchRecords } from '../records.ts';
import { type Engine, openEngine } from './engine.ts';
import { type Found, find } from './find.ts';
import { goTo } from './go-to.ts';
import { readState } from './state.ts';

/** Words of positions, each a trap of the engine: it glues, splits, stems, drops and falls back where it should not. */
const QUOTES = [
  'The compromise is a filesystem with O_DIRECT to the file data.',
  'Direct reclaim stalls; a direct mapping of the page cache is worse.',
  'A VM_NOTLB flag keeps it out of the TLB.',
  'Look at vma->vm_flags & <b>map</b> it &gt; here.',
  'I would favour per-VMA hooks.',
  'A lock per VMA is enough.',
  'Use GFP_KERNEL|__GFP_NOWARN there.',
  'It plays games with vm_insert_page() and pipes.',
  'Oracle wrote to /dev/raw/raw1 itself.',
  'This is CVE-2024-1234, fixed by 1a2b3c4d5e6f.',
  'Jérôme measured the Größe of it.',
  'Userfaultfd might be another choice.',
  'You could do worse than Mach ports.',
  'Ports of the driver to Mach exist.',
];
const many: SearchKnowledge = {
  ...knowledge,
  decisions: [
    {
      ...decision,
      positions: QUOTES.map((exact, index) => ({
        ...position,
        id: `P${index + 1}`,
        evidence: { ...position.evidence, exact },
      })),
    },
  ],
};

describe('a search', () => {
  let engine: Engine;
  beforeAll(async () => {
    const { manifest, files } = makeIndex(searchRecords(many), movedIds(many));
    engine = await openEngine(async (name) =>
      JSON.parse(
        name === 'index' ? JSON.stringify(manifest) : (files.get(name.slice(manifest.folder.length + 1)) ?? ''),
      ),
    );
  });
  const search = (q: string, rest = '') => find(engine, readState(`?q=${encodeURIComponent(q)}${rest}`));
  const positions = ({ sections }: Found) =>
    sections.find(({ kind }) => kind === 'position')?.hits.map(({ meta }) => Number(meta.id?.split('-P')[1]) - 1) ?? [];

  it.each([
    ['O_DIRECT', [0]],
    ['o_direct', [0]],
    ['odirect', [0]],
    ['VM_NOTLB', [2]],
    ['notlb', [2]],
    ['vm_flags', [3]],
    ['vma->vm_flags', [3]],
    ['per-VMA', [4, 5]],
    ['perVMA', [4, 5]],
    ['per vma', [4, 5]],
    ['GFP_KERNEL|__GFP_NOWARN', [6]],
    ['__GFP_NOWARN', [6]],
    ['GFP_KERNEL', [6]],
    ['vm_insert_page()', [7]],
    ['vm_insert_page', [7]],
    ['/dev/raw/raw1', [8]],
    ['raw1', [8]],
    ['CVE-2024-1234', [9]],
    ['1a2b3c4', [9]],
    ['Jerome', [10]],
    ['Jérôme', [10]],
    ['Grosse', [10]],
    ['GRÖSSE', [10]],
    ['userfaultfd', [11]],
    ['userfau', [11]],
    ['"Mach ports"', [12]],
    ['"page cache" direct', [1]],
    ['filesystems', [0]],
  ])('for %s finds exactly the positions that hold it', async (q, expected) => {
    const found = await search(q);
    expect([...positions(found)].sort((a, b) => a - b)).toEqual(expected);
    expect(found.nowhere).toEqual([]);
  });

  it('puts what holds the words side by side or in its text before the rest', async () => {
    expect(positions(await search('direct'))[0]).toBe(1);
    expect(positions(await search('Mach ports'))).toEqual(expect.arrayContaining([12, 13]));
  });

  it.each([
    ['O_DIRECT xyzzy', ['xyzzy']],
    ['O_DIRECTX', ['O_DIRECTX']],
    ['vm_flagsy ', ['vm_flagsy']],
    ['xyzzy plugh', ['xyzzy', 'plugh']],
    ['"cache page"', ['cache page']],
  ])('for %s names what is nowhere and calls the rest near', async (q, nowhere) => {
    const found = await search(q);
    expect(found.nowhere.map(({ written }) => written)).toEqual(nowhere);
    expect(found.sections).toEqual([]);
  });

  it('that nothing answers whole shows what holds most of it', async () => {
    const { near, nowhere, sections } = await search('userfaultfd filesystem ');
    expect([nowhere, sections]).toEqual([[], []]);
    expect(near.map(({ lacks }) => lacks)).toEqual(expect.arrayContaining([['userfaultfd'], ['filesystem']]));
  });

  it.each([
    ['userfautfd', ['Userfaultfd'], 11],
    ['usrefaultfd ', ['Userfaultfd'], 11],
    ['vm_insret_page', ['vm_insert_page'], 7],
    ['filesistem reclaims', ['filesystem'], undefined],
    ['filesistem compromise', ['filesystem'], 0],
  ])('for %s offers words that are spelt nearly so, and what they find apart', async (q, words, position) => {
    const { sections, nowhere, instead } = await search(q);
    expect(sections).toEqual([]);
    expect(nowhere.flatMap(({ near }) => near.map(({ word }) => word))).toEqual(words);
    expect(instead?.hits[0]?.meta.id).toBe(position === undefined ? undefined : `PREC-7F3Q2-P${position + 1}`);
  });

  it.each(['xyzzy', 'mach', '"fautfd user"', '4711'])('offers no other spelling for %s', async (q) => {
    const { nowhere, instead } = await search(q);
    expect([nowhere.flatMap(({ near }) => near), instead]).toEqual([[], null]);
  });

  it('says when only another name of the option holds the word', async () => {
    const { sections } = await search('raw mode');
    const [hit] = sections.find(({ kind }) => kind === 'position')?.hits ?? [];
    expect(hit).toMatchObject({ alias: ['mode'], otherName: 'raw mode' });
  });

  it('puts what only belongs to a decision of that name last, and says so', async () => {
    const { sections } = await search('frobs');
    const hits = sections.find(({ kind }) => kind === 'position')?.hits ?? [];
    expect(hits.every(({ context }) => context.length === 0)).toBe(true);
    const named = await search('frob-devel', '&kind=position');
    expect(named.sections[0]?.hits.every(({ context }) => context[0] === 'frob-devel')).toBe(true);
  });

  it('keeps to a kind, a filter and an order', async () => {
    const kinds = (found: Found) => found.sections.map(({ kind, total }) => [kind, total]);
    expect(kinds(await search('FROB_RAW', '&kind=source'))).toEqual([['source', 1]]);
    expect(kinds(await search('', '&holder=Ann%20Bee'))).toEqual([['source', 1]]);
    expect(kinds(await search('O_DIRECT', '&stance=opposes'))).toEqual([]);
    const { counts } = await search('', '&holder=Carol%20Dee');
    expect(counts.kind).toMatchObject({ position: QUOTES.length, decision: 1, person: 1, source: 1 });
    expect((await search('raw', '&sort=oldest')).sections.length).toBeGreaterThan(0);
  });

  it('counts the kinds always and the other filters when asked', async () => {
    const state = readState('?q=O_DIRECT');
    expect((await find(engine, state)).counts.kind).toMatchObject({ position: 1, decision: 0 });
    const { counts } = await find(engine, state, 30, true);
    expect(counts).toMatchObject({
      holder: { 'Carol Dee': 1, 'Ann Bee': 0 },
      year: { 2014: 1 },
      status: { settled: 1 },
    });
  });

  it('leads from a passage to the line that was found', async () => {
    const { sections } = await search('per-VMA locks', '&kind=source');
    expect(sections[0]?.hits.map(({ url }) => url)).toEqual(['/sources/2014-frob/#L7']);
  });

  it('gives back signs that HTML would read as they are written', async () => {
    const { sections } = await search('vm_flags', '&kind=position');
    expect(sections[0]?.hits[0]?.excerpt.map(({ text }) => text).join('')).toBe(QUOTES[3]);
  });

  it('for nothing finds nothing', async () => {
    expect(await search('  ')).toEqual({ sections: [], near: [], nowhere: [], instead: null, counts: {} });
    expect((await search('—')).sections).toEqual([]);
  });

  it.each([
    ['prec-7f3q2', '/PREC-7F3Q2/'],
    ['prec-7f3q2 p1', '/PREC-7F3Q2-P1/'],
    ['PREC-7F3Q2-P14', '/PREC-7F3Q2-P14/'],
    ['PREC 7f3q2 p2 a1', '/PREC-7F3Q2-P2/'],
    ['prec-7f3q2-f1', '/PREC-7F3Q2/#F1'],
    ['prec-7f3q2-p99', undefined],
    ['O_DIRECT', undefined],
    ['prec-0000a', '/PREC-7F3Q2/'],
    ['prec oooob p4', '/PREC-7F3Q2-P1/'],
    ['prec-0000a-p1', '/PREC-7F3Q2-P1/'],
    ['prec-0000c', '/PREC-0000C/'],
  ])('goes from %s to the record of that id, or to what has taken its place', async (typed, url) => {
    expect((await goTo(engine, typed))?.url).toBe(url);
  });
});
