import type { z } from 'zod';
import type { Polarity, Stance } from '../model/position.ts';
import { negated } from './negation.ts';
import type { Sentence } from './sentence.ts';
import type { Range } from './sentences.ts';

/** A clause that gives a reason, as offsets of its block's text. */
export interface Reason {
  readonly polarity: z.infer<typeof Polarity>;
  readonly range: Range;
}

/** Words that open a clause which gives a reason. */
const OPENERS = new Set(['because', 'since', 'as', 'so', 'which', 'due', 'otherwise', 'without']);
/** What must follow the openers that have other uses. */
const FOLLOWED: Readonly<Record<string, ReadonlySet<string>>> = {
  as: new Set(['it', 'this', 'that', 'they', 'we', 'you', 'there', 'the']),
  so: new Set(['that', 'we', 'it', 'you', 'the', 'there']),
  since: new Set(['it', 'this', 'that', 'they', 'we', 'you', 'there', 'the', 'i', 'a', 'all', 'most']),
  which: new Set([
    'means',
    'makes',
    'allows',
    'would',
    'avoids',
    'causes',
    'leads',
    'is',
    'can',
    'could',
    'will',
    'requires',
    'breaks',
  ]),
  due: new Set(['to']),
};
const MARKS = new Set([',', ';', ':', '--', '—', '(']);
const LEAST_WORDS = 4;
const PRAISE = new Set(['merit', 'ease', 'preference', 'effect']);
const DEFECT = new Set(['defect', 'problem', 'failure']);

/**
 * Finds the reasons a run of sentences gives: clauses behind `because`, `so that`, `which means` and the like, and clauses that name a
 * merit or a defect. The polarity is relative to the option: for whoever supports it a reason is pro, for whoever opposes it con,
 * unless the clause itself names only the contrary.
 */
export function reasonsOf(sentences: readonly Sentence[], stance: Stance): Reason[] {
  if (stance === 'asks') return [];
  return sentences.flatMap((sentence) => {
    const clauses = clausesOf(sentence);
    return clauses.flatMap((clause) => {
      const polarity = polarityOf(sentence, clause, stance);
      if (polarity === null) return [];
      const first = sentence.tokens[clause.from];
      const last = sentence.tokens[clause.to - 1];
      if (first === undefined || last === undefined) return [];
      const base = sentence.range.start;
      return [{ polarity, range: { start: base + first.start, end: base + last.end } }];
    });
  });
}

interface Clause {
  readonly from: number;
  readonly to: number;
  readonly reason: boolean;
}

function clausesOf(sentence: Sentence): Clause[] {
  const { tokens } = sentence;
  const clauses: Clause[] = [];
  let from = 0;
  let reason = false;
  const close = (to: number): void => {
    if (to - from >= LEAST_WORDS) clauses.push({ from, to, reason });
  };
  tokens.forEach((token, at) => {
    const opens = OPENERS.has(token.text) && followed(token.text, tokens[at + 1]?.text ?? '');
    const divides =
      MARKS.has(token.text) || ((token.text === 'and' || token.text === 'but') && tokens[at - 1]?.text === ',');
    if (opens) {
      close(at);
      from = at;
      reason = true;
    } else if (divides) {
      close(at);
      from = at + 1;
      reason = false;
    }
  });
  close(tokens.length);
  return clauses;
}

function followed(opener: string, next: string): boolean {
  return FOLLOWED[opener]?.has(next) ?? true;
}

function polarityOf(sentence: Sentence, clause: Clause, stance: Stance): Reason['polarity'] | null {
  const within = sentence.cues.filter((cue) => cue.from >= clause.from && cue.to <= clause.to);
  const praise = within.some((cue) => PRAISE.has(cue.family) && !negated(sentence.tokens, cue.from));
  const defect = within.some((cue) => DEFECT.has(cue.family) && !negated(sentence.tokens, cue.from));
  const own = stance === 'opposes' || stance === 'concedes' ? 'con' : 'pro';
  if (clause.reason) return stance === 'reports' ? null : praise === defect ? own : praise ? 'pro' : 'con';
  if (own === 'con' && defect) return 'con';
  if (own === 'pro' && praise && !defect && stance !== 'reports') return 'pro';
  return null;
}
