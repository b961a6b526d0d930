import { describe, expect, it } from 'vitest';
import type { FoundPosition } from '../model/position.ts';
import { found, message } from './__fixtures__/talk.ts';
import { mergeFound } from './merge.ts';
import { type RecordFile, readRecord } from './record.ts';

const ann = message('<a@x>', 'Ann', 1, [
  'Pipes are the simplest thing that could work here.',
  'I would not touch the page tables at all.',
]);
const bob = message('<b@x>', 'Bob', 11, [
  'Mapping the pages is faster than any pipe.',
  'Nobody has measured that yet.',
]);
const talk = [found(ann, 1), found(bob, 11, { stance: 'opposes', respondsTo: 0 })];

function record(text: string, file = 'content/decisions/PREC-00000-x.mdx'): RecordFile {
  const read = readRecord(text, file);
  expect(read.findings).toEqual([]);
  if (read.record === null) throw new TypeError('no record');
  return read.record;
}

function run(records: readonly RecordFile[], positions: readonly FoundPosition[], slug = '2003-talk') {
  const merge = mergeFound(records, [], [{ slug, messages: [ann, bob], found: positions }]);
  const after = new Map(records.map((one) => [one.file, one]));
  for (const { file, text } of merge.writes) after.set(file, record(text, file));
  return { ...merge, records: [...after.values()] };
}

/** The record after a person has replaced a piece of its text. */
function byHand(records: readonly RecordFile[], from: string | RegExp, to: string): RecordFile[] {
  return records.map((one) => {
    expect(one.text).toMatch(from);
    return record(one.text.replace(from, to), one.file);
  });
}

describe('a run of the extractor', () => {
  const first = run([], talk);

  it('drafts one record for a conversation in which two people meet, and says so', () => {
    const [draft] = first.records;
    expect(first.counts).toMatchObject({ positions: { new: 2 }, heldBack: 0, records: { new: 1 } });
    expect(draft?.decision).toMatchObject({ draft: true, status: 'open', review: 'extracted', minted: 2 });
    expect(draft?.decision.title).toBe('How to move the data');
    expect(draft?.decision.options).toEqual([{ term: 'pipe', fate: 'open', facts: [] }]);
    expect(draft?.decision.positions.map(({ id, respondsTo }) => [id, respondsTo])).toEqual([
      ['P1', undefined],
      ['P2', 'P1'],
    ]);
    expect(draft?.file).toMatch(/^content\/decisions\/PREC-[0-9A-Z]{5}-how-to-move-the-data\.mdx$/);
  });

  it('changes nothing the second time', () => {
    const second = run(first.records, talk);
    expect(second.writes).toEqual([]);
    expect(second.counts.positions).toMatchObject({ unchanged: 2, new: 0 });
  });

  it.each([
    ['one position', [found(ann, 1)]],
    ['one person on one option', [found(ann, 1), found(ann, 2)]],
    [
      'an unknown person and another who may be the same',
      [found(ann, 1), found(bob, 11, { holder: null, basis: 'unknown' })],
    ],
    ['positions that are not sure enough', talk.map((one) => ({ ...one, confidence: 0.3 }))],
  ])('drafts nothing from %s', (_, positions) => {
    const none = run([], positions);
    expect(none.writes).toEqual([]);
    expect(none.counts.heldBack).toBe(positions.length);
  });

  it('brings up to date what nobody has touched', () => {
    const next = run(first.records, [
      found(ann, 1, { stance: 'proposes', term: 'vm-notlb' }),
      found(bob, 11, { stance: 'opposes', respondsTo: 0 }),
    ]);
    expect(next.counts.positions).toMatchObject({ updated: 1, unchanged: 1 });
    expect(next.records[0]?.decision.positions[0]).toMatchObject({ id: 'P1', stance: 'proposes', option: 'vm-notlb' });
    expect(next.records[0]?.decision.options.map(({ term }) => term)).toEqual(['pipe', 'vm-notlb']);
  });

  it('keeps what a person has changed, brings the rest up to date and reports both values', () => {
    const edited = byHand(first.records, 'stance: opposes', 'stance: asks # really?');
    const next = run(edited, [found(ann, 1), found(bob, 11, { stance: 'opposes', respondsTo: 0, hedge: 'high' })]);
    expect(next.records[0]?.decision.positions[1]).toMatchObject({ stance: 'asks', hedge: 'high' });
    expect(next.records[0]?.text).toContain('stance: asks # really?');
    expect(next.notes).toMatchObject([
      { code: 'diverged', what: 'a person has written stance “asks”, found “opposes”' },
    ]);
    expect(
      run(next.records, [found(ann, 1), found(bob, 11, { stance: 'opposes', respondsTo: 0, hedge: 'high' })]).writes,
    ).toEqual([]);
  });

  it('does not put back an option that a person has taken off the list', () => {
    const edited = byHand(first.records, '  - {term: pipe, fate: open}\n', '  - {term: vm-notlb, fate: open}\n');
    expect(run(edited, talk).writes).toEqual([]);
  });

  it('withdraws what it no longer finds, under its number, and takes that back when it finds it again', () => {
    const gone = run(first.records, talk.slice(0, 1));
    expect(gone.counts.positions).toMatchObject({ withdrawn: 1, unchanged: 1 });
    expect(gone.records[0]?.decision.positions[1]?.withdrawn).toMatch(/no longer finds/);
    expect(run(gone.records, talk.slice(0, 1)).writes).toEqual([]);
    const back = run(gone.records, talk);
    expect(back.records[0]?.decision.positions[1]).toMatchObject({ id: 'P2', stance: 'opposes' });
    expect(back.records[0]?.decision.positions[1]?.withdrawn).toBeUndefined();
  });

  it('replaces nothing of what a person has reviewed, and reports what it sees otherwise', () => {
    const reviewed = byHand(first.records, /review: extracted/g, 'review: reviewed');
    const next = run(reviewed, [
      found(ann, 1, { stance: 'asks' }),
      found(bob, 11, { stance: 'opposes', respondsTo: 0 }),
    ]);
    expect(next.writes).toEqual([]);
    expect(next.notes).toMatchObject([
      { code: 'diverged', what: 'a person has written stance “supports”, found “asks”' },
    ]);
  });

  it('does not withdraw what a person has reviewed', () => {
    const reviewed = byHand(
      first.records,
      /review: extracted(?=\n {4}extractor: rules\n {4}extracted: .*respondsTo)/,
      'review: reviewed',
    );
    const gone = run(reviewed, talk.slice(0, 1));
    expect(gone.writes).toEqual([]);
    expect(gone.notes).toMatchObject([{ code: 'diverged' }]);
  });

  it('never proposes again what was rejected', () => {
    const rejected = byHand(
      first.records,
      /review: extracted(?=\n {4}extractor: rules\n {4}extracted: .*respondsTo)/,
      'review: rejected',
    );
    const next = run(rejected, [found(ann, 1), found(bob, 11, { stance: 'proposes', respondsTo: 0 })]);
    expect(next.writes).toEqual([]);
    expect(next.counts.positions).toMatchObject({ rejected: 1, new: 0 });
  });

  it('leaves the positions of an editor alone, whether it finds them or not', () => {
    const edited = byHand(first.records, /extractor: rules/g, 'extractor: editor');
    expect(run(edited, []).writes).toEqual([]);
    const other = talk.map((one) => ({ ...one, stance: 'reports' as const }));
    expect(run(edited, other)).toMatchObject({ writes: [], counts: { positions: { new: 0, unchanged: 2 } } });
  });

  it('knows a position again by its words, moved a little, but not in the mouth of another', () => {
    const moved = run(first.records, [
      found(ann, 1, { less: 12 }),
      found(bob, 11, { stance: 'opposes', respondsTo: 0, holder: 'Cyd' }),
    ]);
    expect(moved.counts.positions).toMatchObject({ updated: 1, withdrawn: 1, new: 1 });
    expect(moved.records[0]?.decision.positions.map(({ id, holder }) => [id, holder])).toEqual([
      ['P1', 'Ann'],
      ['P2', 'Bob'],
      ['P3', 'Cyd'],
    ]);
  });

  it('knows a position again after a person has corrected its holder or narrowed its words', () => {
    const edited = byHand(
      byHand(first.records, 'holder: Bob', 'holder: Robert'),
      'end: {line: 11, column: 42}',
      'end: {line: 11, column: 7}',
    );
    const next = run(edited, [found(ann, 1), found(bob, 11, { stance: 'opposes', respondsTo: 0, less: 1 })]);
    expect(next.counts.positions).toMatchObject({ new: 0, diverged: 1 });
  });

  it('never gives a number twice, not even after its position has been deleted', () => {
    const deleted = byHand(first.records, /\n {2}- id: P2\n[\s\S]*?extracted: .*\n/, '');
    expect(run(deleted, talk).records[0]?.decision.positions.map(({ id }) => id)).toEqual(['P1', 'P3']);
  });

  it('never mints an id that only a tombstone remembers', () => {
    const former = first.records[0]?.decision.id ?? '';
    const redirects = [{ from: former, to: null, code: 'duplicate' as const, reason: 'asked twice' }];
    const again = mergeFound([], redirects, [{ slug: '2003-talk', messages: [ann, bob], found: talk }]);
    expect(again.writes[0]?.file).not.toContain(former);
  });

  it('gives an argument that comes back another number than one that was taken away', () => {
    const reason = (line: number, from: number, to: number) => ({
      polarity: 'pro' as const,
      start: { line, column: from },
      end: { line, column: to },
      exact: '',
    });
    const both = [found(ann, 1, { arguments: [reason(1, 1, 9), reason(1, 20, 30)] }), talk[1] ?? found(bob, 11)];
    const one = [found(ann, 1, { arguments: [reason(1, 1, 9)] }), talk[1] ?? found(bob, 11)];
    const three = run(run(run([], both).records, one).records, both);
    expect(three.records[0]?.decision.positions[0]?.arguments.map(({ id }) => id)).toEqual(['A1', 'A3']);
  });

  it('takes nothing back that another extractor has found', () => {
    const others = byHand(first.records, /extractor: rules/g, 'extractor: "model:small"');
    expect(run(others, []).writes).toEqual([]);
  });

  it('corrects nothing that another extractor has found, and finds it no second time', () => {
    const others = byHand(first.records, /extractor: rules/g, 'extractor: "model:small"');
    const again = run(
      others,
      talk.map((one) => ({ ...one, stance: 'asks' as const })),
    );
    expect(again.writes).toEqual([]);
    expect(again.counts.positions).toMatchObject({ unchanged: 2, new: 0, updated: 0 });
  });
});
