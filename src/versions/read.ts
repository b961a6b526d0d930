import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DecisionId } from '../model/id.ts';
import type { Finding } from '../model/problem.ts';
import { RELEASED } from './findings.ts';
import { substanceDigest } from './substance.ts';
import { type Histories, Version } from './version.ts';

/** Where the versions lie, under the root. */
export const FOLDER = 'content/versions';

/** The file that holds the versions of a decision and of its positions. */
export function versionFile(id: string): string {
  return `${FOLDER}/${decisionOf(id)}.jsonl`;
}

/** The decision an id belongs to. @example decisionOf('PREC-7F3Q2-P3') → 'PREC-7F3Q2' */
export function decisionOf(id: string): string {
  return id.split('-').slice(0, 2).join('-');
}

/**
 * Reads every released version. Never throws on bad content: a line that is no version, whose digest does not belong to its
 * substance, or that is out of turn is a finding and left out, for nothing may rest on it.
 *
 * @param root The folder that holds `content/`.
 */
export function readHistories(root: string): { readonly histories: Histories; readonly findings: readonly Finding[] } {
  const folder = join(root, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
  const histories = new Map<string, Version[]>();
  const findings: Finding[] = [];
  for (const name of names.sort()) {
    const file = `${FOLDER}/${name}`;
    for (const [index, text] of readFileSync(join(folder, name), 'utf8').split('\n').entries()) {
      if (text === '') continue;
      const where = { file, line: index + 1 };
      const version = readLine(text);
      const what = version === null ? 'no version stands here' : wrongWith(version, name, histories);
      if (version === null || what !== null)
        findings.push({ code: 'version-broken', what: what ?? '', where, mend: RELEASED['version-broken'].mend });
      else histories.set(version.id, [...(histories.get(version.id) ?? []), version]);
    }
  }
  return { histories, findings };
}

function readLine(text: string): Version | null {
  try {
    return Version.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function wrongWith(version: Version, name: string, histories: Histories): string | null {
  const { id, digest, substance } = version;
  const before = histories.get(id)?.at(-1);
  if (!DecisionId.safeParse(decisionOf(id)).success || `${decisionOf(id)}.jsonl` !== name) {
    return `${id} does not belong into this file`;
  }
  if (version.version !== (before?.version ?? 0) + 1) return `${id}: version ${version.version} is out of turn`;
  if (before !== undefined && before.date > version.date)
    return `${id}: version ${version.version} is older than the one before`;
  // The digest of words that were taken out stays, for who still has them; verification asks why they were.
  return substance.kind === 'removed' || substanceDigest(substance) === digest
    ? null
    : `${id}: the digest of version ${version.version} is not that of its substance`;
}
