import type { Token } from './words.ts';

/** Words that deny what follows. */
const NEGATIONS = new Set(['not', 'no', 'never', 'without', 'hardly', 'nothing', 'none', 'neither', 'nor', 'nobody']);
/** Words behind a negation that it reaches (a narrow NegEx window: mail has long clauses). */
const SCOPE = 4;
/** Words that end its reach. */
const BARRIERS = new Set([',', ';', ':', 'but', 'because', 'however', 'though', 'although']);

/** Whether a negation shortly before a token reaches it; a comma or `but` between them ends the reach. */
export function negated(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - SCOPE); before--) {
    const text = tokens[before]?.text ?? '';
    if (BARRIERS.has(text)) return false;
    if (NEGATIONS.has(text)) return true;
  }
  return false;
}
