import type { Json } from '../model/digest.ts';
import type { AttributedMessage, Line } from '../model/message.ts';
import type { FoundPosition, Occurrence } from '../model/position.ts';
import type { AttributedDocument } from './attribute.ts';

/**
 * One document as `extract --json` prints it: what every line is and who wrote it, and the positions found. Lines and columns
 * are those of the file's own text, or of the decoded part that `part` names. Positions that no rule found say what did.
 * `respondsTo` is where the position answered begins; `occurrences` are where the same words stand again.
 */
export function documentJson(
  name: string,
  document: AttributedDocument,
  found: readonly FoundPosition[],
  extractor = 'rules',
): Json {
  return {
    document: name,
    format: document.format,
    messages: document.messages.map(messageJson),
    positions: found.map((position) => ({
      ...positionJson(position, found),
      ...(extractor === 'rules' ? {} : { extractor }),
    })),
  };
}

/** One message of a document as `extract --json` prints it. */
export function messageJson(message: AttributedMessage): Json {
  const seams = dividedLines(message.lines);
  return {
    id: message.id,
    from: message.from?.name ?? null,
    date: message.date,
    subject: message.subject,
    inReplyTo: message.inReplyTo,
    // Most messages have no seam: then no line need be looked up.
    lines: message.lines.map((line) => lineJson(line, seams.size > 0 && seams.has(lineKey(line)))),
  };
}

function lineJson({ number, column, zone, depth, speaker, basis, raw, part }: Line, divided: boolean): Json {
  if (!divided && part === undefined) return { line: number, zone, depth, speaker, basis, text: raw };
  return {
    line: number,
    ...(divided ? { column } : {}),
    zone,
    depth,
    speaker,
    basis,
    text: raw,
    ...(part === undefined ? {} : { part }),
  };
}

/** Lines that a seam divides, and that therefore occur more than once. */
function dividedLines(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.filter(({ column }) => column > 1).map(lineKey));
}

function lineKey({ number, part = '' }: Line): string {
  return `${part} ${number}`;
}

/** One position of a document as `extract --json` prints it; `found` are those it was found with. */
export function positionJson(
  position: FoundPosition,
  found: readonly FoundPosition[],
): { [key: string]: Json | undefined } {
  return {
    start: { ...position.start },
    end: { ...position.end },
    exact: position.exact,
    holder: position.holder,
    basis: position.basis,
    stance: position.stance,
    option: position.option,
    question: position.question,
    secondHand: position.secondHand,
    hedge: position.hedge,
    confidence: position.confidence,
    arguments: position.arguments.map(({ polarity, start, end, exact }) => ({
      polarity,
      start: { ...start },
      end: { ...end },
      exact,
    })),
    ...answeredJson(found[position.respondsTo ?? -1]),
    ...(position.part === undefined ? {} : { part: position.part }),
    ...(position.occurrences === undefined ? {} : { occurrences: position.occurrences.map(occurrenceJson) }),
  };
}

/** The position answered, by where it stands: an index would change with what else is printed. */
function answeredJson(answered: FoundPosition | undefined): { [key: string]: Json } {
  if (answered === undefined) return {};
  const { message, start, part } = answered;
  return { respondsTo: { message, start: { ...start }, ...(part === undefined ? {} : { part }) } };
}

function occurrenceJson({ message, start, end, part, quotedBy }: Occurrence): Json {
  return { message, start: { ...start }, end: { ...end }, ...(part === undefined ? {} : { part }), quotedBy };
}
