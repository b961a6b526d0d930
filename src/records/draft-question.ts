import { arguedOptions } from '../extraction/options/candidates.ts';
import { plainSubject } from '../extraction/question.ts';
import type { FoundPosition } from '../model/position.ts';

/** Words of a question that is short enough to stand as one. */
const LONGEST = 25;
const SHORTEST = 4;
/** Options that a drafted question names. */
const MOST_OPTIONS = 3;

/**
 * Drafts the question that the positions of a conversation answer: the subject, where that asks; else what somebody asked in so
 * many words about what the subject names; else the subject with the options that most positions are on. It states no outcome,
 * and a person words it properly later.
 */
export function questionFor(subject: string, found: readonly FoundPosition[], fallback: string): string {
  if (plainSubject(subject).endsWith('?')) return fallback;
  const asked = found.find((position) => position.stance === 'asks' && asksAbout(position.exact, subject));
  if (asked !== undefined) return asked.exact;
  const options = arguedOptions(found)
    .slice(0, MOST_OPTIONS)
    .map(({ label }) => label);
  if (options.length < 2) return fallback;
  const last = options.at(-1) ?? '';
  return `${fallback.replace(/\?$/, '')}: ${options.slice(0, -1).join(', ')} or ${last}?`;
}

function asksAbout(sentence: string, subject: string): boolean {
  const words = wordsOf(sentence);
  if (!sentence.endsWith('?') || /[.?!]\s/.test(sentence) || words.length < SHORTEST || words.length > LONGEST)
    return false;
  const about = new Set(wordsOf(plainSubject(subject)).filter((word) => word.length > 3));
  return words.some((word) => about.has(word));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '');
}
