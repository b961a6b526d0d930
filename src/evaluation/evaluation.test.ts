import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundPosition } from '../model/position.ts';
import { PrecedentError } from '../model/problem.ts';
import { intervalOver, numbersFrom } from './bootstrap.ts';
import { type EvaluatedDocument, pairSpans, unverifiable } from './document.ts';
import { evaluate } from './evaluate.ts';
import { type GoldPosition, parseGold } from './gold.ts';
import { sameOption } from './heads.ts';
import { loadGold, loadVocabulary } from './load.ts';
import { parseMadeUp } from './made-up.ts';
import { assign, type Edge, matchPairs } from './matching.ts';
import { sameHolder } from './names.ts';
import { replaceBlock } from './page.ts';
import { formatScoreboard } from './report.ts';
import { addTallies, emptyTally, ratesOf, tallyOf } from './score.ts';
import { indexWords, intersectionOverUnion, intervalOf } from './spans.ts';

const TEXT = 'We should map it.\nNo, that leaks.\n';

function found(
  start: [number, number],
  end: [number, number],
  exact: string,
  more: Partial<FoundPosition> = {},
): FoundPosition {
  return {
    start: { line: start[0], column: start[1] },
    end: { line: end[0], column: end[1] },
    exact,
    holder: 'Ann',
    basis: 'header',
    stance: 'opposes',
    term: null,
    option: 'mapping',
    question: 'How?',
    secondHand: false,
    hedge: 'none',
    confidence: 0.9,
    arguments: [],
    message: 'm',
    ...more,
  };
}

const GOLD: GoldPosition = {
  doc: 'd',
  id: 'P1',
  start: { line: 2, column: 1 },
  end: { line: 2, column: 15 },
  raw: 'No, that leaks.',
  holder: 'Ann',
  stance: 'opposes',
  option: 'map it',
  secondHand: false,
  arguments: [],
};

function documentWith(positions: readonly FoundPosition[]): EvaluatedDocument {
  const lines = TEXT.trimEnd()
    .split('\n')
    .map((raw, index) => ({
      ...{ number: index + 1, column: 1, raw, prefix: 0, depth: 0, zone: 'prose' as const },
      ...{ speaker: 'Ann', basis: 'header' as const },
    }));
  const message = { id: 'm', from: null, fromBasis: 'unknown' as const, dateText: null, date: null, subject: '' };
  return {
    name: 'd',
    thread: 't',
    text: TEXT,
    messages: [{ ...message, inReplyTo: null, references: [], lines }],
    gold: [GOLD],
    found: positions,
  };
}

describe('spans', () => {
  it('touch the words between two places, over line ends', () => {
    const words = indexWords('a bb\n\n> ccc d');
    expect(intervalOf(words, { line: 1, column: 4 }, { line: 3, column: 5 })).toEqual({ from: 1, to: 3 });
    expect(intervalOf(words, { line: 2, column: 1 }, { line: 2, column: 1 })).toBeNull();
    expect(intervalOf(words, { line: 9, column: 1 }, { line: 9, column: 1 })).toBeNull();
  });

  it('share between none and all of their words, the same seen from both sides', () => {
    const interval = fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const share = intersectionOverUnion(a, b);
        expect(share).toBe(intersectionOverUnion(b, a));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(intersectionOverUnion(a, a)).toBe(1);
      }),
    );
  });
});

/** The best sum of weights, by trying every choice. */
function bestByForce(edges: readonly Edge[]): number {
  const [first, ...rest] = edges;
  if (first === undefined) return 0;
  const apart = rest.filter((edge) => edge.found !== first.found && edge.gold !== first.gold);
  return Math.max(bestByForce(rest), first.weight + bestByForce(apart));
}

describe('matching', () => {
  it('is one to one and has the highest sum there is', () => {
    const edge = fc.record({
      found: fc.nat(4),
      gold: fc.nat(4),
      weight: fc.integer({ min: 1, max: 10 }).map((n) => n / 10),
    });
    const edges = fc.uniqueArray(edge, { maxLength: 9, selector: (one) => `${one.found}/${one.gold}` });
    fc.assert(
      fc.property(edges, (all) => {
        const pairs = matchPairs(all);
        expect(new Set(pairs.map((pair) => pair.found)).size).toBe(pairs.length);
        expect(new Set(pairs.map((pair) => pair.gold)).size).toBe(pairs.length);
        expect(pairs.reduce((sum, pair) => sum + pair.weight, 0)).toBeCloseTo(bestByForce(all), 8);
      }),
    );
  });

  it('assigns every row a column of its own', () => {
    expect(
      assign([
        [4, 1, 3],
        [2, 0, 5],
        [3, 2, 2],
      ]),
    ).toEqual([1, 0, 2]);
  });
});

describe('scoring', () => {
  const same = sameHolder([]);

  it('counts a span, its holder, stance and option', () => {
    const right = tallyOf(documentWith([found([2, 1], [2, 15], 'No, that leaks.')]), same);
    expect([right.span, right.holder, right.stance, right.option]).toEqual([1, 1, 1, 0]);
    const named = tallyOf(documentWith([found([2, 1], [2, 15], 'No, that leaks.', { option: 'the map' })]), same);
    expect(named.option).toBe(1);
  });

  it('does not count a wrong holder, a wrong stance or a span elsewhere', () => {
    const wrong = found([2, 1], [2, 15], 'No, that leaks.', { holder: 'Bob', stance: 'asks' });
    const tally = tallyOf(documentWith([wrong, found([1, 1], [1, 17], 'We should map it.')]), same);
    expect([tally.found, tally.span, tally.holder, tally.stance]).toEqual([2, 1, 0, 0]);
    expect(tally.confusion.opposes).toEqual({ asks: 1 });
  });

  it('sees a quotation that does not stand in the document', () => {
    const honest = documentWith([found([2, 1], [2, 15], 'No, that leaks.')]);
    expect(unverifiable(honest)).toBe(0);
    expect(unverifiable(documentWith([found([2, 1], [2, 15], 'No, that works.')]))).toBe(1);
    expect(unverifiable(documentWith([found([2, 1], [2, 15], 'No, that leaks.', { message: 'other' })]))).toBe(1);
    const argument = {
      polarity: 'con' as const,
      start: { line: 2, column: 5 },
      end: { line: 2, column: 8 },
      exact: 'this',
    };
    expect(unverifiable(documentWith([found([2, 1], [2, 15], 'No, that leaks.', { arguments: [argument] })]))).toBe(1);
  });

  it('pairs a span that shares half of the words, not one that shares less', () => {
    const document = documentWith([]);
    expect(pairSpans(document, [{ start: { line: 2, column: 1 }, end: { line: 2, column: 8 } }])).toEqual([[0, 0]]);
    expect(pairSpans(document, [{ start: { line: 1, column: 1 }, end: { line: 2, column: 8 } }])).toEqual([]);
  });

  it('adds up number by number', () => {
    const one = tallyOf(documentWith([found([2, 1], [2, 15], 'No, that leaks.')]), same);
    const two = addTallies([one, one, emptyTally()]);
    expect([two.span, two.stances.opposes?.right, two.depths['0']?.matched]).toEqual([2, 2, 2]);
    expect(ratesOf(1, 2, 4)).toEqual({ precision: 0.5, recall: 0.25, f1: 1 / 3 });
    expect(ratesOf(0, 0, 0)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('names', () => {
  it('are one by their letters and by the people known, and nobody is nobody', () => {
    const same = sameHolder([{ id: 'ann-example', name: 'Ann Example', aliases: ['aexample'], checked: 'confirmed' }]);
    expect(same('PaulMcKenney', 'Paul McKenney')).toBe(true);
    expect(same('aexample', 'Ann Example')).toBe(true);
    expect(same('unnamed poster', null)).toBe(true);
    expect(same('Ann Example', null)).toBe(false);
    expect(same('Ann', 'Anne')).toBe(false);
  });

  it('of options agree by a shared head term', () => {
    expect(sameOption('seekable pipes', 'make pipes seekable')).toBe(true);
    expect(sameOption('the existing interface', 'a new API')).toBe(false);
    expect(sameOption(null, 'pipes')).toBe(false);
    expect(sameOption(null, null)).toBe(true);
  });
});

describe('intervals', () => {
  it('are the same for the same seed and hold the figure of equal threads', () => {
    expect([1, 2, 3].map(numbersFrom(1))).toEqual([1, 2, 3].map(numbersFrom(1)));
    expect(intervalOver([2, 2, 2], (drawn) => drawn.reduce((sum, value) => sum + value, 0))).toEqual([6, 6]);
    const [low, high] = intervalOver([0, 1, 2, 3, 4, 5], (drawn) => drawn.reduce((sum, value) => sum + value, 0) / 6);
    expect(low).toBeLessThan(2.5);
    expect(high).toBeGreaterThan(2.5);
  });
});

describe('annotations', () => {
  it('name the line that is wrong', () => {
    const line = JSON.stringify(GOLD);
    expect(parseGold(`${line}\n\n`, 'p')).toHaveLength(1);
    expect(() => parseGold(`${line}\nnonsense`, 'p')).toThrow(/p:2/);
    expect(() => parseGold(line.replace('opposes', 'loathes'), 'p')).toThrow(PrecedentError);
  });

  it('are refused where the folder, the file or the slice is missing', () => {
    expect(() => loadGold('src/evaluation/nowhere', 'content/sources')).toThrow(/gold-missing/);
    expect(() => parseMadeUp('X what is this')).toThrow(RangeError);
  });
});

describe('the five documents', () => {
  const board = evaluate(loadGold('content/evaluation', 'content/sources'), loadVocabulary('content'));

  it('hold no quotation that cannot be found, and no holder who did not write it', () => {
    expect(board.leftOut).toBe(false);
    expect(board.total.gold).toBe(103);
    expect(board.total.unverifiable).toBe(0);
    expect(board.total.holder).toBe(board.total.span);
  });

  it('score above every baseline, and the same each time', () => {
    const { f1 } = ratesOf(board.total.span, board.total.found, board.total.gold);
    for (const baseline of board.baselines) expect(f1).toBeGreaterThan(baseline.rates.f1 + 0.1);
    const again = evaluate(loadGold('content/evaluation', 'content/sources'), loadVocabulary('content'));
    expect(JSON.stringify(again)).toBe(JSON.stringify(board));
  });

  it('stand in EVALUATION.md with the figures that come out now', () => {
    const page = readFileSync('EVALUATION.md', 'utf8');
    expect(page, 'run npm run evaluate -- --write open').toBe(
      replaceBlock(page, 'open', formatScoreboard(board), 'EVALUATION.md'),
    );
    expect(() => replaceBlock(page, 'closed', '', 'EVALUATION.md')).toThrow(/block-missing/);
  });
});
