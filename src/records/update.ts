import { extractPositions } from '../extraction/index.ts';
import { pathInside, writeFileAtomic } from '../files/write.ts';
import type { AttributedMessage } from '../model/message.ts';
import { type FoundPosition, type Stance, Stance as Stances } from '../model/position.ts';
import type { Finding } from '../model/problem.ts';
import type { Term } from '../model/term.ts';
import { readingFinding } from './findings.ts';
import type { FoundInSource } from './found.ts';
import type { Knowledge, SourceEntry } from './knowledge.ts';
import { loadKnowledge } from './load.ts';
import { type Merge, mergeFound } from './merge.ts';
import { findByRules } from './rules.ts';
import { withoutWithheld } from './withheld.ts';

/** What a run of the extractor over `content/` found and what it changes. */
export interface Update {
  readonly sources: number;
  readonly messages: number;
  /** Positions found, by stance, whether they stand in a record or not. */
  readonly found: Readonly<Record<Stance, number>>;
  readonly merge: Merge;
  /** What could not be read, with what readers had to mend. */
  readonly findings: readonly Finding[];
  /** True where records or vocabulary could not be read: then nothing may be written, or positions would be drafted twice. */
  readonly blocked: boolean;
}

/** A way to find positions, and the name under which records remember that it found them. */
export interface Extractor {
  readonly name: string;
  readonly find: (
    messages: readonly AttributedMessage[],
    terms: readonly Term[],
  ) => FoundPosition[] | Promise<FoundPosition[]>;
}

/** The extractor by rules, which every run uses unless another is asked for. */
export const RULES = { name: 'rules', find: extractPositions } as const;

/**
 * Extracts the positions of every source of `content/` and works out what becomes of the records. Writes nothing; hand the
 * result to `writeUpdate`.
 */
export async function planUpdate(root: string, extractor: Extractor = RULES): Promise<Update> {
  const knowledge = await loadKnowledge(root);
  const sources: FoundInSource[] = [];
  const findOf = extractor === RULES ? findByRules(knowledge.terms) : null;
  for (const entry of knowledge.sources.filter(isIntact)) {
    const { slug, messages, source } = entry;
    const found = findOf === null ? await extractor.find(messages, knowledge.terms) : findOf(entry);
    sources.push({ slug, messages, found: withoutWithheld(found, source) });
  }
  return planned(knowledge, sources, extractor.name);
}

/** As `planUpdate` by rules, for a knowledge that is already loaded. */
export function planUpdateOf(knowledge: Knowledge): Update {
  const findOf = findByRules(knowledge.terms);
  const sources = knowledge.sources.filter(isIntact).map((entry) => {
    const { slug, messages, source } = entry;
    return { slug, messages, found: withoutWithheld(findOf(entry), source) };
  });
  return planned(knowledge, sources, RULES.name);
}

function planned(knowledge: Knowledge, sources: readonly FoundInSource[], extractor: string): Update {
  const changed = knowledge.sources.filter((one) => !isIntact(one));
  const found = Object.fromEntries(Stances.options.map((stance) => [stance, 0])) as Record<Stance, number>;
  for (const { stance } of sources.flatMap((source) => source.found)) found[stance] += 1;
  return {
    sources: sources.length,
    messages: sources.reduce((sum, { messages }) => sum + messages.length, 0),
    found,
    merge: mergeFound(knowledge.records, knowledge.redirects, sources, extractor),
    findings: [...knowledge.findings, ...changed.map(changedFinding)],
    blocked: knowledge.findings.some(({ where }) => !where.file.startsWith('content/sources/')),
  };
}

/** A source whose bytes have changed is no source: what is extracted from it would overwrite what its archive said. */
function isIntact({ source, sha256 }: SourceEntry): boolean {
  return source.sha256 === sha256;
}

function changedFinding({ file, slug, sha256, source }: SourceEntry): Finding {
  const what = `the digest is ${sha256}, archived was ${source.sha256}; its positions are left as they are`;
  return readingFinding('source-changed', what, { file, id: slug });
}

/** Writes the records that an update changes, each whole or not at all. Returns the files written. */
export function writeUpdate(root: string, update: Update): string[] {
  if (update.blocked) return [];
  return update.merge.writes.flatMap(({ file, text }) => (writeFileAtomic(pathInside(root, file), text) ? [file] : []));
}
