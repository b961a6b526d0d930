import { describe, expect, it } from 'vitest';
import { found, message } from './__fixtures__/talk.ts';
import { questionFor } from './draft-question.ts';

const FALLBACK = 'What should be decided on “Moving the data”?';
const talk = message('<1@example.org>', 'Ann', 1, [
  'Which way of moving data is cheaper?',
  'Pipes are.',
  'No, rings.',
  'Rings it is.',
]);
const asking = found(talk, 1, { stance: 'asks', option: null });
const pipes = [found(talk, 2, { option: 'pipes' }), found(talk, 2, { option: 'Pipes' })];
const rings = [3, 4, 4].map((line) => found(talk, line, { option: 'rings' }));

describe('the question of a drafted record', () => {
  it('is the subject, where that asks', () => {
    expect(questionFor('Re: [RFC] Pipes or rings?', [asking, ...pipes, ...rings], 'Pipes or rings?')).toBe(
      'Pipes or rings?',
    );
  });

  it('is what somebody asked about what the subject names', () => {
    expect(questionFor('Moving the data', [...pipes, asking, ...rings], FALLBACK)).toBe(
      'Which way of moving data is cheaper?',
    );
    expect(questionFor('Scheduler', [asking], FALLBACK)).toBe(FALLBACK);
  });

  it('is not taken from a question that is no single, short one', () => {
    const long = { ...asking, exact: `Which way of moving data ${'and more '.repeat(20)}is cheaper?` };
    const two = { ...asking, exact: 'I see data moving. Which way is it?' };
    const statement = { ...asking, exact: 'I ask which way of moving data is cheaper.' };
    expect(questionFor('Moving the data', [long, two, statement], FALLBACK)).toBe(FALLBACK);
  });

  it('names the options that several positions are on, the most argued first, and prefers none', () => {
    expect(questionFor('Moving the data', [...pipes, ...rings], FALLBACK)).toBe(
      'What should be decided on “Moving the data”: rings or pipes?',
    );
    expect(questionFor('Moving the data', rings, FALLBACK)).toBe(FALLBACK);
    expect(questionFor('Moving the data', [], FALLBACK)).toBe(FALLBACK);
  });
});
