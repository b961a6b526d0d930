import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Position } from '../model/position.ts';
import { decision, KNOWLEDGE, POSITIONS } from '../site/__fixtures__/small.ts';
import { extendAddresses, readAddresses } from './addresses.ts';
import { changesBetween } from './changes.ts';
import { FOLDER, readHistories } from './read.ts';
import { planRelease, type Releasable } from './release.ts';
import { sortKey } from './sort-key.ts';
import { decisionSubstance, positionSubstance, substanceDigest } from './substance.ts';
import type { PositionSubstance, Version } from './version.ts';
import { rowsOf, versionViews } from './view.ts';
import { removeWords, withoutWords } from './without-words.ts';
import { wordDiff } from './word-diff.ts';
import { writeRelease } from './write.ts';

const DAY = '2026-01-01';
const digestOf = () => 'a'.repeat(64);
const [P1] = POSITIONS;
if (P1 === undefined) throw new Error('the fixture holds a position');
const substance = positionSubstance(P1, digestOf);

function knowing(decisions: Releasable['decisions'], redirects: Releasable['redirects'] = []): Releasable {
  return {
    decisions,
    redirects,
    terms: KNOWLEDGE.terms,
    sources: [{ slug: '2014-pipes', source: { sha256: 'a'.repeat(64) } }],
  };
}

function historiesOf(versions: readonly Version[]): Map<string, Version[]> {
  return Map.groupBy(versions, ({ id }) => id);
}

const first = planRelease(knowing([decision('PREC-7F3Q2')]), new Map(), DAY).versions;

describe('a substance', () => {
  it('has one digest, whatever the title, the prose, the place or the confidence', () => {
    const before = decision('PREC-7F3Q2');
    const after = decision('PREC-7F3Q2', {
      title: 'Other',
      summary: 'Other.',
      outcome: { ...before.outcome, summary: 'Other.' },
      positions: before.positions.map((one) => ({ ...one, confidence: 0.1, review: 'reviewed', extractor: 'editor' })),
    });
    expect(substanceDigest(decisionSubstance(after, digestOf))).toBe(
      substanceDigest(decisionSubstance(before, digestOf)),
    );
  });

  it.each<[string, Partial<Position>]>([
    ['stance', { stance: 'supports' }],
    ['holder', { holder: 'Ann' }],
    ['words', { evidence: { ...P1.evidence, exact: 'Pipes can seek' } }],
    ['option', { option: null }],
    ['arguments', { arguments: [] }],
    ['condition', { condition: 'so' }],
    ['withdrawal', { withdrawn: 'A mistake.' }],
  ])('has another digest when the position changes in its %s, and its decision has too', (_, change) => {
    const changed = { ...P1, ...change };
    expect(substanceDigest(positionSubstance(changed, digestOf))).not.toBe(substanceDigest(substance));
    const before = decision('PREC-7F3Q2', { positions: [P1] });
    const after = decision('PREC-7F3Q2', { positions: [changed] });
    expect(substanceDigest(decisionSubstance(after, digestOf))).not.toBe(
      substanceDigest(decisionSubstance(before, digestOf)),
    );
  });

  it('does not know a source by its name, which may change, but by its bytes', () => {
    expect(substance.source).toBe(`sha256:${'a'.repeat(64)}`);
  });
});

describe('what changed', () => {
  it.each<[Partial<PositionSubstance>, string]>([
    [{ stance: 'asks' }, 'stance stance: opposes → asks'],
    [{ option: null }, 'stance option: pipe → none'],
    [{ holder: null }, 'holder holder: Bo → none'],
    [{ exact: 'No.' }, 'quotation words: “Pipes cannot seek, so no.” → “No.”'],
    [{ arguments: [] }, 'arguments arguments: A1 con “Pipes cannot seek” → none'],
    [{ withdrawn: 'Misread.' }, 'withdrawn withdrawn: Misread.'],
  ])('of a position is said: %o', (change, text) => {
    expect(changesBetween(substance, { ...substance, ...change }).map((one) => `${one.kind} ${one.text}`)).toEqual([
      text,
    ]);
  });

  it('of a decision is said: question, status, options, facts, positions', () => {
    const before = decisionSubstance(decision('PREC-7F3Q2'), digestOf);
    const after = {
      ...before,
      question: 'Rings?',
      status: 'open' as const,
      options: before.options.slice(0, 1).map((option) => ({ ...option, fate: 'abandoned' as const })),
      facts: [],
      positions: { ...before.positions, P1: 'b'.repeat(64), P9: 'c'.repeat(64) },
    };
    expect(changesBetween(before, after).map((one) => `${one.kind} ${one.text}`)).toEqual([
      'reworded question: Pipes or rings? → Rings?',
      'outcome status: settled → open',
      'outcome option shared-memory: taken out',
      'outcome option ring: adopted F1 → abandoned F1',
      'outcome fact F1: taken out',
      'positions position P1: changed',
      'positions position P9: added',
    ]);
  });

  it('is said also where only the order differs, and nothing where nothing does', () => {
    const before = decisionSubstance(decision('PREC-7F3Q2'), digestOf);
    expect(changesBetween(before, { ...before, options: before.options.toReversed() }).map(({ text }) => text)).toEqual(
      ['options: in another order'],
    );
    expect(changesBetween(before, before)).toEqual([]);
  });
});

describe('a release', () => {
  it('gives every decision and position its first version, in the order people count', () => {
    expect(first.map(({ id, version }) => `${id} ${version}`)).toEqual([
      'PREC-7F3Q2 1',
      'PREC-7F3Q2-P1 1',
      'PREC-7F3Q2-P2 1',
      'PREC-7F3Q2-P3 1',
      'PREC-7F3Q2-P4 1',
    ]);
    expect(
      ['PREC-7F3Q2-P10', 'PREC-7F3Q2', 'PREC-7F3Q2-P2'].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
    ).toEqual(['PREC-7F3Q2', 'PREC-7F3Q2-P2', 'PREC-7F3Q2-P10']);
  });

  it('adds nothing where nothing of substance changed', () => {
    const same = knowing([decision('PREC-7F3Q2', { title: 'Renamed' })]);
    expect(planRelease(same, historiesOf(first), '2026-02-01')).toEqual({ versions: [], findings: [] });
  });

  it('leaves out drafts, what a review has rejected and what was withdrawn before anybody saw it', () => {
    const positions = [
      { ...P1, review: 'rejected' as const },
      { ...P1, id: 'P2', withdrawn: 'Twice.' },
    ];
    const known = knowing([decision('PREC-7F3Q2', { positions }), decision('PREC-00001', { draft: true })]);
    expect(planRelease(known, new Map(), DAY).versions.map(({ id }) => id)).toEqual(['PREC-7F3Q2']);
  });

  it('takes the word of redirects and aliases for what became of an id', () => {
    const merged = planRelease(
      knowing([decision('PREC-00001', { positions: [], aliases: ['PREC-7F3Q2'] })]),
      historiesOf(first),
      DAY,
    );
    expect(merged.findings).toEqual([]);
    expect(merged.versions.find(({ id }) => id === 'PREC-7F3Q2-P4')).toMatchObject({
      version: 2,
      substance: { kind: 'gone', to: 'PREC-00001' },
      changes: [{ kind: 'moved' }],
    });
    const taken = knowing([], [{ from: 'PREC-7F3Q2', to: null, code: 'legal', reason: 'Not ours to keep.' }]);
    expect(planRelease(taken, historiesOf(first), DAY).versions[0]?.changes).toEqual([
      { kind: 'withdrawn', text: 'withdrawn (legal): Not ours to keep.' },
    ]);
  });

  it('keeps a position that a review rejected after its release as withdrawn', () => {
    const rejected = decision('PREC-7F3Q2', {
      positions: POSITIONS.map((one) => (one.id === 'P1' ? { ...one, review: 'rejected' } : one)),
    });
    const { versions, findings } = planRelease(knowing([rejected]), historiesOf(first), DAY);
    expect(findings).toEqual([]);
    expect(versions.map(({ id, changes }) => `${id} ${changes.map(({ kind }) => kind)}`)).toEqual([
      'PREC-7F3Q2 positions',
      'PREC-7F3Q2-P1 withdrawn',
    ]);
  });

  it('refuses a day before the last release', () => {
    const changed = knowing([decision('PREC-7F3Q2', { question: 'Why?' })]);
    expect(planRelease(changed, historiesOf(first), '2025-12-31').findings.map(({ code }) => code)).toEqual([
      'release-backwards',
    ]);
  });
});

describe('two texts laid over each other', () => {
  it('show which words are gone and which are new', () => {
    expect(wordDiff('a pipe is enough', 'a pipe is not enough')).toEqual([
      { kind: 'same', text: 'a pipe is ' },
      { kind: 'new', text: 'not ' },
      { kind: 'same', text: 'enough' },
    ]);
    expect(wordDiff('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  });

  it.each([
    ['one two three', 'two one four'],
    ['', 'all new'],
    ['x '.repeat(3000), 'y '.repeat(3000)],
  ])('hold both texts whole', (before, after) => {
    const pieces = wordDiff(before, after);
    const text = (left: string) => pieces.flatMap((piece) => (piece.kind === left ? [] : [piece.text])).join('');
    expect(text('new')).toBe(before);
    expect(text('gone')).toBe(after);
  });
});

describe('the page of a version', () => {
  const requoted = POSITIONS.map((one) =>
    one.id === 'P1' ? { ...one, evidence: { ...one.evidence, exact: 'Pipes cannot seek far, so no.' } } : one,
  );
  const second = planRelease(
    knowing([decision('PREC-7F3Q2', { positions: requoted })]),
    historiesOf(first),
    '2027-01-01',
  );
  const histories = historiesOf([...first, ...second.versions]);
  const pageOf = (id: string, version: number, withdrawn = false) => {
    const end = { code: 'author-request' as const, reason: 'Asked for.' };
    const views = versionViews(histories, (one) => (withdrawn && one === id ? end : null));
    const view = views.find((one) => one.version.id === id && one.version.version === version);
    if (view === undefined) throw new Error(`${id} has no version ${version}`);
    return view;
  };

  it('shows what has changed since, word by word, and with which version', () => {
    const { since, changes } = pageOf('PREC-7F3Q2-P1', 1);
    expect(changes).toEqual([]);
    expect(since).toMatchObject([{ heading: 'Quotation changed', kind: 'quotation' }]);
    expect(
      since[0]?.pieces.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text.trim()}`),
    ).toEqual(['new far']);
    expect(pageOf('PREC-7F3Q2-P1', 2)).toMatchObject({ since: [], changes: [{ heading: 'Quotation changed' }] });
    expect(pageOf('PREC-7F3Q2-P2', 1)).toMatchObject({ since: [], changes: [], withdrawn: null });
  });

  it('of what was withdrawn shows number, day and digest, and no word of it', () => {
    for (const version of [1, 2]) {
      const view = pageOf('PREC-7F3Q2-P1', version, true);
      expect(view.withdrawn?.reason).toBe('Asked for.');
      expect(rowsOf(view.version.substance)).toEqual([]);
      expect(JSON.stringify(view)).not.toMatch(/seek|Bo/);
      expect(view.version.digest).toBe(histories.get('PREC-7F3Q2-P1')?.[version - 1]?.digest);
    }
  });
});

describe('the files of versions', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-versions-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('are read as they were written, and are only ever added to', () => {
    expect(writeRelease(root, first)).toEqual(['content/versions/PREC-7F3Q2.jsonl', 'content/versions/addresses.txt']);
    expect(readHistories(root)).toEqual({ histories: historiesOf(first), findings: [] });
    expect(writeRelease(root, [])).toEqual([]);
  });

  it('are nothing where nothing was released', () => {
    expect(readHistories(root)).toEqual({ histories: new Map(), findings: [] });
  });

  const [one] = first;
  if (one === undefined) throw new Error('the release holds a version');
  it.each<[string, string]>([
    ['no version stands here', 'not JSON'],
    ['no version stands here', JSON.stringify({ ...one, extra: 1 })],
    ['is out of turn', JSON.stringify({ ...one, version: 2 })],
    ['does not belong into this file', JSON.stringify({ ...one, id: 'PREC-00001' })],
    ['is not that of its substance', JSON.stringify({ ...one, substance: { ...one.substance, question: 'Forged?' } })],
    ['is older than the one before', `${JSON.stringify(one)}\n${JSON.stringify({ ...one, version: 2, date: '2025' })}`],
  ])('are refused where a line %s', (what, text) => {
    mkdirSync(join(root, FOLDER), { recursive: true });
    writeFileSync(join(root, FOLDER, 'PREC-7F3Q2.jsonl'), `${text}\n`);
    const { findings } = readHistories(root);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'version-broken', what: expect.stringContaining(what) });
  });

  it('lose the words of an id that had to go, and nothing else', () => {
    writeRelease(root, first);
    const before = readHistories(root).histories;
    expect(removeWords(root, ['PREC-7F3Q2-P1', 'PREC-00001'])).toEqual(['content/versions/PREC-7F3Q2.jsonl']);
    const { histories, findings } = readHistories(root);
    expect(findings).toEqual([]);
    const [old] = before.get('PREC-7F3Q2-P1') ?? [];
    expect(old).toBeDefined();
    if (old !== undefined) expect(histories.get('PREC-7F3Q2-P1')).toEqual([withoutWords(old)]);
    expect(readFileSync(join(root, FOLDER, 'PREC-7F3Q2.jsonl'), 'utf8')).not.toContain('Pipes cannot seek, so no.');
    expect([...histories].filter(([id]) => id !== 'PREC-7F3Q2-P1')).toEqual(
      [...before].filter(([id]) => id !== 'PREC-7F3Q2-P1'),
    );
    expect(removeWords(root, ['PREC-7F3Q2-P1'])).toEqual([]);
    const gone = knowing(
      [decision('PREC-7F3Q2', { positions: POSITIONS.slice(1) })],
      [{ from: 'PREC-7F3Q2-P1', to: null, code: 'author-request', reason: 'Asked for.' }],
    );
    expect(
      planRelease(gone, histories, DAY).versions.map(({ id, title, changes }) => `${id} ${title}: ${changes[0]?.text}`),
    ).toEqual([
      'PREC-7F3Q2 Pipes or rings: position P1: taken out',
      'PREC-7F3Q2-P1 PREC-7F3Q2-P1: withdrawn (author-request): Asked for.',
    ]);
  });

  it('list every address once, in the order of their release', () => {
    const list = extendAddresses('', first);
    expect(readAddresses(list).slice(0, 2)).toEqual(['PREC-7F3Q2/', 'PREC-7F3Q2/v/1/']);
    expect(extendAddresses(list, first)).toBe(list);
    expect(extendAddresses('PREC-00001/\n', first)).toBe(`PREC-00001/\n${list}`);
  });
});
