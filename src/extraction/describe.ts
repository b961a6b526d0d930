import type { FoundArgument, FoundPosition } from '../model/position.ts';
import { fold } from '../model/quote.ts';
import { reasonsOf } from './arguments/index.ts';
import { type Block, placeAt } from './blocks.ts';
import { conditionOf } from './condition.ts';
import { settledStance } from './constructions/index.ts';
import { hedgeOf } from './hedge.ts';
import { type OptionFound, type OptionRegistry, optionOf } from './options/index.ts';
import type { ReadBlock } from './read.ts';
import type { Sentence } from './sentence.ts';
import type { Range } from './sentences.ts';
import type { Run } from './sequence.ts';
import { stanceOf } from './stance.ts';
import type { Model } from './weights.ts';

/** What is known of a thread before its positions are looked at. */
export interface Thread {
  readonly registry: OptionRegistry;
  readonly question: string;
}

/** Says of a run of sentences what position it is: who holds it, on what, for which reasons, and in which words. */
export function describe(
  { block, message }: ReadBlock,
  sentences: readonly Sentence[],
  run: Run,
  { registry, question }: Thread,
  before: OptionFound,
  answered: ReadonlySet<string>,
  model: Model,
): FoundPosition {
  const { start, end, exact } = evidence(block, {
    start: sentences[0]?.range.start ?? 0,
    end: sentences.at(-1)?.range.end ?? 0,
  });
  const stance = settledStance(sentences) ?? stanceOf(sentences, model).stance;
  const { term, option } = optionOf(sentences, registry, before, answered);
  const position: { -readonly [Field in keyof FoundPosition]: FoundPosition[Field] } = {
    start,
    end,
    exact,
    holder: block.speaker,
    basis: block.basis,
    stance,
    term,
    option,
    question,
    secondHand: block.depth > 0,
    hedge: hedgeOf(sentences),
    confidence: Math.round(run.probability * 1000) / 1000,
    arguments: reasonsOf(sentences, stance).map(({ polarity, range }): FoundArgument => {
      const reason = evidence(block, range);
      return { polarity, start: reason.start, end: reason.end, exact: reason.exact };
    }),
    message: message.id,
  };
  const condition = conditionIn(sentences);
  if (condition !== null) position.condition = evidence(block, condition).exact;
  if (block.depth > 0 && message.from !== null) position.quotedBy = message.from.name;
  if (block.part !== undefined) position.part = block.part;
  return position;
}

/** The first condition that one of the sentences makes, as a range of their block. */
function conditionIn(sentences: readonly Sentence[]): Range | null {
  for (const sentence of sentences) {
    const found = conditionOf(sentence);
    const base = sentence.range.start;
    if (found !== null) return { start: base + found.start, end: base + found.end };
  }
  return null;
}

function evidence(block: Block, range: Range): Pick<FoundPosition, 'start' | 'end' | 'exact'> {
  const text = block.text.slice(range.start, range.end);
  return {
    start: placeAt(block, range.start),
    end: placeAt(block, range.end - 1),
    exact: text.includes('\n') ? fold(text.split('\n')) : text.trim(),
  };
}
