import { negated } from '../negation.ts';
import type { Sentence } from '../sentence.ts';
import type { Token } from '../words.ts';

const ENDS = new Set([',', ';', ':', '--', '—', 'but', 'because', 'since', 'although', 'though', 'however', 'unless']);
const CONTRASTS = new Set(['but', 'however', 'though', 'although', 'yet', 'except']);

/** Index of the token behind the clause that goes on at a token: a mark or a conjunction ends it. */
export function clauseEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < tokens.length && !ENDS.has(tokens[end]?.text ?? '')) end++;
  return end;
}

/** Words behind which `but` means `only`: `being but one of them`. */
const BEFORE_ONLY = new Set(['being', 'is', 'are', 'was', 'were', 'be', 'all', 'nothing', 'anything', 'none']);

/** Whether the sentence turns round behind a token: what was said before it is then no more than half of the matter. */
export function turnsAfter(tokens: readonly Token[], from: number): boolean {
  return tokens.some(
    (token, at) => at >= from && CONTRASTS.has(token.text) && !BEFORE_ONLY.has(tokens[at - 1]?.text ?? ''),
  );
}

/** Whether a sentence asks, whatever closes behind its mark: a quotation, a bracket, a smiley. */
export function endsInQuestion({ text }: Sentence): boolean {
  return /\?["')\]]*(?:\s+[:;]-?[)(])?$/.test(text);
}

const PRAISES = new Set([
  'merit',
  'ease',
  'preference',
  'effect',
  'agreement',
  'obligation',
  'possibility',
  'suggestion',
]);
/** Words that find fault whatever the matter is; `slow` or `hard` may be asked for, as in `as hard as`. */
const FAULTS = new Set(
  `bad wrong broken ugly horrible terrible awful unreasonable unfair unacceptable harmful dangerous unsafe overkill stupid insane
  crazy useless pointless problem problems issue issues trouble problematic mistake`.split(/\s+/),
);

/** What the words between two tokens say of their matter: something bad, something good or wanted, or neither. */
export function verdictOf({ tokens, cues }: Sentence, from: number, to: number): 'bad' | 'good' | null {
  const fault = tokens.findIndex((token, at) => at >= from && at < to && FAULTS.has(token.text));
  if (fault !== -1) return negated(tokens.slice(from), fault - from) ? 'good' : 'bad';
  return cues.some((cue) => PRAISES.has(cue.family) && cue.from >= from && cue.to <= to) ? 'good' : null;
}
