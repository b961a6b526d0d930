import type { Archive, AttributedMessage, Line, Message } from '../model/message.ts';
import type { SpeakerAnnotation } from '../model/source.ts';
import { threadMessages } from '../threads/index.ts';
import { applyAnnotations } from './annotations.ts';
import { hintsOf } from './hints.ts';
import { findIntroductions } from './introductions.ts';
import { type BodyLine, readMarks } from './marks.ts';
import { namesOf } from './names.ts';
import { type Owner, ownersOf } from './owners.ts';
import { voicesOf } from './voices.ts';
import { zonesOf } from './zones.ts';

/**
 * Says for every line of every message who wrote it and how that is known, or that it cannot be known. Annotations of the
 * source come last and have the last word.
 *
 * @example attributeArchive(readArchive(bytes, 'message.txt'))[0]?.lines[9]?.speaker → 'Christoph Lameter'
 */
export function attributeArchive(
  archive: Archive,
  annotations: readonly SpeakerAnnotation[] = [],
): AttributedMessage[] {
  const ancestors = ancestorsOf(archive.messages);
  const resolve = namesOf(archive.messages);
  return archive.messages.map((message) => {
    const attributed = attributeMessage(message, ancestors(message.id), resolve);
    return { ...attributed, lines: applyAnnotations(attributed.lines, annotations) };
  });
}

/** The writers of the messages that a message answers, the nearest first. */
function ancestorsOf(messages: readonly Message[]): (id: string) => string[] {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const parents = new Map<string, string>();
  for (const thread of threadMessages(messages)) {
    for (const { id } of thread.messages) {
      const parent = thread.parentOf(id);
      if (parent !== null) parents.set(id, parent);
    }
  }
  return (id) => {
    const names: string[] = [];
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
      const name = byId.get(at)?.from?.name;
      if (name === undefined) break;
      names.push(name);
    }
    return names;
  };
}

function attributeMessage(
  message: Message,
  ancestors: readonly string[],
  resolve: (name: string | null, address: string | null) => string | null,
): AttributedMessage {
  const body = readMarks(message.lines.filter((line) => line.zone === undefined));
  const zones = zonesOf(body, message.from?.name ?? null);
  const signed = message.from === null ? signatureName(body, zones) : null;
  const from = message.from ?? (signed === null ? null : { name: signed });
  const fromBasis = message.from === null && signed !== null ? 'signature' : message.fromBasis;
  const author: Owner =
    from === null
      ? { ...nobody, reason: 'the document does not name its writer' }
      : { name: from.name, basis: fromBasis };
  const introductions = findIntroductions(body, (index) => zones[index] === 'diff' || zones[index] === 'footer');
  const hints = hintsOf(message);
  const introducedNames = introductions.flatMap(({ name, address }) => resolve(name, address) ?? []);
  const people = [...hints.people.map(({ name }) => name), ...introducedNames, ...ancestors];
  const owners = ownersOf(body, introductions, {
    author,
    ancestors,
    answered: hints.answered,
    voices: voicesOf(body, people),
    people,
    resolve,
  });
  const introduced = new Set(introductions.flatMap(({ start, end }) => range(start, end)));
  let next = 0;
  const lines = message.lines.map((raw): Line => {
    const base = {
      number: raw.number,
      column: raw.column ?? 1,
      raw: raw.text,
      ...(raw.part === undefined ? {} : { part: raw.part }),
    };
    if (raw.zone !== undefined)
      return { ...base, prefix: 0, depth: 0, zone: raw.zone, speaker: null, basis: 'unknown' };
    const index = next;
    next += 1;
    const { prefix, depth } = body[index] ?? { prefix: 0, depth: 0 };
    const zone = introduced.has(index) ? 'attribution' : (zones[index] ?? 'prose');
    const owner = zone === 'footer' ? nobody : (owners[index] ?? nobody);
    return {
      ...base,
      prefix,
      depth,
      zone,
      speaker: owner.name,
      basis: owner.basis,
      ...(owner.reason === undefined ? {} : { reason: owner.reason }),
    };
  });
  return { ...message, from, fromBasis, lines };
}

const nobody: Owner = { name: null, basis: 'unknown' };

/** The name under a signature's delimiter, where the archive has lost the sender. */
function signatureName(body: readonly BodyLine[], zones: readonly string[]): string | null {
  const dashes = body.findIndex(
    (line, index) => line.depth === 0 && zones[index] === 'signature' && /^--\s?$/.test(line.text),
  );
  const name = dashes === -1 ? '' : (body[dashes + 1]?.text.trim() ?? '');
  return /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u.test(name) ? name : null;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
