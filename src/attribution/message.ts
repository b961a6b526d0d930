import type { AttributedMessage, Line, Message, RawLine } from '../model/message.ts';
import { mendBrokenQuotes } from './broken-quotes.ts';
import { hintsOf } from './hints.ts';
import { findIntroductions, type Introduction } from './introductions.ts';
import { type BodyLine, readMarks } from './marks.ts';
import type { Names } from './names.ts';
import { type Owner, ownersOf } from './owners.ts';
import type { Sourced } from './stock.ts';
import { voicesOf } from './voices.ts';
import { type BodyZone, type Footers, zonesOf } from './zones/index.ts';

/** A message whose lines have been told apart, with what its own words say about who wrote them. */
export interface Claimed {
  readonly message: Message;
  readonly from: Message['from'];
  readonly fromBasis: Message['fromBasis'];
  readonly body: readonly BodyLine[];
  readonly zones: readonly BodyZone[];
  readonly introductions: readonly Introduction[];
  readonly owners: readonly Owner[];
}

const NOBODY: Owner = { name: null, basis: 'unknown' };

/** Reads marks, zones and attribution lines of a message, and claims an owner for every line of its body. */
export function claimLines(message: Message, ancestors: readonly string[], names: Names, footers: Footers): Claimed {
  const body = readMarks(message.lines.filter((line) => line.zone === undefined));
  const zones = zonesOf(body, message.from?.name ?? null, footers);
  const signed = message.from === null ? signatureName(body, zones) : null;
  const from = message.from ?? (signed === null ? null : { name: signed });
  const fromBasis = signed === null ? message.fromBasis : 'signature';
  const author: Owner =
    from === null
      ? { ...NOBODY, reason: 'the document does not name its writer' }
      : { name: from.name, basis: fromBasis };
  const introductions = findIntroductions(
    body,
    (index) => zones[index] === 'diff' || zones[index] === 'footer',
    names.knows,
  );
  const introduced = introductions.flatMap(({ name, address }) => names.resolve(name, address) ?? []);
  // Most messages name all their writers, so what could be concluded is worked out only when it is asked for.
  const hints = lazy(() => hintsOf(message));
  const people = lazy(() => [...hints().people.map(({ name }) => name), ...introduced, ...ancestors]);
  const voices = lazy(() => voicesOf(body, people()));
  const surroundings = { author, ancestors, hints, voices, people, resolve: names.resolve };
  const owners = mendBrokenQuotes(body, ownersOf(body, introductions, surroundings));
  return { message, from, fromBasis, body, zones, introductions, owners };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Puts the lines of a message together again, with the owners that were found for its body. */
export function attributedMessage(claimed: Claimed, owners: readonly Sourced[]): AttributedMessage {
  const { message, from, fromBasis, body, zones } = claimed;
  const introduced = new Set(claimed.introductions.flatMap(({ start, end }) => range(start, end)));
  let next = 0;
  const lines = message.lines.map((raw): Line => {
    if (raw.zone !== undefined) return lineOf(raw, 0, 0, raw.zone, NOBODY);
    const index = next;
    next += 1;
    const { prefix, depth } = body[index] ?? { prefix: 0, depth: 0 };
    const zone = introduced.has(index) ? 'attribution' : (zones[index] ?? 'prose');
    return lineOf(raw, prefix, depth, zone, zone === 'footer' ? NOBODY : (owners[index] ?? NOBODY));
  });
  return { ...message, from, fromBasis, lines };
}

function lineOf(raw: RawLine, prefix: number, depth: number, zone: Line['zone'], owner: Sourced): Line {
  const { number, column = 1, text, part } = raw;
  const { name: speaker, basis, reason, original } = owner;
  const line: Line = { number, column, raw: text, prefix, depth, zone, speaker, basis };
  // Most lines have none of these, and copying an object is dear.
  if (reason === undefined && original === undefined && part === undefined) return line;
  return {
    ...line,
    ...(reason !== undefined && { reason }),
    ...(original !== undefined && { original }),
    ...(part !== undefined && { part }),
  };
}

/** The name under a signature's delimiter, where the archive has lost the sender. */
function signatureName(body: readonly BodyLine[], zones: readonly BodyZone[]): string | null {
  const dashes = body.findIndex(
    (line, index) => line.depth === 0 && zones[index] === 'signature' && /^--\s?$/.test(line.text),
  );
  const name = dashes === -1 ? '' : (body[dashes + 1]?.text.trim() ?? '');
  return /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u.test(name) ? name : null;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
