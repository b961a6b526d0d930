import { describe, expect, it } from 'vitest';
import { messageOf, proseLines } from './__fixtures__/lines.ts';
import { chooseFeatures, type Example, learnClasses, learnSequence, type Settings } from './learn.ts';
import { teach } from './teach.ts';
import { formatWeights, modelOf, Weights } from './weights.ts';

const SETTINGS: Settings = { leastExamples: 1, leastThreads: 1, prior: 0.1, rounds: 100 };
const EXAMPLES: Example[] = [
  { features: ['good'], label: 0 },
  { features: ['bad'], label: 1 },
];

describe('learning', () => {
  it('keeps only features that enough examples of enough threads have, in order', () => {
    const data = [
      { features: ['b', 'a'], thread: '1' },
      { features: ['a', 'c'], thread: '2' },
      { features: ['c'], thread: '2' },
    ];
    expect([...chooseFeatures(data, { ...SETTINGS, leastThreads: 2 }).keys()]).toEqual(['a']);
    expect([...chooseFeatures(data, { ...SETTINGS, leastExamples: 2 }).keys()]).toEqual(['a', 'c']);
  });

  it('tells apart what the examples tell apart', () => {
    const table = learnClasses(
      EXAMPLES,
      2,
      new Map([
        ['bad', 0],
        ['good', 1],
      ]),
      SETTINGS,
    );
    const [good0 = 0, good1 = 0] = table.get('good') ?? [];
    const [bad0 = 0, bad1 = 0] = table.get('bad') ?? [];
    expect(good0).toBeGreaterThan(good1);
    expect(bad1).toBeGreaterThan(bad0);
  });

  it('learns that what begins may go on', () => {
    const paragraph: Example[] = [
      { features: ['start'], label: 1 },
      { features: ['more'], label: 2 },
      { features: ['chat'], label: 0 },
    ];
    const table = learnSequence(
      [paragraph, paragraph],
      new Map([
        ['chat', 0],
        ['more', 1],
        ['start', 2],
      ]),
      SETTINGS,
    );
    const [, begin = 0, inside = 0] = table.get('more') ?? [];
    expect(inside).toBeGreaterThan(begin);
  });

  it('gives the same numbers for the same lessons, and weights that read back', () => {
    const messages = [messageOf(proseLines('We should map it.\n\nThanks a lot.'))];
    const marked = [{ start: { line: 1, column: 1 }, end: { line: 1, column: 17 }, stance: 'proposes' as const }];
    const lessons = ['a', 'b', 'c', 'd'].map((thread) => ({ thread, messages, marked }));
    const data = { positions: 4, documents: [] };
    const madeUp = [{ text: 'No, that leaks.', stance: 'opposes' as const }];
    const weights = teach(lessons, madeUp, data);
    expect(teach(lessons, madeUp, data)).toEqual(weights);
    const read = Weights.parse(JSON.parse(formatWeights(weights)));
    expect(read).toEqual(weights);
    expect(modelOf(read).sequence.size).toBeGreaterThan(0);
  });
});
