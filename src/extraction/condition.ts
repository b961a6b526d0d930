import type { Sentence } from './sentence.ts';
import type { Range } from './sentences.ts';
import { endOf } from './tokens.ts';

/** Words that open a condition. */
const OPENERS = new Set(['if', 'unless', 'provided', 'assuming']);
/** Marks and words that close the clause. */
const CLOSERS = new Set([',', ';', ':', ')', '.', 'then', 'but']);

/**
 * Finds the words of a sentence under which alone its stance holds: from `if`, `unless`, `provided`, `assuming`, `as long as` to
 * the end of the clause. A politeness (`if you want`) and an indirect question (`wonder if`) are no condition.
 */
export function conditionOf(sentence: Sentence): Range | null {
  const { tokens } = sentence;
  for (const [index, token] of tokens.entries()) {
    const asLongAs = token.text === 'as' && tokens[index + 1]?.text === 'long' && tokens[index + 2]?.text === 'as';
    if (!OPENERS.has(token.text) && !asLongAs) continue;
    if (/^(?:as|even|see|wonder|wondering|sure|know|ask|check|what|not|whether)$/.test(tokens[index - 1]?.text ?? ''))
      continue;
    if (token.text === 'if' && /^(?:so|not|any|anything|needed|possible)$/.test(tokens[index + 1]?.text ?? ''))
      continue;
    let last = index;
    while (last + 1 < tokens.length && !CLOSERS.has(tokens[last + 1]?.text ?? '')) last++;
    if (last - index >= 3) return { start: sentence.starts[index] ?? 0, end: endOf(sentence, last) };
  }
  return null;
}
