import type { CutSentence } from '../sentence.ts';

/** Words around which a number in brackets means an option, not a footnote, a step or a reason. */
const CHOICE = new Set([
  'either',
  'or',
  'vs',
  'versus',
  'choice',
  'choose',
  'choosing',
  'prefer',
  'deciding',
  'decide',
  'between',
  'option',
  'options',
  'approach',
  'approaches',
  'model',
  'alternative',
  'alternatives',
  'proposal',
  'variant',
]);

const NAMED =
  /\b(?:option|approach|model|alternative|proposal|variant|method|solution)s?\s+(?:#|no\.?\s+)?\(?([1-9]|[A-D])\)?(?=[\s.,;:!?)]|$)/i;
const BRACKETED = /\(([1-9]|[A-D])\)/;

/** The number or letter of an option that a sentence refers to, such as the 1 of `model (1)`; null where it refers to none. */
export function numberIn(text: string): string | null {
  return (NAMED.exec(text) ?? BRACKETED.exec(text))?.[1] ?? null;
}

/**
 * Options that a sentence defines in front of bracketed numbers: `registering to the entire address space (1) or only to some VMA (2)`.
 * Numbers without a word of choice nearby (footnotes, steps, reasons) define nothing.
 */
export function definedIn(sentence: Pick<CutSentence, 'text' | 'tokens'>): [number: string, words: string][] {
  if (!sentence.text.includes('(')) return [];
  const folded = sentence.text.replace(/\s+/g, ' ');
  const marks = [...folded.matchAll(/\(([1-9]|[A-D])\)/g)];
  if (marks.length < 2 || !sentence.tokens.some(({ text }) => CHOICE.has(text))) return [];
  const defined: [string, string][] = [];
  let from = 0;
  for (const mark of marks) {
    const clause =
      folded
        .slice(from, mark.index)
        .split(/[,;:]|\b(?:either|between|or|and|vs\.?)\b/i)
        .at(-1)
        ?.trim() ?? '';
    from = mark.index + mark[0].length;
    if (mark[1] !== undefined && clause.length > 3) defined.push([mark[1], clause]);
  }
  return defined;
}
