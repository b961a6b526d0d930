import type { Sentence } from './sentence.ts';
import type { Range } from './sentences.ts';
import { endOf } from './tokens.ts';
import type { Token } from './words.ts';

/** Words that open a condition. */
const OPENERS = new Set(['if', 'unless', 'provided', 'assuming']);
/** Marks and words that close the clause. */
const CLOSERS = new Set([',', ';', ':', ')', '.', 'then', 'but']);

/** Words behind which, and words in front of which, `if` opens none. */
const BEFORE_NONE = new Set('as even see wonder wondering sure know ask check what not whether'.split(' '));
const BEHIND_NONE = new Set('so not any anything needed possible'.split(' '));

/**
 * Finds the words of a sentence under which alone its stance holds: from `if`, `unless`, `provided`, `assuming`, `as long as` to
 * the end of the clause. A politeness (`if you want`) and an indirect question (`wonder if`) are no condition.
 */
export function conditionOf(sentence: Sentence): Range | null {
  const { tokens, starts } = sentence;
  for (let index = 0; index < tokens.length; index++) {
    if (!opensAt(tokens, index)) continue;
    let last = index;
    while (last + 1 < tokens.length && !CLOSERS.has(tokens[last + 1]?.text ?? '')) last++;
    if (last - index >= 3) return { start: starts[index] ?? 0, end: endOf(sentence, last) };
  }
  return null;
}

function opensAt(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? '';
  const asLongAs = text === 'as' && tokens[index + 1]?.text === 'long' && tokens[index + 2]?.text === 'as';
  if (!asLongAs && !OPENERS.has(text)) return false;
  if (BEFORE_NONE.has(tokens[index - 1]?.text ?? '')) return false;
  return text !== 'if' || !BEHIND_NONE.has(tokens[index + 1]?.text ?? '');
}
