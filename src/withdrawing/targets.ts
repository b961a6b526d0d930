import { fullId, normaliseId } from '../model/id.ts';
import type { AttributedMessage, Line } from '../model/message.ts';
import type { Evidence, Position } from '../model/position.ts';
import { evidenceFor } from '../model/quote.ts';
import type { Knowledge, SourceEntry } from '../records/knowledge.ts';
import { lineAt, linesOfPart } from '../records/lines.ts';
import { hidden, type Stretch } from './stretch.ts';

/** Zones of a mail's body that hold words of its author. */
const OWN = new Set(['prose', 'list', 'code', 'diff', 'signature']);

/** What is asked for: the words of a position or of all positions of a record, or all that a person wrote in one message. */
export type Wanted =
  | { readonly kind: 'words'; readonly stretches: readonly Stretch[]; readonly decision: string | null }
  | { readonly kind: 'unknown' };

/**
 * Finds the words that a decision, a position (also named by one of its arguments) or a Message-ID stands for. Of a message
 * they are the lines its author wrote; what it quotes belongs to others, and the subject to the whole thread.
 */
export function wordsWanted(target: string, knowledge: Knowledge): Wanted {
  const id = normaliseId(target);
  if (id !== null) return wordsOfId(id, knowledge);
  const messageId = target.startsWith('<') ? target : `<${target}>`;
  const stretches = knowledge.sources.flatMap((source) =>
    source.messages
      .filter((message) => isNamed(message, messageId, source))
      .flatMap((one) => ownWords(source.slug, one)),
  );
  return stretches.length === 0 ? { kind: 'unknown' } : { kind: 'words', stretches, decision: null };
}

function wordsOfId(id: string, { decisions, sources }: Knowledge): Wanted {
  const [prefix, code, local] = id.split('-');
  const decision = decisions.find((one) => one.id === `${prefix}-${code}`);
  if (decision === undefined) return { kind: 'unknown' };
  const positions = decision.positions.filter((one) => local === undefined || one.id === local);
  if (positions.length === 0) return { kind: 'unknown' };
  return {
    kind: 'words',
    stretches: positions.flatMap((one) => stretchesOf(one, sources)),
    decision: local === undefined ? decision.id : null,
  };
}

/** The stretches that a position and its arguments rest on. */
export function stretchesOf(
  { evidence, arguments: reasons }: Position,
  sources: readonly Pick<SourceEntry, 'slug' | 'messages'>[],
): Stretch[] {
  return [evidence, ...reasons.map((reason) => reason.evidence)].map((one) => ({
    source: one.source,
    ...(one.part === undefined ? {} : hidden(one.part, messageOf(one, sources) ?? '')),
    start: one.start,
    end: one.end,
  }));
}

/** The message in whose part the quoted words stand: every mail of a mailbox has its own part 1. */
function messageOf(evidence: Evidence, sources: readonly Pick<SourceEntry, 'slug' | 'messages'>[]): string | undefined {
  const { source, part, start, end, sha256 } = evidence;
  return sources
    .find(({ slug }) => slug === source)
    ?.messages.find((message) => {
      const lines = linesOfPart(message, part);
      if (lineAt(lines, start) === undefined || lineAt(lines, end) === undefined) return false;
      return evidenceFor(source, lines, start, end).sha256 === sha256;
    })?.id;
}

/** Every position of every record with its whole id. */
export function positionsOf({ decisions }: Knowledge): { id: string; decision: string; position: Position }[] {
  return decisions.flatMap((decision) =>
    decision.positions.map((position) => ({ id: fullId(decision.id, position.id), decision: decision.id, position })),
  );
}

function isNamed({ id }: AttributedMessage, messageId: string, { source, messages }: SourceEntry): boolean {
  return id === messageId || (messages.length === 1 && source.messageId === messageId);
}

function ownWords(source: string, { id, lines }: AttributedMessage): Stretch[] {
  return lines.flatMap((line): Stretch[] => {
    if (line.depth > 0 || !OWN.has(line.zone) || textOf(line).trim() === '') return [];
    const first = line.column + Array.from(line.raw.slice(0, line.prefix)).length;
    const last = line.column + Array.from(line.raw).length - 1;
    const { number, part } = line;
    return [
      { source, ...hidden(part, id), start: { line: number, column: first }, end: { line: number, column: last } },
    ];
  });
}

/** A line without its quote marks. */
export function textOf({ raw, prefix }: Line): string {
  return raw.slice(prefix);
}
