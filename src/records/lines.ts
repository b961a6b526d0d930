import type { AttributedMessage, Line } from '../model/message.ts';
import type { Place } from '../model/primitives.ts';

/** The lines of a message that places of one part count: those of the file itself, or those of a decoded part. */
export function linesOfPart(message: AttributedMessage, part: string | undefined): readonly Line[] {
  return message.lines.filter((line) => line.part === part);
}

/** The line, or the part of one after a seam, that holds a place. */
export function lineAt(lines: readonly Line[], { line, column }: Place): Line | undefined {
  return lines.find(
    (candidate) =>
      candidate.number === line &&
      column >= candidate.column &&
      column < candidate.column + Array.from(candidate.raw).length,
  );
}
