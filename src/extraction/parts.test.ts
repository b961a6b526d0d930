import { describe, expect, it } from 'vitest';
import { proseLines } from './__fixtures__/lines.ts';
import { blocksOfLines } from './blocks.ts';
import { conditionOf } from './condition.ts';
import { hedgeOf } from './hedge.ts';
import { negated } from './negation.ts';
import { draftQuestion, plainSubject } from './question.ts';
import { keysOf, rememberSentences } from './repeats.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { cutTokens } from './tokens.ts';
import { makeLexicon } from './words.ts';

function sentences(text: string): Sentence[] {
  return blocksOfLines(proseLines(text)).flatMap(sentencesOf);
}

function one(text: string): Sentence {
  const [sentence] = sentences(text);
  if (sentence === undefined) throw new Error(`no sentence in ${text}`);
  return sentence;
}

describe('hedges', () => {
  it.each([
    ['It is slow.', 'none'],
    ['I think it is slow.', 'low'],
    ['I think it might be slow.', 'medium'],
    ['I guess it might perhaps be somewhat slow.', 'high'],
  ])('of %j are %s', (text, level) => {
    expect(hedgeOf(sentences(text))).toBe(level);
  });
});

describe('conditions', () => {
  it.each([
    ['It works well if the table fits in memory, and fast.', 'if the table fits in memory'],
    ['As long as nobody holds the lock, this is fine.', 'As long as nobody holds the lock'],
    ['I wonder if that is enough for us.', null],
    ['Even if it were faster I would not use it.', null],
    ['It works.', null],
  ])('of %j', (text, expected) => {
    const range = conditionOf(one(text));
    expect(range === null ? null : text.slice(range.start, range.end)).toBe(expected);
  });
});

describe('negation', () => {
  it.each([
    ['this is not good', true],
    ['it was never any good', true],
    ['not now, but good', false],
    ['good', false],
  ])('in %j reaches the last word: %s', (text, expected) => {
    const tokens = cutTokens(text).tokens;
    expect(negated(tokens, tokens.length - 1)).toBe(expected);
  });
});

describe('speech', () => {
  it('in quotation marks is nobody’s position, also when it runs over sentences', () => {
    const text = 'They all say "Get out of my way. We know better." I doubt it. "Never mind."';
    expect(sentences(text).map((sentence) => [sentence.text, sentence.speech])).toEqual([
      ['They all say "Get out of my way.', false],
      ['We know better."', true],
      ['I doubt it.', false],
      ['"Never mind."', true],
    ]);
  });

  it('does not begin at a mark without a partner', () => {
    expect(sentences('The 19" rack is full. We need another.').some((sentence) => sentence.speech)).toBe(false);
  });
});

describe('the draft question', () => {
  it.each([
    ['Re: [RFC] Programming model', 'Programming model'],
    ['Re: [PATCH v2 1/3] Fwd: mm: hooks', 'mm: hooks'],
    ['[ANNOUNCE]', '[ANNOUNCE]'],
    ['', ''],
  ])('takes the subject %j for %j', (subject, plain) => {
    expect(plainSubject(subject)).toBe(plain);
  });

  it('keeps a subject that asks, and states no outcome', () => {
    expect(draftQuestion('Re: Copy on write for splice()?')).toBe('Copy on write for splice()?');
    expect(draftQuestion('Mach ports')).toBe('What should be decided on “Mach ports”?');
    expect(draftQuestion('  ')).toBe('What should be decided?');
  });
});

describe('words met before', () => {
  const lexicon = makeLexicon();
  const keys = (text: string): number[] => keysOf(cutTokens(text, lexicon).tokens);

  it('are known again reflowed or cut short, and not when they only resemble', () => {
    const memory = rememberSentences(20);
    memory.enter(keys('We have always taken the first approach because it is the simplest of all.'), 7);
    expect(memory.find(keys('We have always taken the first\napproach because it is'))).toBe(7);
    expect(memory.find(keys('We have never taken any approach which was that simple at all.'))).toBeNull();
  });

  it('of two or three words must be the same entirely', () => {
    const memory = rememberSentences(2);
    memory.enter(keys('I agree.'), 1);
    expect(memory.find(keys('I agree'))).toBe(1);
    expect(memory.find(keys('I disagree'))).toBeNull();
  });

  it('are found among very many', () => {
    const memory = rememberSentences(30_000);
    const nth = (number: number): string => `Sentence number w${number} says what w${number + 1} never said before.`;
    for (let number = 0; number < 3000; number++) memory.enter(keys(nth(number)), number);
    expect([0, 1500, 2999].map((number) => memory.find(keys(nth(number))))).toEqual([0, 1500, 2999]);
    expect(memory.find(keys('Nobody wrote any of these seven words.'))).toBeNull();
  });

  it('are not found across the end of one sentence and the beginning of the next', () => {
    const memory = rememberSentences(10);
    expect([memory.enter([1, 2, 3, 4, 5], 7), memory.enter([6, 7, 8, 9, 10], 8)]).toEqual([true, true]);
    expect(memory.find([1, 2, 3, 4, 5])).toBe(7);
    expect(memory.find([4, 5, 6, 7, 8])).toBeNull();
  });

  it('are entered only as far as there is room', () => {
    expect(() => rememberSentences(4).enter([1, 2, 3, 4, 5], 1)).toThrow(RangeError);
  });
});
