import type { BodyLine } from './marks.ts';
import { type Sourced, type Stock, standsAt } from './stock.ts';
import { countWords, TELLING_WORDS, type Wordings } from './wordings.ts';

/** Characters that searching may cost for one message. */
const SEARCH_BUDGET = 20_000_000;

/** Matches re-wrapped lines: their words stand in the answered message's text in the same order. */
export function matchWords(
  lines: readonly BodyLine[],
  wordings: Wordings,
  quoted: readonly boolean[],
  parent: Stock,
  found: (Sourced | null)[],
): void {
  const open: number[] = [];
  lines.forEach(({ text }, index) => {
    const searched = found[index] === null && (quoted[index] || isTail(lines, quoted, index));
    if (searched && text.trim() !== '') open.push(index);
  });
  if (open.length === 0) return;
  const stream = parent.ownWords();
  if (open.length * stream.text.length > SEARCH_BUDGET) return;
  for (const index of open) {
    const words = wordings.textAt(index);
    const context = quoted[index] ? words : `${wordings.textAt(index - 1)} ${words}`;
    if (countWords(context) <= TELLING_WORDS) continue;
    const at = stream.text.indexOf(` ${context} `);
    if (at === -1 || stream.text.indexOf(` ${context} `, at + 1) !== -1) continue;
    const place = stream.placeOf(at + context.length - words.length + 1);
    const name = place === undefined ? null : parent.ownerAt(place).name;
    if (place !== undefined && name !== null) found[index] = standsAt(parent, place, name);
  }
}

/** A short line without marks between two quoted ones may be the tail of a line that was wrapped after quoting. */
function isTail(lines: readonly BodyLine[], quoted: readonly boolean[], index: number): boolean {
  const line = lines[index];
  return (
    line !== undefined &&
    !quoted[index] &&
    line.text.length <= 40 &&
    quoted[index - 1] === true &&
    quoted[index + 1] === true
  );
}
