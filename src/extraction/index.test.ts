import { describe, expect, it } from 'vitest';
import { foldedSlice } from '../model/quote.ts';
import type { Term } from '../model/term.ts';
import { messageOf, proseLines } from './__fixtures__/lines.ts';
import { extractPositions } from './index.ts';

const LETTER = `> I propose that we add a splice flag so that readers can skip the copy of every page.
I don't think this is a good idea, because it breaks every application that reads twice.

I would prefer a separate system call, since that keeps the fast path simple.

Thanks,
Ann`;

const letter = messageOf(proseLines(LETTER, ['Ann', 'Bob']));

describe('finding positions', () => {
  it('tells who holds what, in words that stand in the document', () => {
    const found = extractPositions([letter], []);
    expect(found.map(({ holder, stance, secondHand, quotedBy }) => [holder, stance, secondHand, quotedBy])).toEqual([
      ['Bob', 'proposes', true, 'Ann'],
      ['Ann', 'opposes', false, undefined],
      ['Ann', 'supports', false, undefined],
    ]);
    for (const position of found) {
      expect(foldedSlice(letter.lines, position.start, position.end)).toBe(position.exact);
      for (const argument of position.arguments) {
        expect(foldedSlice(letter.lines, argument.start, argument.end)).toBe(argument.exact);
      }
    }
  });

  it('gives a reason its polarity and an answer its target', () => {
    const [proposal, objection] = extractPositions([letter], []);
    expect(proposal?.respondsTo).toBeUndefined();
    expect(objection?.respondsTo).toBe(0);
    expect(objection?.arguments.map(({ polarity, exact }) => [polarity, exact])).toEqual([
      ['con', 'because it breaks every application that reads twice'],
    ]);
  });

  it('anchors words that are quoted again where they were said first, wherever that message stands', () => {
    const original = messageOf(
      proseLines('I propose that we add a splice flag so that readers can skip the copy of every page.', ['Bob']),
      '<0@example.org>',
    );
    for (const order of [
      [original, letter],
      [letter, original],
    ]) {
      const proposals = extractPositions(order, []).filter((position) => position.stance === 'proposes');
      expect(proposals.map(({ message, secondHand }) => [message, secondHand])).toEqual([['<0@example.org>', false]]);
    }
  });

  it('takes a mail that was sent twice, and nothing else, for one', () => {
    const text = 'I think we should keep the old name for the flag, because every program knows it.';
    const sent = ['<1@x>', '<2@x>', '<3@x>'].map((id) => messageOf(proseLines(text), id));
    const found = extractPositions(sent, []);
    expect(found.map(({ message, occurrences = [] }) => [message, occurrences.map((again) => again.message)])).toEqual([
      ['<1@x>', ['<2@x>', '<3@x>']],
    ]);
  });

  it('lists where the words of a position stand again', () => {
    const proposal = 'I propose that we add a splice flag so that readers can skip the copy of every page.';
    const original = messageOf(
      proseLines(`${proposal} I think we should keep the old name for it too.`, ['Bob']),
      '<0@x>',
    );
    const cut = messageOf(
      proseLines(`>> I propose that we add a splice flag so that readers\n>> can skip the copy\n> Hm.\n\nNo.`),
      '<2@x>',
    );
    for (const order of [
      [original, letter, cut],
      [cut, letter, original],
    ]) {
      const [found] = extractPositions(order, []).filter((position) => position.message === '<0@x>');
      const places = found?.occurrences?.map(({ message, start, end, quotedBy }) => [message, start, end, quotedBy]);
      expect(places?.toSorted()).toEqual([
        ['<1@example.org>', { line: 1, column: 3 }, { line: 1, column: 86 }, 'Ann'],
        ['<2@x>', { line: 1, column: 4 }, { line: 2, column: 20 }, 'Ann'],
      ]);
    }
    expect(extractPositions([original], []).every(({ occurrences }) => occurrences === undefined)).toBe(true);
  });

  it.each(['header', 'attribution', 'code', 'diff', 'signature', 'footer', 'navigation'] as const)(
    'takes nothing from a line that is %s',
    (zone) => {
      const lines = letter.lines.map((line) => ({ ...line, zone }));
      expect(extractPositions([{ ...letter, lines }], [])).toEqual([]);
    },
  );

  it('names an option by its term of the vocabulary where the words do', () => {
    const term: Term = {
      id: 'splice-flag',
      prefLabel: 'a flag for splice',
      altLabel: ['splice flag'],
      hiddenLabel: [],
      definition: 'A test.',
      broader: [],
      related: [],
    };
    const [proposal] = extractPositions([letter], [term]);
    expect([proposal?.term, proposal?.option]).toEqual(['splice-flag', 'a flag for splice']);
  });

  it('leaves the holder null where nobody is known', () => {
    const lines = letter.lines.map((line) => ({ ...line, speaker: null, basis: 'unknown' as const }));
    expect(extractPositions([{ ...letter, lines }], []).map((position) => position.holder)).toEqual([null, null, null]);
  });

  it('gives the same result twice, and nothing for nothing', () => {
    expect(extractPositions([letter], [])).toEqual(extractPositions([letter], []));
    expect(extractPositions([], [])).toEqual([]);
    expect(extractPositions([messageOf([])], [])).toEqual([]);
  });

  it('comes to an end on a line of five million characters and on what is no text', () => {
    const long = proseLines('I think we should not do this, because it is slow. '.repeat(100_000));
    const noise = proseLines(
      Array.from({ length: 20_000 }, (_, at) => String.fromCharCode((at * 7919) % 65_536)).join(''),
    );
    expect(extractPositions([messageOf(long)], [])).toEqual([]);
    expect(() => extractPositions([messageOf(noise)], [])).not.toThrow();
  });
});
