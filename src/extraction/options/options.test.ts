import { describe, expect, it } from 'vitest';
import type { Term } from '../../model/term.ts';
import { proseLines } from '../__fixtures__/lines.ts';
import { type Block, blocksOfLines } from '../blocks.ts';
import { type Sentence, sentencesOf } from '../sentence.ts';
import { comparedIn } from './alternatives.ts';
import { NO_OPTION, type OptionRegistry, optionOf, registerOptions } from './index.ts';
import { listedIn } from './listed.ts';
import { definedIn, numberIn } from './numbered.ts';
import { indexTerms } from './vocabulary.ts';

function paragraphs(text: string): { block: Block; sentences: Sentence[] }[] {
  return blocksOfLines(proseLines(text)).map((block) => ({ block, sentences: sentencesOf(block) }));
}

function sentences(text: string): Sentence[] {
  return paragraphs(text).flatMap((paragraph) => paragraph.sentences);
}

function one(text: string): Sentence {
  const [sentence] = sentences(text);
  if (sentence === undefined) throw new Error(`no sentence in ${text}`);
  return sentence;
}

function registry(text: string, terms: readonly Term[] = []): OptionRegistry {
  return registerOptions(paragraphs(text), indexTerms(terms));
}

/** The option of the last sentence of a text. */
function last(text: string, terms: readonly Term[] = []): string | null {
  return optionOf(sentences(text).slice(-1), registry(text, terms), NO_OPTION).option;
}

function term(id: string, prefLabel: string, ...altLabel: string[]): Term {
  return { id, prefLabel, altLabel, hiddenLabel: [], definition: 'A test.', broader: [], related: [] };
}

describe('numbered options', () => {
  it('are defined by the clause in front, where a choice is made', () => {
    expect(definedIn(one('We can register the whole space (1) or only some areas (2).'))).toEqual([
      ['1', 'We can register the whole space'],
      ['2', 'only some areas'],
    ]);
  });

  it('are not footnotes', () => {
    expect(definedIn(one('There is interest from research (1) and in the field (2).'))).toEqual([]);
  });

  it.each([
    ['I still prefer model (1) as it is', '1'],
    ['option 2 is better', '2'],
    ['approach B wins', 'B'],
    ['we have 2 drivers', null],
  ])('are referred to in %j', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it('stand for their clause wherever the number is named', () => {
    expect(last('Either map the whole space (1) or only some areas (2).\n\nI prefer option (2).')).toBe(
      'only some areas',
    );
  });

  it('mean nothing where one number is defined in two ways', () => {
    const text =
      'Either map it all (1) or a part (2).\n\nEither lock pages (1) or copy them (2).\n\nI prefer option (2).';
    expect(registry(text).numbered.size).toBe(0);
  });
});

describe('a list of items', () => {
  const items = '1) map the ring, once\n2) copy it\n';

  it('defines options where the lead-in speaks of a choice, numbered or lettered', () => {
    expect(listedIn(paragraphs(`I see two ways to do that:\n${items}`))).toEqual([
      ['1', 'map the ring'],
      ['2', 'copy it'],
    ]);
    expect(listedIn(paragraphs('There are these options:\na) a flag\nb) a call'))).toEqual([
      ['A', 'a flag'],
      ['B', 'a call'],
    ]);
    expect(last(`I see two ways:\n${items}\nI prefer option 2.`)).toBe('copy it');
  });

  it.each([
    'The ring might be another choice:',
    'It takes these steps:',
    'There are several reasons against it:',
    'It has to serve all these people:',
    'Some ways that cause problems:',
  ])('defines none behind %j', (lead) => {
    expect(listedIn(paragraphs(`${lead}\n${items}`))).toEqual([]);
  });
});

describe('options set against each other', () => {
  it.each([
    ['We argued acall vs. syslets vs. threads for a year.', 'acall vs. syslets vs. threads'],
    ['It is the polling loop versus an interrupt again.', 'polling loop versus an interrupt'],
    ['It runs with the polling loop or an interrupt.', null],
  ])('in %j', (text, expected) => {
    expect(comparedIn(one(text))).toBe(expected);
    if (expected !== null) expect(last(text)).toBe(expected);
  });
});

describe('an option without a vocabulary', () => {
  it.each([
    ['a name of code', 'Then io_uring does the rest.', 'io_uring'],
    ['a flag', 'I would add O_NOWAIT here, because most people expect that.', 'O_NOWAIT'],
    ['what a verb of choice takes', 'You might want to look at vsock too.', 'vsock'],
    ['a name in quotation marks', 'They want "raw access" at any time of day.', 'raw access'],
    ['a name with what is tied to it', 'We need a lock for each of the buckets.', 'lock'],
    [
      'a doing and what it is done to',
      'We should confine the workers to a list of folders.',
      'confine the workers to a list',
    ],
    ['not the word that judges', 'A separate daemon would be a terrible nuisance.', 'separate daemon'],
  ])('is %s', (_, text, expected) => {
    expect(last(text)).toBe(expected);
  });

  it('is what the thread keeps coming back to', () => {
    const text = 'The ring is fast.\n\nThe ring is small.\n\nThe ring is easy.\n\nIn the clock there is a ring.';
    expect(last(text)).toBe('ring');
  });

  it('is rather what the block answered spoke of', () => {
    const [sentence] = sentences('The table is smaller than the index.');
    const run = sentence === undefined ? [] : [sentence];
    const empty = registry('');
    expect(optionOf(run, empty, NO_OPTION, new Set(['table'])).option).toBe('table');
    expect(optionOf(run, empty, NO_OPTION, new Set(['index'])).option).toBe('index');
  });
});

describe('words that only point', () => {
  const before = { term: null, option: 'pipes' };
  const optionAfter = (text: string): string | null => optionOf(sentences(text), registry(''), before).option;

  it.each([
    'I like this.',
    'I would merge that patch.',
    'The latter is fine with me.',
    'Your approach is fine, I like it.',
  ])('in %j mean what was named before', (text) => {
    expect(optionAfter(text)).toBe('pipes');
  });

  it('mean nothing where nothing was named, and are not asked where a name stands', () => {
    expect(optionOf(sentences('I like this.'), registry(''), NO_OPTION)).toEqual(NO_OPTION);
    expect(optionOf(sentences('Yes.'), registry(''), before)).toEqual(NO_OPTION);
    expect(optionAfter('This io_uring patch is fine.')).toContain('io_uring');
  });
});

describe('an option of the vocabulary', () => {
  const terms = [term('page-cache', 'the page cache', 'cache of pages'), term('ring-buffer', 'ring buffer', 'ring')];

  it('is known by any of its names', () => {
    expect(last('We should use a cache of pages.', terms)).toBe('the page cache');
    expect(last('We should use rings.', terms)).toBe('ring buffer');
  });

  it('is the one that the heaviest name holds', () => {
    expect(last('Because the ring is slow, we should use the page cache.', terms)).toBe('the page cache');
  });

  it('gives way where the position is plainly about something else', () => {
    expect(last('I propose that we add a vm_lock_all() call, since the ring is slow.', terms)).toBe('vm_lock_all()');
  });
});
