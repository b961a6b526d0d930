import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathInside, readIfThere, writeFileAtomic } from '../files/write.ts';
import { forgetKept } from '../kept/index.ts';
import type { Finding } from '../model/problem.ts';
import { loadKnowledge } from '../records/load.ts';
import { removeWords } from '../versions/index.ts';
import type { Runs } from './copies.ts';
import { leftovers } from './leftovers.ts';
import { redirectsWith, rowsWithout, sourceYamlWith, themesWithout } from './lists.ts';
import { type Asked, overwriteSources, planWithdrawal, Withdrawal } from './plan.ts';
import { withoutPositions } from './record.ts';

/** What has begun and is not finished: written before the first word is touched, taken away after the last. */
export const BEGUN = 'content/withdrawing.json';
/** What was withdrawn, one JSON object a line; only ever added to. */
export const LOG = 'content/withdrawn.jsonl';
/** Folders that may remember words, and are made again when they are wanted. */
const CACHES = ['.cache', '.astro', 'node_modules/.astro'];

/** What a withdrawal did. */
export interface Withdrawn {
  readonly withdrawal: Withdrawal | null;
  readonly written: readonly string[];
  /** What a person should look at: prose that has lost what it rested on, and text of ours that repeats the words. */
  readonly notes: readonly string[];
  /** Why nothing was done. */
  readonly findings: readonly Finding[];
}

/**
 * Takes words out of everything a project says: out of the bytes of its sources, wherever these repeat them; out of its
 * records, versions, themes and annotated positions. Of each id a tombstone stays. Nothing is written where something stands in
 * the way; what was begun and broken off is finished first by the next call.
 *
 * @param root The folder that holds `content/`.
 */
export async function withdraw(root: string, asked: Asked): Promise<Withdrawn> {
  const begun = readIfThere(join(root, BEGUN));
  if (begun !== null) await carryOut(root, Withdrawal.parse(JSON.parse(begun.toString('utf8'))), new Map());
  const knowledge = await loadKnowledge(root);
  if (knowledge.findings.length > 0) return { withdrawal: null, written: [], notes: [], findings: knowledge.findings };
  const plan = planWithdrawal(asked, knowledge);
  if ('code' in plan) return { withdrawal: null, written: [], notes: [], findings: [plan] };
  return carryOut(root, plan.withdrawal, plan.runs);
}

/** Does what was planned; done twice, it is the same as once, for it goes by places and ids, which stay. */
async function carryOut(root: string, withdrawal: Withdrawal, runs: Runs): Promise<Withdrawn> {
  const knowledge = await loadKnowledge(root);
  const { code, reason, date, ids, decision } = withdrawal;
  const gone = new Set(ids);
  const { sources, findings: shifts } = await overwriteSources(withdrawal, knowledge.sources);
  const text = (file: string) => readIfThere(join(root, file))?.toString('utf8') ?? '';
  const themes = themesWithout(text('content/themes.yaml'), knowledge.themes, gone);
  const findings = [...shifts, ...themes.findings];
  if (findings.length > 0) return { withdrawal: null, written: [], notes: [], findings };

  const files = new Map<string, string | Uint8Array>();
  for (const { entry, bytes, sha256 } of sources) {
    const withheld = withdrawal.stretches
      .filter(({ source }) => source === entry.slug)
      .map(({ source: _, ...place }) => ({ ...place, code, date }));
    files.set(entry.file, bytes);
    files.set(entry.metaFile, sourceYamlWith(text(entry.metaFile), entry, sha256, withheld));
  }
  const notes: string[] = [];
  const touched = new Set(sources.map(({ entry }) => entry.slug));
  for (const record of knowledge.records) {
    const { id, positions } = record.decision;
    const own = new Set(positions.flatMap((one) => (gone.has(`${id}-${one.id}`) ? [one.id] : [])));
    if (own.size === 0 && positions.every(({ evidence }) => !touched.has(evidence.source))) continue;
    const messagesOf = (slug: string) => sources.find(({ entry }) => entry.slug === slug)?.messages;
    const lighter = withoutPositions(record, { positions: own, code, whole: decision === id, messagesOf });
    files.set(record.file, lighter.text);
    for (const line of lighter.bare) notes.push(`${record.file}:${line}: a sentence has lost what it rested on`);
  }
  const entries = ids.map((from) => ({ from, to: null, code, reason, date }));
  const redirects = redirectsWith(text('content/redirects.yaml'), knowledge.redirects, entries);
  if (redirects !== '') files.set('content/redirects.yaml', redirects);
  if (themes.text !== '') files.set('content/themes.yaml', themes.text);
  const rows = text('content/evaluation/positions.jsonl');
  if (rows !== '') files.set('content/evaluation/positions.jsonl', rowsWithout(rows, withdrawal.stretches, runs));

  writeFileAtomic(join(root, BEGUN), `${JSON.stringify(withdrawal)}\n`);
  const written = [...files].flatMap(([file, data]) => (writeFileAtomic(pathInside(root, file), data) ? [file] : []));
  written.push(...removeWords(root, ids));
  for (const folder of CACHES) rmSync(join(root, folder), { recursive: true, force: true });
  forgetKept();
  const log = text(LOG);
  const { reason: _, ...logged } = withdrawal;
  const line = `${JSON.stringify(logged)}\n`;
  if (!log.endsWith(line)) writeFileAtomic(join(root, LOG), log + line);
  rmSync(join(root, BEGUN));
  return { withdrawal, written: [...written, LOG], notes: [...notes, ...leftovers(root, runs)], findings: [] };
}
