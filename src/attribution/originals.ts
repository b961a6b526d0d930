import { matchLines, matchUnmarked } from './line-matching.ts';
import type { BodyLine } from './marks.ts';
import type { OwnLines } from './own-lines.ts';
import type { Owner } from './owners.ts';
import type { Sourced, Stock } from './stock.ts';
import { matchWords } from './word-matching.ts';
import { countWords, type Wordings } from './wordings.ts';

/** So many words in one line prove its origin without a neighbour. */
const PROVING_WORDS = 8;

/**
 * Looks for every quoted line in the message it answers, and else among the own lines of the archive: where it is found, the
 * text itself decides who wrote it. What is quoted there already brings its owner along.
 *
 * A quoting mailer keeps the order of lines, adds one mark, and may wrap lines anew; short lines count only beside others.
 */
export function sourceOwners(
  lines: readonly BodyLine[],
  wordings: Wordings,
  claims: readonly Owner[],
  author: string | null,
  parent: Stock | null,
  archive: OwnLines,
): Sourced[] {
  const found: (Sourced | null)[] = lines.map(() => null);
  const quoted = lines.map((line, index) => line.depth > 0 || claims[index]?.name !== author);
  if (parent !== null) matchLines(lines, wordings, claims, quoted, parent, found);
  if (parent !== null) matchWords(lines, wordings, quoted, parent, found);
  if (parent !== null) matchUnmarked(wordings, quoted, parent, found);
  matchArchive(wordings, claims, quoted, archive, found);
  const spread = spreadOverRuns(lines, claims, quoted, found);
  return parent === null ? spread : ownRest(lines, claims, author, found, spread);
}

/** Matches what is left with the own lines of the whole archive: long lines, or such as agree with the claim or a neighbour. */
function matchArchive(
  wordings: Wordings,
  claims: readonly Owner[],
  quoted: readonly boolean[],
  archive: OwnLines,
  found: (Sourced | null)[],
): void {
  const candidates = found.map((known, index) => {
    return quoted[index] && known === null ? archive.find(wordings.endingAt(index), wordings.textAt(index)) : null;
  });
  candidates.forEach((candidate, index) => {
    if (candidate === null) return;
    const before = candidates[index - 1]?.message;
    const beside = before === candidate.message || candidates[index + 1]?.message === candidate.message;
    const agrees = candidate.author === claims[index]?.name;
    if (!beside && !agrees && countWords(wordings.textAt(index)) < PROVING_WORDS) return;
    const { message, number, author } = candidate;
    found[index] = { name: author, basis: 'original', original: { message, line: number } };
  });
}

/** A line of which its message does not tell whether it is quoted, for it marks nothing. */
function isMixed(line: BodyLine | undefined, claim: Owner | undefined): boolean {
  return line?.depth === 0 && claim?.name === null;
}

/** Where a message marks nothing, and what is quoted was found in the message that is answered, the rest is its own. */
function ownRest(
  lines: readonly BodyLine[],
  claims: readonly Owner[],
  author: string | null,
  found: readonly (Sourced | null)[],
  owners: Sourced[],
): Sourced[] {
  const mixedAt = (index: number): boolean => isMixed(lines[index], claims[index]);
  if (author === null || !found.some((owner, index) => owner?.original !== undefined && mixedAt(index))) return owners;
  const reason = 'the message that is answered holds what stands beside it, but not this';
  return owners.map((owner, index) =>
    found[index] === null && mixedAt(index) ? { name: author, basis: 'inferred', reason } : owner,
  );
}

/**
 * Lets the lines that were found speak for those between them: a run of one depth has one writer unless the text says
 * otherwise, so where all found lines agree against a conclusion, or at least two against an attribution line, the rest of
 * the run follows them.
 */
function spreadOverRuns(
  lines: readonly BodyLine[],
  claims: readonly Owner[],
  quoted: readonly boolean[],
  found: readonly (Sourced | null)[],
): Sourced[] {
  const result = claims.map((claim, index): Sourced => found[index] ?? claim);
  for (let start = 0; start < lines.length; start += 1) {
    if (!quoted[start] || isMixed(lines[start], claims[start])) continue;
    let end = start;
    while (
      end < lines.length &&
      quoted[end] &&
      lines[end]?.depth === lines[start]?.depth &&
      claims[end]?.name === claims[start]?.name
    )
      end += 1;
    const claim = claims[start];
    const name = agreedIn(found, start, end, claim?.basis === 'attribution' || claim?.basis === 'header' ? 2 : 1);
    if (name !== null && name !== claim?.name) {
      const reason = `the lines beside it stand in a message by ${name}`;
      for (let index = start; index < end; index += 1) {
        if (found[index]?.original === undefined) result[index] = { name, basis: 'inferred', reason };
      }
    }
    start = end - 1;
  }
  return result;
}

/** The one writer of all lines of a run that were found where they come from, if at least so many were; else null. */
function agreedIn(found: readonly (Sourced | null)[], start: number, end: number, least: number): string | null {
  let name: string | null = null;
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const owner = found[index];
    if (owner?.original === undefined) continue;
    if (count > 0 && owner.name !== name) return null;
    name = owner.name;
    count += 1;
  }
  return count >= least ? name : null;
}
