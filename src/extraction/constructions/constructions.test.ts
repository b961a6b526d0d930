import { describe, expect, it } from 'vitest';
import { proseLines } from '../__fixtures__/lines.ts';
import { blocksOfLines } from '../blocks.ts';
import { type Sentence, sentencesOf } from '../sentence.ts';
import { CONSTRUCTIONS, constructionIn, settledStance } from './index.ts';

function sentences(text: string): Sentence[] {
  return blocksOfLines(proseLines(text)).flatMap(sentencesOf);
}

/** Construction and stance of the first sentence. */
function settled(text: string): [string, string] | null {
  const [sentence] = sentences(text);
  const found = sentence === undefined ? null : constructionIn(sentence);
  return found === null ? null : [found.id, found.stance];
}

describe('a construction settles the stance', () => {
  it.each([
    ["I don't think write-back is a good idea.", 'negation raising', 'opposes'],
    ['I do not believe that we should add a daemon for this.', 'negation raising', 'opposes'],
    ["I really don't think a second queue is a problem.", 'negation raising', 'supports'],
    ['I doubt it.', null, null],
    ["I don't think it rained on Tuesday.", null, null],
    ["I don't think the ring is a good idea, but it may do for now.", null, null],
    ["I don't see the point of a second cache.", 'denied sight', 'opposes'],
    ["I don't see why the driver would need this.", 'denied sight', 'opposes'],
    ["I don't see any problem with the second cache.", 'denied sight', 'supports'],
    ['I see no harm in that.', 'denied sight', 'supports'],
    ["I really don't want another daemon.", 'refusal', 'opposes'],
    ["I don't want to repeat what Ann said.", null, null],
    ["It is not that I don't like the ring.", null, null],
    ['A lock per bucket is not an awful solution.', 'litotes', 'supports'],
    ["That isn't an unreasonable choice.", 'litotes', 'supports'],
    ["The table isn't terrible, but it grows.", 'litotes', 'concedes'],
    ['The table is terrible.', null, null],
    ["It is exactly what I'd want if I were packaging it.", 'counterfactual', 'supports'],
    ['(Would that I could say so of the scheduler.)', 'counterfactual', 'opposes'],
    ['I wish it were that easy.', 'counterfactual', 'opposes'],
    ['Yes, but the index has to fit in memory.', 'yes, but', 'concedes'],
    ['Sure, a hash is faster, though nobody can read it.', 'yes, but', 'concedes'],
    ['Yes, it is but one of three.', null, null],
    ['Right, not the index, but the table.', null, null],
    ['I must admit that the old call is simpler.', 'admission', 'concedes'],
    ['I stand corrected.', 'admission', 'concedes'],
    ['The index is better, which I freely admit costs memory.', null, null],
    ['What is lacking with plain files?', 'what is wrong with', 'supports'],
    ["What's wrong with the table we have?", 'what is wrong with', 'supports'],
    ['What is wrong with it is the lock.', null, null],
    ['Why would anyone want a third format?', 'why would', 'opposes'],
    ['Do we really need a third format?', 'why would', 'opposes'],
    ['How much smaller can we go without a rewrite of all callers?', 'why would', 'opposes'],
    ['So what?', 'why would', 'opposes'],
    ["Isn't that what the page cache is for?", 'negated question', 'supports'],
    ["Isn't that a useless copy?", 'negated question', 'opposes'],
    ['Why not use a flag?', 'suggestion as a question', 'proposes'],
    ["Couldn't we reuse the old call?", 'suggestion as a question', 'proposes'],
    ["Wouldn't it be simpler to drop the lock?", 'suggestion as a question', 'proposes'],
    ['Could you post the figures, please?', 'request', 'asks'],
    ['Which devices need this?', 'open question', 'asks'],
    ['Have you tried the old call?', 'open question', 'asks'],
    ['What we need is a flag.', null, null],
    ['Maybe the answer is "I really don\'t want another daemon", who knows.', null, null],
    ['The call copies the page.', null, null],
  ])('%j: %s, %s', (text, construction, stance) => {
    expect(settled(text)).toEqual(construction === null ? null : [construction, stance]);
  });

  it('and each of them is shown at work above', () => {
    const texts = [
      "I don't think it is a good idea.",
      'I see no harm in that.',
      "I don't want it.",
      'It is not an awful idea.',
      'I wish it were faster.',
      'Yes, but slow.',
      'Fair enough.',
      'What is wrong with it?',
      'So what?',
      "Isn't that a copy?",
      'Why not?',
      'Could you please wait?',
      'Which of them?',
    ];
    expect(new Set(texts.map((text) => settled(text)?.[0]))).toEqual(new Set(CONSTRUCTIONS.map(({ id }) => id)));
  });

  it('of a run of sentences, where they do not contradict each other', () => {
    expect(settledStance(sentences('So what? Why would anyone want that?'))).toBe('opposes');
    expect(settledStance(sentences('The ring is full. So what?'))).toBe('opposes');
    expect(settledStance(sentences('So what? Why not use a flag?'))).toBeNull();
    expect(settledStance(sentences('The ring is full.'))).toBeNull();
  });
});
