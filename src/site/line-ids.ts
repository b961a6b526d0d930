import type { AttributedMessage, Line } from '../model/message.ts';

/**
 * The id under which each line of a source stands on its page: `L40`; `L9c480` for what follows a seam in a line that came
 * before; `m2p1.2L40` where the number counts the lines of part 1.2 of the second message. Shared by the pages and the search.
 */
export function lineIds(messages: readonly Pick<AttributedMessage, 'lines'>[]): Map<Line, string> {
  const seen = new Set<string>();
  const ids = new Map<Line, string>();
  for (const [index, { lines }] of messages.entries()) {
    for (const line of lines) {
      const plain = line.part === undefined ? `L${line.number}` : `m${index + 1}p${line.part}L${line.number}`;
      const id = seen.has(plain) ? `${plain}c${line.column}` : plain;
      seen.add(id);
      ids.set(line, id);
    }
  }
  return ids;
}
