import { sha256 } from '../model/digest.ts';
import { fullId } from '../model/id.ts';
import type { AttributedMessage, Line } from '../model/message.ts';
import type { Evidence, Position } from '../model/position.ts';
import type { Where } from '../model/problem.ts';
import { foldedSlice, rawSlice } from '../model/quote.ts';
import type { Knowledge, SourceEntry } from '../records/knowledge.ts';
import { lineAt } from '../records/lines.ts';
import type { RecordFile } from '../records/record.ts';
import type { Path } from '../records/yaml.ts';

/** A quotation of a record: that of a position, or of one of its arguments. */
export interface Quotation {
  readonly record: RecordFile;
  readonly position: Position;
  readonly evidence: Evidence;
  /** Its id, such as PREC-7F3Q2-P3 or PREC-7F3Q2-P3-A1. */
  readonly id: string;
  /** The way to the evidence in the front matter. */
  readonly path: Path;
}

/** Every quotation of every record, in the order of the files. */
export function quotationsOf({ records }: Knowledge): Quotation[] {
  return records.flatMap((record) =>
    record.decision.positions.flatMap((position, index): Quotation[] => {
      const id = fullId(record.decision.id, position.id);
      const own = { record, position, evidence: position.evidence, id, path: ['positions', index, 'evidence'] };
      const reasons = position.arguments.map((argument, at) => ({
        record,
        position,
        evidence: argument.evidence,
        id: `${id}-${argument.id}`,
        path: ['positions', index, 'arguments', at, 'evidence'],
      }));
      return [own, ...reasons];
    }),
  );
}

/** Where a quotation, or one of its fields, stands. */
export function whereOf({ record, id, path }: Quotation, ...field: Path): Where {
  return { file: record.file, line: record.lineOf([...path, ...field]), id };
}

/** The place of a quotation in its source: the message, and the lines of it that the places count. */
export interface Passage {
  readonly message: AttributedMessage;
  readonly lines: readonly Line[];
}

/**
 * Finds the message in which a quotation stands. Lines of the file itself belong to one message; lines of decoded parts are
 * counted anew in each mail, so there the words decide.
 */
export function passageOf(source: SourceEntry, { start, end, part, exact, sha256: digest }: Evidence): Passage | null {
  const passages = (passagesByLine(source).get(lineKey(part, start.line)) ?? []).filter(
    ({ lines }) => lineAt(lines, start) !== undefined && lineAt(lines, end) !== undefined,
  );
  const right = passages.find(
    ({ lines }) => foldedSlice(lines, start, end) === exact || sha256(rawSlice(lines, start, end)) === digest,
  );
  return right ?? passages[0] ?? null;
}

/** The passages of each source by the lines they have, so that a source of thousands of messages is gone through once. */
const indexes = new WeakMap<SourceEntry, ReadonlyMap<string, readonly Passage[]>>();

function passagesByLine(source: SourceEntry): ReadonlyMap<string, readonly Passage[]> {
  const known = indexes.get(source);
  if (known !== undefined) return known;
  const index = new Map<string, Passage[]>();
  for (const message of source.messages) {
    for (const [part, lines] of Map.groupBy(message.lines, (line) => line.part)) {
      const passage = { message, lines };
      for (const number of new Set(lines.map((line) => line.number))) {
        const key = lineKey(part, number);
        const passages = index.get(key);
        if (passages === undefined) index.set(key, [passage]);
        else passages.push(passage);
      }
    }
  }
  indexes.set(source, index);
  return index;
}

function lineKey(part: string | undefined, line: number): string {
  return `${part ?? ''} ${line}`;
}

/** The lines, or parts of them, that hold words of a quotation; blank lines between hold none. */
export function linesQuoted(lines: readonly Line[], { start, end }: Evidence): Line[] {
  return lines.filter((line) => {
    if (line.number < start.line || line.number > end.line) return false;
    const last = line.column + Array.from(line.raw).length - 1;
    if (line.number === start.line && last < start.column) return false;
    if (line.number === end.line && line.column > end.column) return false;
    return line.raw.slice(line.prefix).trim() !== '';
  });
}
