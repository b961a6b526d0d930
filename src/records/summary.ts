import { count } from '../model/count.ts';
import type { FoundPosition } from '../model/position.ts';
import { formatFinding } from '../model/problem.ts';
import type { AttributedDocument } from './attribute.ts';
import { printable } from './printable.ts';
import type { Update } from './update.ts';

/**
 * Says what a run found and made, one line for each thing that can be counted.
 *
 * @param notes Whether to list the positions on which records and extractor differ; else they are counted.
 */
export function summariseUpdate(update: Update, notes = false): string {
  const { merge, found } = update;
  const { counts } = merge;
  const total = Object.values(found).reduce((sum, count) => sum + count, 0);
  return [
    `${count(update.sources, 'source')}, ${count(update.messages, 'message')}, ${count(total, 'position')} found`,
    `by stance: ${listed(found)}`,
    `held back, not sure enough or met by no other: ${counts.heldBack}`,
    `positions of records: ${listed(counts.positions)}`,
    `records: ${listed(counts.records)}`,
    ...(notes ? merge.notes.map(formatFinding) : []),
    '',
  ].join('\n');
}

/** Says what one document holds and which positions were found in it. */
export function summariseDocument(file: string, document: AttributedDocument, found: readonly FoundPosition[]): string {
  const counts = `${count(document.messages.length, 'message')}, ${count(found.length, 'position')}`;
  return [
    `${printable(file)}: ${document.format}, ${counts}`,
    ...document.problems.map(
      ({ line, message }) => `  ${line === undefined ? '' : `line ${line}: `}${printable(message)}`,
    ),
    ...found.map(
      ({ start, holder, stance, exact }) =>
        `  ${start.line}: ${printable(holder ?? 'unknown')} ${stance}: ${printable(exact, 100)}`,
    ),
  ].join('\n');
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
