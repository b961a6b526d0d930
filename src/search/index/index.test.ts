import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../__fixtures__/knowledge.ts';
import { answerWord } from '../client/answers.ts';
import { openEngine } from '../client/engine.ts';
import { LEVELS, levelOf } from '../match.ts';
import { readQuery } from '../query.ts';
import { KINDS, type SearchRecord } from '../record.ts';
import { searchRecords } from '../records.ts';
import { readColumn, writeColumn } from './columns.ts';
import { placesOf } from './fields.ts';
import { TOGETHER } from './layout.ts';
import { type MadeIndex, makeIndex } from './make.ts';
import { readNumbers, writeNumbers } from './numbers.ts';
import { readBlock, readPostings, writeBlock, writePostings } from './postings.ts';

const opened = ({ manifest, files }: MadeIndex) =>
  openEngine(async (name) =>
    JSON.parse(name === 'index' ? JSON.stringify(manifest) : (files.get(name.slice(13)) ?? '')),
  );

/** Words that share beginnings, stems, parts and joined forms. */
const word = fc.constantFrom(
  ...'map maps mapped mapping mappings policy policies O_DIRECT direct per-VMA perVMA per vma vm_flags VM_NOTLB'.split(
    ' ',
  ),
  ...'Größe grosse uses used page pages paging a i bus buses dry drier string 2014 raw1 /dev/raw/raw1'.split(' '),
);
const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
const anyRecord: fc.Arbitrary<SearchRecord> = fc.record({
  kind: fc.constantFrom(...KINDS),
  url: fc.constant('/x/'),
  title: words,
  text: fc.array(words, { maxLength: 2 }),
  also: fc.array(words, { maxLength: 2 }),
  meta: fc.record({ decision: words, option: words }),
  filters: fc.constant({}),
  date: fc.constant(null),
});

describe('numbers as text', () => {
  it('come back as they were', () => {
    const number = fc.oneof(fc.nat(40), fc.nat(2 ** 30));
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
      }),
    );
    expect(writeNumbers([0, 31, 32])).toBe('AfgB');
  });
});

describe('a block of the vocabulary', () => {
  it('comes back as it was, letters of any script', () => {
    const entries = ['a', 'ab', 'abc', 'b2', 'größe', 'ж', '日本', '日本語'].map((form) => ({ form, postings: 'AB' }));
    expect(readBlock(writeBlock(entries))).toEqual(entries);
    expect(readBlock('')).toEqual([]);
  });

  it('gives back its postings', () => {
    const posting = fc.record({ record: fc.nat(30_000), place: fc.nat(3), often: fc.boolean() });
    const postings = fc.uniqueArray(posting, { selector: ({ record }) => record });
    fc.assert(
      fc.property(postings, (unsorted) => {
        const sorted = [...unsorted].sort((a, b) => a.record - b.record);
        const { records, places } = readPostings(writePostings(sorted));
        expect(records).toEqual(sorted.map(({ record }) => record));
        expect(places).toEqual(sorted.map(({ place, often }) => place * 2 + (often ? 1 : 0)));
      }),
    );
  });
});

describe('a column of values', () => {
  it('comes back as it was', () => {
    const values = fc.uniqueArray(fc.constantFrom('2003', '2014', 'Ann', 'Bea'), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(values), (records) => {
        const column = writeColumn(records);
        const read = readColumn(column).map((own) => own.map((value) => column.values[value]));
        expect(read).toEqual(records);
      }),
    );
  });
});

describe('the index', () => {
  it('says of every record what its text says', async () => {
    const asked = fc.tuple(word, fc.constantFrom('', ' ')).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(anyRecord, { maxLength: 8 }), asked, async (records, typed) => {
        const engine = await opened(makeIndex(records));
        const [wanted] = readQuery(typed).wanted;
        if (wanted === undefined) throw new Error('nothing is asked');
        const { levels, maybe } = await answerWord(engine, wanted);
        for (let record = 0; record < engine.total; record += 1) {
          const told = levels[record] ?? -1;
          const read = LEVELS.indexOf(
            levelOf(wanted, placesOf(engine.kindOf(record).kind, await engine.record(record))),
          );
          // Side by side the words may stand in a better place than any form does alone; then the record is marked.
          if (told !== read) expect([maybe?.[record], read < told]).toEqual([1, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is cut into blocks and files of a bounded size, in which everything is found', async () => {
    const records = Array.from({ length: 900 }, (_, nth): SearchRecord => {
      const text = [Array.from({ length: 60 }, (__, at) => `w${(nth * 7919 + at * 104_729) % 9973}`).join(' ')];
      return { kind: 'position', url: `/${nth}/`, title: '', text, also: [], meta: {}, filters: {}, date: null };
    });
    const made = makeIndex(records);
    const blocks = [...made.files].filter(([name]) => name.startsWith('words-'));
    expect(blocks.length).toBeGreaterThan(5);
    for (const [name, json] of blocks) expect(json.length, name).toBeLessThan(12_100);
    expect([...made.files.keys()].filter((name) => name.startsWith('position-'))).toHaveLength(
      Math.ceil(900 / TOGETHER.position),
    );
    const engine = await opened(made);
    const all = await engine.forms('w');
    expect(all.map(({ form }) => form)).toEqual(
      [...new Set(records.flatMap(({ text }) => text[0]?.split(' ') ?? []))].sort(),
    );
    for (const { form } of all.slice(0, 50))
      expect((await engine.forms(form)).map((entry) => entry.form)).toContain(form);
    expect((await engine.record(899)).url).toBe('/899/');
  });

  it('has a name that changes with what it holds', () => {
    const records = searchRecords(knowledge);
    const name = (some: readonly SearchRecord[]) => makeIndex(some).manifest.folder;
    expect(name(records)).toBe(name([...records]));
    expect(name(records)).not.toBe(name(records.slice(1)));
  });
});
