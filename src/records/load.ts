import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { notPlain } from '../files/own.ts';
import { readIfThere } from '../files/write.ts';
import { sha256 } from '../model/digest.ts';
import { People, type Person } from '../model/person.ts';
import { Slug } from '../model/primitives.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { Redirects } from '../model/redirect.ts';
import { Source } from '../model/source.ts';
import { type Term, Terms } from '../model/term.ts';
import { Themes } from '../model/theme.ts';
import { readHistories } from '../versions/read.ts';
import { attributeDocument } from './attribute.ts';
import { readingFinding } from './findings.ts';
import type { Knowledge, Listed, SourceEntry } from './knowledge.ts';
import { readYaml } from './read-yaml.ts';
import { type RecordFile, readRecord } from './record.ts';

/**
 * Reads everything under `content/` once, through its schemas, and attributes each source (once in a process for the same
 * bytes). Reads only; never throws on bad content: what is wrong is in `findings`, by file and line, with its mend.
 *
 * @param root The folder that holds `content/`.
 */
export async function loadKnowledge(root: string): Promise<Knowledge> {
  const findings: Finding[] = [];
  const terms = readList(root, 'content/terms.yaml', Terms, findings);
  const people = readList(root, 'content/people.yaml', People, findings);
  const redirects = readList(root, 'content/redirects.yaml', Redirects, findings);
  const themes = readList(root, 'content/themes.yaml', Themes, findings);
  const records = readRecords(root, findings);
  const sources = await readSources(root, findings);
  return {
    root,
    sources,
    terms: terms.value,
    people: people.value,
    redirects: redirects.value,
    themes: themes.value,
    records,
    decisions: records.map(({ decision }) => decision),
    files: { terms: terms.listed, people: people.listed, redirects: redirects.listed, themes: themes.listed },
    released: readHistories(root),
    findings,
  };
}

/** Reads the vocabulary alone. */
export function loadTerms(root: string): { readonly terms: readonly Term[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const { value } = readList(root, 'content/terms.yaml', Terms, findings);
  return { terms: value, findings };
}

/** Reads the people alone; what is wrong with the list is for `npm run verify` to say. */
export function loadPeople(root: string): readonly Person[] {
  return readList(root, 'content/people.yaml', People, []).value;
}

/** Reads a list that may be absent: a project begins without vocabulary. */
function readList<T>(
  root: string,
  file: string,
  schema: z.ZodType<T[]>,
  findings: Finding[],
): { value: readonly T[]; listed: Listed } {
  const odd = notPlain(root, file);
  if (odd !== null) findings.push(readingFinding('file-unreadable', odd, { file }));
  const bytes = odd === null ? readIfThere(join(root, file)) : null;
  if (bytes === null || bytes.toString('utf8').trim() === '') return { value: [], listed: { file, lineOf: () => 1 } };
  const { value, lineOf, findings: found } = readYaml('lists', schema, bytes.toString('utf8'), file);
  findings.push(...found);
  return { value: value ?? [], listed: { file, lineOf } };
}

function readRecords(root: string, findings: Finding[]): RecordFile[] {
  const folder = 'content/decisions';
  const names = list(join(root, folder)).filter((name) => name.endsWith('.mdx'));
  const records: RecordFile[] = [];
  for (const name of names) {
    const file = `${folder}/${name}`;
    const odd = notPlain(root, file);
    const text = odd === null ? readText(join(root, file)) : null;
    if (text === null) {
      findings.push(readingFinding('file-unreadable', odd ?? 'not a file of UTF-8 text', { file }));
      continue;
    }
    const read = readRecord(text, file);
    findings.push(...read.findings);
    if (read.record !== null) records.push(read.record);
  }
  return records;
}

/** Reads a file as UTF-8, or gives null where its bytes are not UTF-8: writing it back would change them. */
function readText(path: string): string | null {
  const bytes = readFileSync(path);
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

async function readSources(root: string, findings: Finding[]): Promise<SourceEntry[]> {
  const folder = 'content/sources';
  const entries: SourceEntry[] = [];
  for (const slug of list(join(root, folder))) {
    const entry = await readSource(root, `${folder}/${slug}`, slug);
    if ('slug' in entry) entries.push(entry);
    else for (const finding of entry.findings) findings.push(finding);
  }
  return entries;
}

async function readSource(
  root: string,
  folder: string,
  slug: string,
): Promise<SourceEntry | { readonly findings: readonly Finding[] }> {
  const file = `${folder}/message.txt`;
  const metaFile = `${folder}/source.yaml`;
  const fail = (code: 'name-odd' | 'file-unreadable', what: string, where: string) => ({
    findings: [readingFinding(code, what, { file: where })],
  });
  if (!Slug.safeParse(slug).success) return fail('name-odd', `${JSON.stringify(slug)} is no slug`, folder);
  for (const one of [metaFile, file]) {
    const odd = notPlain(root, one);
    if (odd !== null) return fail('file-unreadable', odd, one);
  }
  const meta = readIfThere(join(root, metaFile));
  if (meta === null) return fail('file-unreadable', 'there is no source.yaml beside the text', metaFile);
  const bytes = readIfThere(join(root, file));
  if (bytes === null) return fail('file-unreadable', 'there is no message.txt', file);
  const { value: source, lineOf, findings } = readYaml('lists', Source, meta.toString('utf8'), metaFile);
  if (source === null) return { findings };
  try {
    const document = await attributeDocument(bytes, file, source.speakers);
    return { slug, file, metaFile, source, bytes, sha256: sha256(bytes), lineOf, ...document };
  } catch (error) {
    if (!(error instanceof PrecedentError)) throw error;
    return { findings: [readingFinding('source-unreadable', error.finding.what, { file })] };
  }
}

/** Names in a folder in the order of code units, without hidden ones; none where there is no folder. */
function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
