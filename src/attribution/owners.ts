import type { Basis } from '../model/message.ts';
import type { Introduction } from './introductions.ts';
import type { BodyLine } from './marks.ts';

/** Who wrote the text at some depth, and how that is known. */
export interface Owner {
  readonly name: string | null;
  readonly basis: Basis;
  readonly reason?: string;
}

/** What the conversation knows beyond the message itself. */
export interface Surroundings {
  /** The message's own writer. */
  readonly author: Owner;
  /** Writers of the messages it answers, the nearest first, as far as the archive holds them. */
  readonly ancestors: readonly string[];
  /** The full name behind an attribution line's name and address. */
  readonly resolve: (name: string | null, address: string | null) => string | null;
}

const NO_ATTRIBUTION = 'no attribution line names the writer at this depth';

/**
 * Gives every line of a body an owner. Owners stand in a stack by depth: an attribution line at depth d names the owner of
 * depth d + 1 and forgets what was deeper; text that resumes at a depth keeps that depth's owner; a depth nobody named is
 * concluded from the depths around it, or stays unknown. It is never the last name seen.
 */
export function ownersOf(
  lines: readonly BodyLine[],
  introductions: readonly Introduction[],
  surroundings: Surroundings,
): Owner[] {
  const named = new Map<number, Owner>();
  const inferred = new Map<number, Owner>();
  const openings = new Map(introductions.map((introduction) => [introduction.end, introduction]));
  return lines.map((line, index) => {
    const opening = openings.get(index);
    if (opening !== undefined) {
      const name = surroundings.resolve(opening.name, opening.address);
      for (const depth of [...named.keys()]) if (depth > opening.depth) named.delete(depth);
      inferred.clear();
      named.set(opening.depth + 1, { name, basis: name === null ? 'unknown' : 'attribution' });
    }
    if (line.depth === 0) return surroundings.author;
    const known = named.get(line.depth) ?? inferred.get(line.depth);
    if (known !== undefined) return known;
    const concluded = conclude(line.depth, named, surroundings);
    inferred.set(line.depth, concluded);
    return concluded;
  });
}

function conclude(depth: number, named: ReadonlyMap<number, Owner>, surroundings: Surroundings): Owner {
  const at = (level: number): string | null => (level === 0 ? surroundings.author : named.get(level))?.name ?? null;
  return byAncestors(depth, at, surroundings.ancestors) ?? byAlternation(depth, at) ?? unknown();
}

function unknown(): Owner {
  return { name: null, basis: 'unknown', reason: NO_ATTRIBUTION };
}

/** Each depth was written one answer earlier: below a depth whose writer is ancestor t stands ancestor t + 1. */
function byAncestors(depth: number, at: (level: number) => string | null, ancestors: readonly string[]): Owner | null {
  for (let level = depth - 1; level >= 0; level -= 1) {
    const name = at(level);
    if (name === null) continue;
    const generation = level === 0 ? 0 : ancestors.indexOf(name, level - 1) + 1;
    const candidate = level > 0 && generation === 0 ? undefined : ancestors[generation + depth - level - 1];
    if (candidate === undefined) return null;
    const reason = `the message that was answered ${count(depth)} back in this thread is by ${candidate}`;
    return { name: candidate, basis: 'inferred', reason };
  }
  return null;
}

function count(depth: number): string {
  return depth === 1 ? 'one step' : `${depth} steps`;
}

/**
 * Two people who answered each other twice in a row: with A at depths d−1 and d−3 and B at d−2, depth d is B again, for B is
 * whom A was answering.
 */
function byAlternation(depth: number, at: (level: number) => string | null): Owner | null {
  const [one, two, three] = [at(depth - 1), at(depth - 2), at(depth - 3)];
  if (depth < 3 || one === null || two === null || one !== three || one === two) return null;
  const reason =
    `the attribution line of this depth is missing; ${one} and ${two} answer each other in the depths above it, ` +
    `and here ${one} is answering`;
  return { name: two, basis: 'inferred', reason };
}
