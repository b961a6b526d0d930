import { isLoss } from '../archive/losses.ts';
import { count } from '../model/count.ts';
import { type Finding, formatFinding } from '../model/problem.ts';
import { printable } from '../records/printable.ts';
import { summariseUpdate } from '../records/summary.ts';
import type { Update } from '../records/update.ts';

/** Tells each thing that was met in a line, and at the end how many of them mean that words are missing. */
export function tellFindings(findings: readonly Finding[]): string {
  const lost = findings.filter(isLoss).length;
  return [
    ...findings.map((finding) => `${printable(formatFinding(finding))}\n`),
    ...(lost > 0 ? [`${count(lost, 'problem')}: not everything could be read\n`] : []),
  ].join('');
}

/**
 * Tells what a run over `content/` found and which records it wrote, or would write.
 *
 * @param written The files written; null where nothing was to be written.
 * @param notes Whether to list where records and extractor differ; else they are counted.
 */
export function tellUpdate(update: Update, written: readonly string[] | null, notes: boolean): string {
  const files =
    written === null
      ? update.merge.writes.map(({ file }) => `would write ${file}\n`)
      : written.map((file) => `wrote ${file}\n`);
  return [summariseUpdate(update, notes), ...files].join('');
}
