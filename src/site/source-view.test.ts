import { describe, expect, it } from 'vitest';
import { decision, KNOWLEDGE, LINES, line, position, SOURCE } from './__fixtures__/small.ts';
import { surroundingsOf } from './context.ts';
import { marksOf, segmentsOf } from './marks.ts';
import { quotedWords } from './quoted-words.ts';
import { publishesBytes } from './raw.ts';
import { sharesOf } from './shares.ts';
import { shorten } from './shorten.ts';
import { siteFrom } from './site.ts';
import { explanations, lineRange, sourceView, voiceOf } from './source-view.ts';
import { stripOf } from './strip.ts';

const site = siteFrom(KNOWLEDGE);
const view = sourceView(SOURCE, site.positions);
const lines = view.blocks.flatMap(({ runs }) => runs.flatMap(({ items }) => items));

describe('the page of a source', () => {
  it('shows every line, and every letter of it, once', () => {
    expect(lines.map(({ segments }) => segments.map(({ text }) => text).join(''))).toEqual(LINES.map(({ raw }) => raw));
    expect(lines.map(({ id }) => id)).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7']);
  });

  it('marks the words of a position and the reason in them, never a quote mark', () => {
    const [, , third] = lines;
    expect(third?.segments.map(({ text, of, polarity }) => [text, of?.position.id ?? null, polarity])).toEqual([
      ['> ', null, null],
      ['Pipes are fine, ', 'P2', null],
      ['they are', 'P2', 'pro'],
    ]);
    expect(third?.begins.map(({ id }) => id)).toEqual(['PREC-7F3Q2-P2']);
    expect(lines[3]?.begins.map(({ id }) => id)).toEqual(['PREC-7F3Q2-P4']);
  });

  it('tells used from unused from unread lines', () => {
    expect(lines.map(({ reading }) => reading)).toEqual([null, null, 'used', 'used', null, 'used', 'used']);
    expect(view.reading).toEqual({ read: 4, used: 4 });
    expect(sourceView(SOURCE, []).reading).toEqual({ read: 4, used: 0 });
  });

  it('groups lines by voice, an empty line with the words before it, and folds what is quoted', () => {
    expect(view.blocks.map(({ quoted, runs }) => [quoted, lineRange(runs)])).toEqual([
      [false, { first: 1, last: 2 }],
      [true, { first: 3, last: 4 }],
      [false, { first: 5, last: 7 }],
    ]);
    expect(view.blocks[0]?.runs.map(({ part, speaker }) => `${part} ${speaker}`)).toEqual(['frame null', 'words Bo']);
  });

  it('counts whose words they are', () => {
    expect(view.shares).toEqual([
      { speaker: 'Ann', words: 9, quoted: 9 },
      { speaker: 'Bo', words: 10, quoted: 0 },
    ]);
    expect(view.speakers.map((speaker) => voiceOf(view.speakers, speaker))).toEqual([1, 2]);
    expect(voiceOf(view.speakers, null)).toBe(0);
  });

  it('shows what the original has and these bytes lack', () => {
    expect(lines[5]?.gaps).toEqual([{ after: 6, missing: 'a line' }]);
  });

  it('gives each part of a line that a seam divides an id of its own', () => {
    const seam = [line(9, 'Mine. '), line(9, 'Yours.', { column: 7, speaker: 'Ann' })];
    const [message] = SOURCE.messages;
    if (message === undefined) throw new Error('the fixture holds a message');
    const parts = sourceView({ ...SOURCE, messages: [{ ...message, lines: seam }] }, []);
    expect(parts.blocks.flatMap(({ runs }) => runs.flatMap(({ items }) => items.map(({ id }) => id)))).toEqual([
      'L9',
      'L9c7',
    ]);
  });
});

describe('a source of several messages whose text was decoded', () => {
  const parted = (text: string, id: string) => ({
    ...(SOURCE.messages[0] ?? fail('a message')),
    id,
    lines: [line(1, text, { part: '1' })],
  });
  const entry = { ...SOURCE, messages: [parted('Nothing here.', '<1@x>'), parted('Pipes cannot seek.', '<2@x>')] };
  const said = position('P1', [6, 1, 6, 17]);
  const evidence = {
    ...said.evidence,
    part: '1',
    start: { line: 1, column: 1 },
    end: { line: 1, column: 17 },
    exact: 'Pipes cannot seek',
  };
  const decisions = [decision('PREC-7F3Q2', { positions: [{ ...said, evidence }] })];
  const several = siteFrom({ ...KNOWLEDGE, sources: [entry], decisions });

  it('has lines of the same number, each with an id of its own', () => {
    const items = sourceView(entry, several.positions).blocks.flatMap(({ runs }) => runs.flatMap((run) => run.items));
    expect(items.map(({ id, reading }) => `${id} ${reading}`)).toEqual(['m1p1L1 unused', 'm2p1L1 used']);
  });

  it('is linked to by the mark of the words', () => {
    expect(several.positions[0]).toMatchObject({
      message: { id: '<2@x>' },
      evidenceHref: '/sources/2014-pipes/#PREC-7F3Q2-P1',
    });
  });
});

describe('the reason for a name', () => {
  it('is given once, where it first applies', () => {
    const lines = [1, 2, 3].map((number) =>
      line(number, 'Words.', number === 2 ? {} : { speaker: 'Ann', basis: 'inferred', reason: 'it fits' }),
    );
    const message = { ...(SOURCE.messages[0] ?? fail('a message')), lines };
    const { blocks } = sourceView({ ...SOURCE, messages: [message] }, []);
    expect([...explanations(blocks).values()]).toEqual([expect.stringMatching(/conversation\. It fits\.$/)]);
  });
});

function fail(what: string): never {
  throw new Error(`the fixture holds ${what}`);
}

describe('marks that overlap', () => {
  it('give each segment to the position that begins last, and name all of them', () => {
    const [quoted, , own] = site.positions;
    if (quoted === undefined || own === undefined) throw new Error('the fixture holds positions');
    const marks = [
      { of: own, start: { line: 6, column: 1 }, end: { line: 6, column: 25 }, polarity: null },
      { of: quoted, start: { line: 6, column: 7 }, end: { line: 6, column: 12 }, polarity: null },
    ];
    const segments = segmentsOf(line(6, 'Pipes cannot seek, so no.'), marks);
    expect(segments.map(({ text, of, positions }) => [text, of?.position.id, positions.length])).toEqual([
      ['Pipes ', 'P1', 1],
      ['cannot', 'P2', 2],
      [' seek, so no.', 'P1', 1],
    ]);
  });

  it('count columns in code points', () => {
    const [own] = site.positions.filter(({ position }) => position.id === 'P1');
    if (own === undefined) throw new Error('the fixture holds P1');
    const mark = { of: own, start: { line: 1, column: 3 }, end: { line: 1, column: 4 }, polarity: null };
    const bare = segmentsOf(line(2, '> ✭ no', { prefix: 2 }), []);
    expect(bare.map(({ text, quoteMarks, of }) => [text, quoteMarks, of])).toEqual([
      ['> ', true, null],
      ['✭ no', false, null],
    ]);
    expect(segmentsOf(line(3, ''), [])).toEqual([]);
    expect(segmentsOf(line(1, '✭😀no!'), [mark]).map(({ text }) => text)).toEqual(['✭😀', 'no', '!']);
  });

  it('of another source are left out', () => {
    expect(marksOf('another', site.positions)).toEqual([]);
  });
});

describe('the words of a position', () => {
  it('carry their reasons where those stand in them once, and apart where not', () => {
    const [own] = site.positions.filter(({ position }) => position.id === 'P1');
    if (own === undefined) throw new Error('the fixture holds P1');
    const { position } = own;
    expect(quotedWords(position).pieces.map(({ text, argument }) => [text, argument?.polarity ?? null])).toEqual([
      ['Pipes cannot seek', 'con'],
      [', so no.', null],
    ]);
    const twice = { ...position, evidence: { ...position.evidence, exact: 'Pipes cannot seek. Pipes cannot seek.' } };
    expect(quotedWords(twice)).toMatchObject({ pieces: [{ argument: null }], elsewhere: [{ polarity: 'con' }] });
  });

  it('stand in the words of the same voice around them', () => {
    const [quoted] = site.positions.filter(({ position }) => position.id === 'P4');
    expect(quoted && surroundingsOf(LINES, quoted.position.evidence)).toEqual({
      before: 'Pipes are fine, they are everywhere.',
      after: '',
    });
  });

  it('are cut at a blank where they are long', () => {
    expect(shorten('one two three', 8)).toBe('one two …');
    expect(shorten('one', 8)).toBe('one');
    expect(shorten('😀'.repeat(9), 8)).toBe(`${'😀'.repeat(8)} …`);
  });
});

describe('the strip of shares', () => {
  it('is drawn to scale, without a gap too many', () => {
    const bars = stripOf([
      { speaker: 'Ann', words: 30, quoted: 30 },
      { speaker: 'Bo', words: 10, quoted: 0 },
    ]);
    expect(bars.map(({ x, width, own }) => [x, width, own])).toEqual([
      [0, 747, 0],
      [751, 249, 249],
    ]);
  });

  it('counts no words of the archive itself', () => {
    expect(
      sharesOf([line(1, 'Date: today', { zone: 'header' }), line(2, 'On Monday Ann wrote:', { zone: 'attribution' })]),
    ).toEqual([]);
    expect(stripOf([])).toEqual([]);
  });
});

describe('the bytes of a source', () => {
  it('are offered only where no address of a person stands in them', () => {
    expect(publishesBytes(SOURCE.bytes)).toBe(true);
    expect(publishesBytes(new TextEncoder().encode('From: Ann <ann@example.org>'))).toBe(false);
  });
});
