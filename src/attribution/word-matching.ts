import type { BodyLine } from './marks.ts';
import { countWords, keyOf, type Sourced, type Stock, TELLING_WORDS } from './stock.ts';

/** Characters that searching may cost for one message. */
const SEARCH_BUDGET = 20_000_000;

/** Matches re-wrapped lines: their words stand in the answered message's text in the same order. */
export function matchWords(
  lines: readonly BodyLine[],
  quoted: readonly boolean[],
  parent: Stock,
  found: (Sourced | null)[],
): void {
  const stream = streamOf(parent);
  const open = lines.flatMap((line, index) => {
    const tail = isTail(lines, quoted, index);
    return found[index] === null && (quoted[index] || tail) && line.text.trim() !== '' ? [index] : [];
  });
  if (open.length * stream.text.length > SEARCH_BUDGET) return;
  for (const index of open) {
    const line = lines[index];
    const key = line === undefined ? '' : keyOf(line.text);
    const context = quoted[index] ? key : `${keyOf(lines[index - 1]?.text ?? '')} ${key}`;
    if (countWords(context) < TELLING_WORDS + 1) continue;
    const at = stream.text.indexOf(` ${context} `);
    if (at === -1 || stream.text.indexOf(` ${context} `, at + 1) !== -1) continue;
    const source = parent.lines[stream.lineAt(at + context.length - key.length + 1)];
    if (source?.own && source.owner.name !== null) {
      found[index] = {
        name: source.owner.name,
        basis: 'original',
        original: { message: parent.message, line: source.number },
      };
    }
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

/** The own text of a message as one stream of words. */
function streamOf(stock: Stock): { text: string; lineAt: (offset: number) => number } {
  const starts: { offset: number; index: number }[] = [];
  let text = ' ';
  stock.lines.forEach((line, index) => {
    if (!line.own || line.key === '') return;
    starts.push({ offset: text.length, index });
    text += `${line.key} `;
  });
  return {
    text,
    lineAt: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle]?.offset ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return starts[low]?.index ?? 0;
    },
  };
}
