import type { Line } from '../model/message.ts';
import { comparePlaces } from '../model/primitives.ts';
import type { SpeakerAnnotation } from '../model/source.ts';

/**
 * Applies what a person has established about speakers: a line is cut where an annotation begins or ends inside it, and
 * the part inside gets the speaker, basis `inferred`, and the reason. Blanks at a cut stay with the part before it.
 */
export function applyAnnotations(lines: readonly Line[], annotations: readonly SpeakerAnnotation[]): readonly Line[] {
  return annotations.reduce((cut, annotation) => cut.flatMap((line) => apply(line, annotation)), lines);
}

function apply(line: Line, { start, end, speaker, reason }: SpeakerAnnotation): Line[] {
  if (line.part !== undefined || line.number < start.line || line.number > end.line) return [line];
  const characters = Array.from(line.raw);
  const first = line.number === start.line ? Math.max(start.column - line.column, 0) : 0;
  const after = line.number === end.line ? end.column - line.column + 1 : characters.length;
  if (first >= characters.length || after <= 0) return comparePlaces(start, end) === 0 ? [] : [line];
  const stop = blanksAfter(characters, after);
  const said = { speaker, basis: speaker === null ? 'unknown' : 'inferred', reason } as const;
  return [
    ...piece(line, characters, 0, first),
    ...piece({ ...line, ...said }, characters, first, stop),
    ...piece(line, characters, stop, characters.length),
  ];
}

function blanksAfter(characters: readonly string[], from: number): number {
  let stop = Math.min(from, characters.length);
  while (stop < characters.length && characters[stop] === ' ') stop += 1;
  return stop;
}

function piece(line: Line, characters: readonly string[], from: number, to: number): Line[] {
  if (from >= to) return [];
  const raw = characters.slice(from, to).join('');
  return [{ ...line, raw, column: line.column + from, prefix: from === 0 ? Math.min(line.prefix, raw.length) : 0 }];
}
