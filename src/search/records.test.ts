import { describe, expect, it } from 'vitest';
import { knowledge, line } from './__fixtures__/knowledge.ts';
import { passages } from './kinds/source.ts';
import type { Kind, SearchRecord } from './record.ts';
import { searchRecords } from './records.ts';

const records = searchRecords(knowledge);
const of = (kind: Kind) => records.filter((record) => record.kind === kind);
const first = (kind: Kind): SearchRecord => {
  const [record] = of(kind);
  if (record === undefined) throw new Error(`no ${kind}`);
  return record;
};

describe('the hits of the search', () => {
  it('are positions, decisions, facts, terms, people and passages, each of its own', () => {
    expect(records.map(({ kind, url }) => [kind, url])).toEqual([
      ['position', '/PREC-7F3Q2-P1/'],
      ['position', '/PREC-7F3Q2-P2/'],
      ['decision', '/PREC-7F3Q2/'],
      ['theme', '/themes/raw-or-not/'],
      ['fact', '/PREC-7F3Q2/#F1'],
      ['term', '/terms/raw-frob/'],
      ['term', '/terms/vma-lock/'],
      ['person', '/people/carol-dee/'],
      ['source', '/sources/2014-frob/#L3'],
      ['source', '/sources/2014-frob/#L6'],
    ]);
  });

  it('show a position with its holder, stance, option, fate and the line it stands on', () => {
    expect(first('position')).toEqual({
      kind: 'position',
      url: '/PREC-7F3Q2-P1/',
      title: 'Carol Dee proposes raw frobs',
      text: ['Let us add FROB_RAW to the frobnicator.'],
      also: ['raw frobs', 'raw mode', 'FROB_RAW', 'Carol Dee', 'C. Dee'],
      meta: {
        id: 'PREC-7F3Q2-P1',
        holder: 'Carol Dee',
        basis: 'inferred',
        through: 'as quoted by Ann Bee',
        stance: 'proposes',
        option: 'raw frobs',
        fate: 'rejected',
        year: '2014',
        decision: 'Raw frobs',
        status: 'settled',
        list: 'frob-devel',
        line: '3',
        at: '/sources/2014-frob/#L3',
      },
      filters: {
        option: ['raw frobs'],
        holder: ['Carol Dee'],
        stance: ['proposes'],
        year: ['2014'],
        status: ['settled'],
        list: ['frob-devel'],
      },
      date: '2014-06-13',
    });
  });

  it('give a position without a known holder or option to nobody and to its decision', () => {
    const [, unknown] = of('position');
    expect(unknown?.title).toBe('Somebody unnamed asks about Raw frobs');
    expect(unknown?.meta).not.toHaveProperty('holder');
    expect(unknown?.filters.holder).toEqual([]);
  });

  it('leave out positions that were rejected or withdrawn', () => {
    expect(of('position').map(({ meta }) => meta.id)).toEqual(['PREC-7F3Q2-P1', 'PREC-7F3Q2-P2']);
  });

  it('hold the account of a decision', () => {
    expect(first('decision').text.at(-1)).toBe('The frobnicator was left alone.');
  });

  it('mark a fact that nobody has confirmed and name the option whose fate it shows', () => {
    expect(first('fact').meta).toMatchObject({ checked: 'unconfirmed', option: 'raw frobs', year: '2015' });
  });

  it('give a passage to the person who wrote it, and show nobody’s address', () => {
    const [quoted, own] = of('source');
    expect(quoted).toMatchObject({
      text: ['Let us add FROB_RAW to the', 'frobnicator.'],
      meta: { holder: 'Carol Dee' },
    });
    expect(own?.meta.holder).toBe('Ann Bee');
    expect(JSON.stringify(records)).not.toMatch(/@example/);
  });
});

describe('a passage', () => {
  const texts = (lines: Parameters<typeof passages>[0]) =>
    passages(lines).map((run) => run.map(({ number }) => number));

  it('ends where the speaker changes, where lines are missing and where a line is no text', () => {
    expect(
      texts([
        line(1, 'a'),
        line(2, 'b', { speaker: null }),
        line(3, 'c', { speaker: null }),
        line(5, 'd', { speaker: null }),
        line(6, 'e', { speaker: null, zone: 'signature' }),
        line(7, 'f', { speaker: null }),
        line(8, '> g', { speaker: null, depth: 1, prefix: 2 }),
      ]),
    ).toEqual([[1], [2, 3], [5], [7], [8]]);
  });

  it('is cut at a blank line once it is long', () => {
    const long = 'x'.repeat(1_300);
    expect(texts([line(1, long), line(2, long), line(3, ''), line(4, 'y')])).toEqual([[1, 2], [4]]);
  });

  it('is not made of what is quoted from a message of the same archive, nor of blank lines', () => {
    const original = { message: '<1@example.org>', line: 4 };
    expect(texts([line(1, '> a', { original, prefix: 2 }), line(2, ''), line(3, '')])).toEqual([]);
  });
});
