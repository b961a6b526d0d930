import type { Basis } from '../model/message.ts';
import type { Hints } from './hints.ts';
import type { Introduction } from './introductions.ts';
import type { BodyLine } from './marks.ts';
import { type UnmarkedStretch, unmarkedStretches } from './unmarked.ts';
import { personCalled, type Voice } from './voices.ts';

/** Who wrote the text at some depth, and how that is known. */
export interface Owner {
  readonly name: string | null;
  readonly basis: Basis;
  readonly reason?: string;
}

/** What is known beyond the attribution lines. */
export interface Surroundings {
  /** The message's own writer. */
  readonly author: Owner;
  /** Writers of the messages it answers, the nearest first, as far as the archive holds them. */
  readonly ancestors: readonly string[];
  /** What the message's own header says about the conversation. */
  readonly hints: () => Pick<Hints, 'answered' | 'answersAnswer' | 'chain'>;
  /** Names that greetings and closings give away, by depth. */
  readonly voices: () => ReadonlyMap<number, Voice>;
  /** Names of all who take part, as far as the message shows them. */
  readonly people: () => readonly string[];
  /** The full name behind an attribution line's name and address. */
  readonly resolve: (name: string | null, address: string | null) => string | null;
}

const NO_ATTRIBUTION = 'no attribution line names the writer at this depth';

/**
 * Gives every line of a body an owner. Owners stand in a stack by depth: an attribution line at depth d names the owner of
 * depth d + 1 and forgets what was deeper; text that resumes at a depth keeps that depth's owner; a depth nobody named is
 * concluded from the conversation, or stays unknown. It is never the last name seen.
 */
export function ownersOf(
  lines: readonly BodyLine[],
  introductions: readonly Introduction[],
  surroundings: Surroundings,
): Owner[] {
  const named = new Map<number, Owner>();
  const concluded = new Map<number, Owner>();
  const openings = new Map(introductions.map((introduction) => [introduction.end, introduction]));
  const stretches = unmarkedStretches(lines, introductions);
  let unmarked: UnmarkedStretch | undefined;
  return lines.map((line, index) => {
    const opening = openings.get(index);
    if (opening !== undefined) {
      for (const depth of [...named.keys()]) if (depth >= opening.opens) named.delete(depth);
      concluded.clear();
      named.set(opening.opens, introducedBy(opening, named, surroundings));
    }
    unmarked = stretches.get(index) ?? (unmarked !== undefined && index < unmarked.end ? unmarked : undefined);
    if (unmarked !== undefined && line.depth === 0) return quotedUnmarked(unmarked, named.get(unmarked.opens));
    if (line.citer !== null) {
      const cited = byInitials(line.citer, [
        ...surroundings.people(),
        ...[...named.values()].flatMap(({ name }) => name ?? []),
      ]);
      if (cited !== null) return cited;
    }
    const known = named.get(line.depth) ?? (line.depth === 0 ? surroundings.author : concluded.get(line.depth));
    if (known !== undefined) return known;
    const conclusion = conclude(line.depth, named, surroundings);
    concluded.set(line.depth, conclusion);
    return conclusion;
  });
}

function quotedUnmarked({ mixed, reason }: UnmarkedStretch, owner: Owner | undefined): Owner {
  return mixed || owner === undefined || owner.name === null
    ? unknown(reason)
    : { name: owner.name, basis: 'inferred', reason };
}

function introducedBy(opening: Introduction, named: ReadonlyMap<number, Owner>, surroundings: Surroundings): Owner {
  const name = surroundings.resolve(opening.name, opening.address);
  if (opening.within === true) {
    // It may as well be what is left of a quotation within: the conversation knows better who is answered.
    const answered = conclude(opening.opens, named, surroundings);
    if (answered.name !== null && answered.name !== name) return answered;
  }
  if (name !== null) return { name, basis: 'attribution' };
  // A bare rule says that a mail follows: the one that is answered, if the conversation tells which that is.
  const concluded = conclude(opening.depth + 1, named, surroundings);
  return concluded.name === null ? unknown('what introduces it names nobody') : concluded;
}

function conclude(depth: number, named: ReadonlyMap<number, Owner>, surroundings: Surroundings): Owner {
  const at = (level: number): string | null =>
    (named.get(level) ?? (level === 0 ? surroundings.author : undefined))?.name ?? null;
  return (
    byAncestors(depth, at, surroundings.author.name, surroundings.ancestors) ??
    byVoice(surroundings.voices().get(depth), at(depth - 1)) ??
    byChain(depth, at, surroundings.hints().chain) ??
    byHints(depth, at, surroundings.hints()) ??
    byAlternation(depth, at) ??
    unknown(NO_ATTRIBUTION)
  );
}

function unknown(reason: string): Owner {
  return { name: null, basis: 'unknown', reason };
}

function byVoice(voice: Voice | undefined, answering: string | null): Owner | null {
  return voice === undefined || voice.name === answering ? null : { ...voice, basis: 'inferred' };
}

/** As by ancestors, where only the ids of the referenced messages are known; every known writer between must agree. */
function byChain(depth: number, at: (level: number) => string | null, chain: readonly (string | null)[]): Owner | null {
  const name = chain[depth - 1] ?? null;
  if (name === null || name === at(depth - 1)) return null;
  for (let level = 1; level < depth; level += 1) {
    const known = at(level);
    const expected = chain[level - 1] ?? null;
    if (known !== null && expected !== null && known !== expected) return null;
  }
  return {
    name,
    basis: 'inferred',
    reason: `the message ${depth} back in the references has an id from the domain of ${name}`,
  };
}

function byHints(
  depth: number,
  at: (level: number) => string | null,
  hints: ReturnType<Surroundings['hints']>,
): Owner | null {
  const { answered, answersAnswer } = hints;
  if (depth === 1) return byVoice(answered ?? undefined, at(0));
  const [author, other] = [at(0), at(1)];
  if (depth !== 2 || !answersAnswer || author === null || other === null || other !== answered?.name) return null;
  const reason = `${other} is the only one this reply is addressed to, so ${other} was answering ${author}`;
  return { name: author, basis: 'inferred', reason };
}

/** Each depth was written one answer earlier: below a depth whose writer is ancestor t stands ancestor t + 1. */
function byAncestors(
  depth: number,
  at: (level: number) => string | null,
  author: string | null,
  ancestors: readonly string[],
): Owner | null {
  for (let level = depth - 1; level >= 0; level -= 1) {
    const name = at(level);
    if (name === null) continue;
    const own = level === 0 && name === author;
    const generation = own ? 0 : ancestors.indexOf(name, Math.max(level - 1, 0)) + 1;
    const candidate = !own && generation === 0 ? undefined : ancestors[generation + depth - level - 1];
    if (candidate === undefined) return null;
    const steps = generation + depth - level;
    const reason = `the message ${steps === 1 ? 'that this one answers' : `${steps} answers back in this thread`} is by ${candidate}`;
    return { name: candidate, basis: 'inferred', reason };
  }
  return null;
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

/** The one person whose initials, first name or last name a mailer put before the mark. */
function byInitials(citer: string, people: readonly string[]): Owner | null {
  const distinct = [...new Set(people)];
  const initials = (name: string): string =>
    name
      .split(/[\s.-]+/)
      .map((word) => word[0] ?? '')
      .join('')
      .toLowerCase();
  const called = personCalled(citer, distinct);
  const matching = distinct.filter((name) => initials(name) === citer.toLowerCase());
  const name = called ?? (matching.length === 1 ? matching[0] : undefined);
  return name === undefined ? null : { name, basis: 'attribution' };
}
