import { z } from 'zod';
import { sha256 } from '../model/digest.ts';
import { AnyId } from '../model/id.ts';
import type { AttributedMessage, Line } from '../model/message.ts';
import { PartialDate, Place, Slug } from '../model/primitives.ts';
import type { Finding } from '../model/problem.ts';
import { REASONS, ReasonCode } from '../model/redirect.ts';
import { attributeDocument } from '../records/attribute.ts';
import type { Knowledge, SourceEntry } from '../records/knowledge.ts';
import { finding } from '../verify/catalogue.ts';
import { copiesOf, type Runs, runsOf } from './copies.ts';
import { overwrittenSource } from './source.ts';
import { overlaps, united } from './stretch.ts';
import { positionsOf, stretchesOf, wordsWanted } from './targets.ts';

/** A withdrawal as it is written down before anything is touched: places and ids, and no words. */
export const Withdrawal = z.strictObject({
  date: PartialDate,
  target: z.string().min(1),
  code: ReasonCode,
  reason: z.string().min(1),
  ids: z.array(AnyId),
  decision: AnyId.nullable(),
  stretches: z.array(
    z.strictObject({
      source: Slug,
      part: z.string().optional(),
      message: z.string().optional(),
      start: Place,
      end: Place,
    }),
  ),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** What was asked for on the command line. */
export interface Asked {
  readonly target: string;
  readonly code: ReasonCode;
  readonly date: string;
  readonly reason?: string | undefined;
}

/**
 * Works out what goes with some words: every place of the sources where they stand, and every position that rests on one of
 * them, asked for or not, since a quotation that cannot be found again is none.
 */
export function planWithdrawal(
  { target, code, date, reason = REASONS[code] }: Asked,
  knowledge: Knowledge,
): { readonly withdrawal: Withdrawal; readonly runs: Runs } | Finding {
  const wanted = wordsWanted(target, knowledge);
  if (wanted.kind === 'unknown') {
    return finding('withdraw-unknown', `nothing here has the id ${JSON.stringify(target)}`, { file: 'content' });
  }
  const stretches = united([...wanted.stretches, ...copiesOf(wanted.stretches, knowledge)]);
  const ids = positionsOf(knowledge)
    .filter(({ position }) =>
      stretchesOf(position, knowledge.sources).some((own) => stretches.some((one) => overlaps(own, one))),
    )
    .map(({ id }) => id);
  const withdrawal = { date, target, code, reason, ids, decision: wanted.decision, stretches };
  return { withdrawal, runs: runsOf(wanted.stretches, knowledge) };
}

/** A source after its words were overwritten. */
export interface Overwritten {
  readonly entry: SourceEntry;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly messages: readonly AttributedMessage[];
}

/**
 * Overwrites the words in the sources, and reads these again: what stands elsewhere must be read as before, word for word and
 * speaker for speaker.
 */
export async function overwriteSources(
  { stretches }: Pick<Withdrawal, 'stretches'>,
  sources: readonly SourceEntry[],
): Promise<{ readonly sources: readonly Overwritten[]; readonly findings: readonly Finding[] }> {
  const done: Overwritten[] = [];
  const findings: Finding[] = [];
  for (const entry of sources) {
    const here = stretches.filter(({ source }) => source === entry.slug);
    if (here.length === 0) continue;
    const bytes = overwrittenSource(entry.bytes, here, entry.messages);
    if (typeof bytes === 'string') {
      const line = here[0]?.start.line ?? 1;
      const what =
        bytes === 'signed' ? 'they stand in a part that is signed' : 'its lines are not those that were read';
      findings.push(finding(`withdraw-${bytes}`, what, { file: entry.file, line, id: entry.slug }));
      continue;
    }
    const { messages } = await attributeDocument(bytes, entry.file, entry.source.speakers);
    const shifted = firstShift(linesOutside(entry.messages, here), linesOutside(messages, here));
    if (shifted === null) done.push({ entry, bytes, sha256: sha256(bytes), messages });
    else
      findings.push(
        finding('withdraw-shifts', `line ${shifted} is no longer read as before`, {
          file: entry.file,
          line: shifted,
          id: entry.slug,
        }),
      );
  }
  return { sources: done, findings };
}

function linesOutside(messages: readonly AttributedMessage[], stretches: Withdrawal['stretches']): Line[] {
  return messages.flatMap(({ id, lines }) =>
    lines.filter(({ number, part }) =>
      stretches.every(
        (one) =>
          one.part !== part ||
          (part !== undefined && one.message !== id) ||
          number < one.start.line ||
          number > one.end.line,
      ),
    ),
  );
}

/** The first line that is read otherwise, or null. How a speaker is known may change: the words it was known by may be gone. */
function firstShift(before: readonly Line[], after: readonly Line[]): number | null {
  const at = before.findIndex((line, index) => {
    const now = after[index];
    return now?.raw !== line.raw || now.zone !== line.zone || now.depth !== line.depth || now.speaker !== line.speaker;
  });
  if (at >= 0) return before[at]?.number ?? 1;
  return before.length === after.length ? null : (after.at(-1)?.number ?? 1);
}
