import type { BodyLine } from './marks.ts';
import type { Owner } from './owners.ts';

/** A mailer that breaks lines does so more than once. */
const OFTEN = 2;
/** Tails are short, and the lines they were broken off are long. */
const LONGEST_TAIL = 30;
const WIDTH = 72;

/**
 * Mends quotations that a mailer broke on the way: it wrapped their lines anew and left the tails without a mark (`> a long
 * line that goes` / `on here` / `> and so on`). A single one may be an answer; two of one pattern are the mailer's work, and
 * belong to whoever wrote the line above.
 */
export function mendBrokenQuotes(lines: readonly BodyLine[], owners: readonly Owner[]): readonly Owner[] {
  const tails: number[] = [];
  for (let index = 1; index < lines.length; index += 1) if (isTail(lines, index)) tails.push(index);
  if (tails.length < OFTEN) return owners;
  const mended = [...owners];
  for (const index of tails) {
    const above = owners[index - 1];
    if (above === undefined || above.name === owners[index]?.name) continue;
    mended[index] =
      above.name === null
        ? { ...above, reason: 'it was broken off the quoted line above, whose writer is not known' }
        : { name: above.name, basis: 'inferred', reason: 'a mailer broke it off the quoted line above' };
  }
  return mended;
}

/** A short line, less deep than both its neighbours, that goes on in the midst of the sentence above. */
function isTail(lines: readonly BodyLine[], index: number): boolean {
  const above = lines[index - 1];
  const line = lines[index];
  const below = lines[index + 1];
  if (above === undefined || line === undefined || below === undefined) return false;
  if (above.depth !== below.depth || above.depth <= line.depth || below.text.trim() === '') return false;
  const tail = line.text.trim();
  return (
    tail !== '' &&
    tail.length <= LONGEST_TAIL &&
    above.line.text.length + tail.length > WIDTH &&
    /[\p{L}\p{N},]$/u.test(above.text.trimEnd()) &&
    /^[\p{Ll}\p{N}]/u.test(tail)
  );
}
