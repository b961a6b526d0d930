import { isMap, isSeq, parseDocument } from 'yaml';
import { Decision } from '../model/decision.ts';
import type { AttributedMessage } from '../model/message.ts';
import type { Evidence, Position } from '../model/position.ts';
import { evidenceFor } from '../model/quote.ts';
import { REASONS, type ReasonCode } from '../model/redirect.ts';
import { digestOf } from '../records/fields.ts';
import { lineAt, linesOfPart } from '../records/lines.ts';
import { type RecordFile, readRecord, recordParts } from '../records/record.ts';
import { editedRecordText } from '../records/write.ts';
import { sidesOf, standing } from '../verify/sides.ts';
import { withoutMarks } from './body.ts';

/** What of a record goes, and what its sources say now. */
export interface Removal {
  /** Local ids of the positions that go. */
  readonly positions: ReadonlySet<string>;
  readonly code: ReasonCode;
  /** Whether the record itself no longer counts. */
  readonly whole: boolean;
  /** The messages of each source that has changed. */
  readonly messagesOf: (source: string) => readonly AttributedMessage[] | undefined;
}

/** A record without some of its positions: its text, and the lines of prose that rested on nothing else. */
export interface Lighter {
  readonly text: string;
  readonly bare: readonly number[];
}

/**
 * Takes positions out of a record. Their numbers are never given again; what answered them answers nothing; what rested on them
 * alone rests on the editors; and the context kept with neighbouring quotations is read anew. The rest of the text stays as it
 * was written, character by character.
 */
export function withoutPositions(record: RecordFile, removal: Removal): Lighter {
  const shorter = reread(record, withoutItems(record, removal.positions));
  const { decision } = record;
  const kept = shorter.decision.positions
    .filter(({ id }) => !removal.positions.has(id))
    .map((position) => lighter(position, removal));
  const highest = Math.max(decision.minted ?? 0, ...decision.positions.map(({ id }) => Number(id.slice(1))));
  const next: Decision = {
    ...shorter.decision,
    positions: kept,
    ...(removal.positions.size > 0 ? { minted: highest } : {}),
    ...(removal.whole ? { status: 'withdrawn' as const } : {}),
  };
  const edited = editedRecordText(shorter, Decision.parse(sided(next, removal.code)));
  const parts = recordParts(edited);
  if (parts === null || removal.positions.size === 0) return { text: edited, bare: [] };
  const { body, bare } = withoutMarks(edited.slice(parts.bodyStart), decision.id, removal.positions);
  const before = edited.slice(0, parts.bodyStart);
  return { text: before + body, bare: bare.map((line) => line + before.split('\n').length - 1) };
}

function reread(record: RecordFile, text: string): RecordFile {
  return readRecord(text, record.file).record ?? record;
}

/** The text without the list items of some positions, where the list is written as a block and something is left of it. */
function withoutItems({ text, decision }: RecordFile, gone: ReadonlySet<string>): string {
  const parts = recordParts(text);
  if (parts === null || decision.positions.every(({ id }) => gone.has(id))) return text;
  const yaml = text.slice(parts.yamlStart, parts.yamlEnd);
  const list = parseDocument(yaml).get('positions', true);
  if (!isSeq(list) || list.flow === true) return text;
  const starts = list.items.map((item) => (isMap(item) && item.range ? yaml.lastIndexOf('\n', item.range[0]) + 1 : -1));
  const last = list.range?.[1] ?? yaml.length;
  const end = yaml[last - 1] === '\n' ? last : yaml.indexOf('\n', last) + 1;
  if (starts.includes(-1) || new Set(starts).size !== starts.length || end === 0) return text;
  const kept = starts.map((start, index) => {
    const item = yaml.slice(start, starts[index + 1] ?? end);
    return gone.has(decision.positions[index]?.id ?? '') ? '' : item;
  });
  const written = yaml.slice(0, starts[0]) + kept.join('') + yaml.slice(end);
  return text.slice(0, parts.yamlStart) + written + text.slice(parts.yamlEnd);
}

function lighter(position: Position, removal: Removal): Position {
  const { respondsTo, ...rest } = position;
  const answered = respondsTo === undefined || removal.positions.has(respondsTo) ? rest : position;
  const fresh = (evidence: Evidence): Evidence => anew(evidence, removal.messagesOf(evidence.source));
  const next = {
    ...answered,
    evidence: fresh(position.evidence),
    arguments: position.arguments.map((argument) => ({ ...argument, evidence: fresh(argument.evidence) })),
  };
  // What still is as the extractor wrote it must go on counting as that, or it would be taken for a person's word.
  const extracted = Object.entries(position.extracted).flatMap(([field, digest]): [string, string][] => {
    if (field === 'respondsTo' && answered === rest && respondsTo !== undefined) return [];
    if (field !== 'evidence' && field !== 'arguments') return [[field, digest]];
    return [[field, digest === digestOf(position, field) ? digestOf(next, field) : digest]];
  });
  return { ...next, extracted: Object.fromEntries(extracted) };
}

/** Evidence whose context is read anew; its own words have not changed. */
function anew(evidence: Evidence, messages: readonly AttributedMessage[] | undefined): Evidence {
  const { source, part, start, end } = evidence;
  for (const message of messages ?? []) {
    const lines = linesOfPart(message, part);
    if (lineAt(lines, start) === undefined || lineAt(lines, end) === undefined) continue;
    const made = evidenceFor(source, lines, start, end);
    if (made.sha256 === evidence.sha256) return { ...evidence, prefix: made.prefix, suffix: made.suffix };
  }
  return evidence;
}

/** A finished record that has lost one of its sides says why. */
function sided(decision: Decision, code: ReasonCode): Decision {
  const { pro, con } = sidesOf(standing(decision));
  if (decision.draft || decision.oneSided !== undefined || (pro > 0 && con > 0)) return decision;
  return { ...decision, oneSided: `Words that were quoted here have been taken out. ${REASONS[code]}` };
}
