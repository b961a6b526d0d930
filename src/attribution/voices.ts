import type { BodyLine } from './marks.ts';

/** A name that the words themselves give away, and how. */
export interface Voice {
  readonly name: string;
  readonly reason: string;
}

const GREETING =
  /^(?:(?:hi|hello|hey|dear|hallo|moin|salut|bonjour|hola)\s+)?(\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20}){0,2})\s*[,!:]$/iu;
const SIGN_OFF = /^(?:[-–—]{1,2} ?)?(\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{0,20}){0,3})$/u;
const CLOSER =
  /^(?:thanks?|thank you|thx|many thanks|cheers|regards|best|best regards|kind regards|br|greetings|ciao|viele grüße|gruß|--\s?)[\s,.!:)]*(?:.{0,24},)?$/iu;

/**
 * Learns who speaks at which depth from greetings and closings: `Hi Mo,` at one depth tells the writer one deeper, whom it
 * addresses; `Thanks,` above a name tells the writer of its own depth. Names count only if they are one of `people`, which
 * says who takes part.
 */
export function voicesOf(lines: readonly BodyLine[], people: readonly string[]): ReadonlyMap<number, Voice> {
  const voices = new Map<number, Voice>();
  const doubtful = new Set<number>();
  const claim = (depth: number, voice: Voice): void => {
    const other = voices.get(depth);
    if (other !== undefined && other.name !== voice.name) doubtful.add(depth);
    voices.set(depth, voice);
  };
  lines.forEach((line, index) => {
    const text = line.text.trim();
    if (text.length > 60 || text === '') return;
    const greeted = opensSection(lines, index) ? personCalled(GREETING.exec(text)?.[1], people) : null;
    if (greeted !== null) {
      claim(line.depth + 1, { name: greeted, reason: `the answer to it begins by addressing ${greeted}` });
    }
    const signed = line.depth > 0 && closes(lines, index) ? personCalled(SIGN_OFF.exec(text)?.[1], people) : null;
    if (signed !== null) claim(line.depth, { name: signed, reason: `the quoted text is signed ${signed}` });
  });
  for (const depth of doubtful) voices.delete(depth);
  return voices;
}

/** The first line with text at its depth after other depths or attribution lines. */
function opensSection(lines: readonly BodyLine[], index: number): boolean {
  const depth = lines[index]?.depth;
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || line.text.trim() === '') continue;
    return line.depth !== depth || /[:：]\s*$/u.test(line.text);
  }
  return true;
}

/** The line above says farewell, or is a signature's delimiter. */
function closes(lines: readonly BodyLine[], index: number): boolean {
  const above = lines[index - 1];
  return above !== undefined && above.depth === lines[index]?.depth && CLOSER.test(above.text.trim());
}

/** The one person who is called so, by full name or by one name of several; null where nobody or more than one is. */
export function personCalled(called: string | undefined, people: readonly string[]): string | null {
  if (called === undefined) return null;
  const wanted = called.toLowerCase();
  const fitting = new Set(
    people.filter((name) => {
      const lower = name.toLowerCase();
      return lower === wanted || lower.split(/[\s,]+/).includes(wanted);
    }),
  );
  const [only] = fitting;
  return fitting.size === 1 && only !== undefined ? only : null;
}
