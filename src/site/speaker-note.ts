import type { PlacedPosition } from './placed.ts';
import { BASIS_NOTES } from './words.ts';

/**
 * What must be said about how the speaker of a position is known: nothing where a header or an attribution line names the
 * speaker of first-hand words, else why the name is inferred or missing, and through whom the words are known.
 */
export function speakerNote({ position, line }: Pick<PlacedPosition, 'position' | 'line'>): string | null {
  const basis = BASIS_NOTES[position.holderBasis];
  const known = basis === undefined || line.reason === undefined ? [] : [sentence(line.reason)];
  const through = position.secondHand
    ? [
        position.told === true
          ? `${position.quotedBy ?? 'Another'} tells it so; these are not the holder’s own words.`
          : `The words are known here only as ${position.quotedBy ?? 'another message'} quotes them.`,
      ]
    : [];
  const sentences = [...(basis === undefined ? [] : [basis]), ...known, ...through];
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** Makes a sentence of a clause: a capital at its beginning, a full stop at its end. */
export function sentence(clause: string): string {
  const text = clause.trim();
  const stopped = /[.!?]$/.test(text) ? text : `${text}.`;
  return stopped.charAt(0).toUpperCase() + stopped.slice(1);
}
