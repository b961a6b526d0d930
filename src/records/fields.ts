import { fieldDigest, type Json } from '../model/digest.ts';
import type { Argument, Evidence, FoundPosition, Position } from '../model/position.ts';

/** The fields of a position that the extractor writes, and of which the record keeps a digest each. */
export const MACHINE_FIELDS = [
  'option',
  'holder',
  'holderBasis',
  'stance',
  'hedge',
  'condition',
  'secondHand',
  'quotedBy',
  'evidence',
  'arguments',
  'respondsTo',
  'confidence',
  'withdrawn',
] as const;
export type MachineField = (typeof MACHINE_FIELDS)[number];

/** What the extractor says of one position: its arguments have no numbers yet. */
export interface Extracted extends Omit<Position, 'id' | 'arguments' | 'review' | 'extracted' | 'extractor'> {
  readonly arguments: readonly Omit<Argument, 'id'>[];
}

/** Turns a position as found into the fields of a record; `respondsTo` is set once numbers are given. */
export function extractedFields(
  found: FoundPosition,
  evidence: Evidence,
  argumentEvidence: readonly Evidence[],
): Extracted {
  return {
    option: found.term,
    holder: found.holder,
    holderBasis: found.basis,
    stance: found.stance,
    hedge: found.hedge,
    ...(found.condition === undefined ? {} : { condition: found.condition }),
    secondHand: found.secondHand,
    ...(found.quotedBy === undefined ? {} : { quotedBy: found.quotedBy }),
    evidence,
    arguments: found.arguments.flatMap((argument, index) => {
      const own = argumentEvidence[index];
      return own === undefined ? [] : [{ polarity: argument.polarity, evidence: own }];
    }),
    confidence: found.confidence,
  };
}

/** The digest of one machine-written field as it is now; a field that is not there counts as null, numbers of arguments do not count. */
export function digestOf(fields: Partial<Extracted>, field: MachineField): string {
  if (field !== 'arguments') return fieldDigest(plain(fields[field]));
  return fieldDigest(fields.arguments?.length ? plain(withoutIds(fields.arguments)) : null);
}

function withoutIds(list: readonly Omit<Argument, 'id'>[]): Omit<Argument, 'id'>[] {
  return list.map(({ polarity, evidence }) => ({ polarity, evidence }));
}

function plain(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** The digest of a field that is not there. */
const NOTHING = fieldDigest(null);

/** Whether a person has changed a field since the extractor wrote it, or wrote it in the first place. */
export function editedByHand(position: Position, field: MachineField): boolean {
  return (position.extracted[field] ?? NOTHING) !== digestOf(position, field);
}

/** Digests of the fields that are there, in the order of the table: what a record remembers of a position just written. */
export function digestsOf(fields: Partial<Extracted>): Record<string, string> {
  return Object.fromEntries(
    MACHINE_FIELDS.flatMap((field) => {
      const digest = digestOf(fields, field);
      return digest === NOTHING ? [] : [[field, digest]];
    }),
  );
}
