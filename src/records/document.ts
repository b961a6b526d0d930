import { dirname, join } from 'node:path';
import { foldNotes } from '../archive/losses.ts';
import { listPlaces, type Place, readDocument } from '../archive/places.ts';
import { readIfThere } from '../files/write.ts';
import type { Problem } from '../model/message.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { Source, type SpeakerAnnotation } from '../model/source.ts';
import { type AttributedDocument, attributeArchiveOnce } from './attribute.ts';
import { readingFinding } from './findings.ts';
import { conform, parseYaml } from './yaml.ts';

/** One document of a path, or what kept it from being read. */
export interface ReadDocument {
  /** The file, or the Maildir or repository that is read as one. */
  readonly file: string;
  readonly document: AttributedDocument | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads and attributes what a path leads to: a file of any format, a Maildir, a repository, or every file of a folder. A
 * `source.yaml` beside a file is applied, so that what a person has established about its speakers holds; it need not be
 * there. Never throws on a bad file: then there is no document, findings say why, and the rest is read.
 */
export async function* readDocuments(path: string): AsyncGenerator<ReadDocument> {
  try {
    for (const place of listPlaces(path)) yield await attributePlace(place);
  } catch (error) {
    yield { file: path, document: null, findings: [unreadable(path, error)] };
  }
}

/** Reads and attributes the document of one place, as `readDocuments` does. */
export async function attributePlace(place: Place): Promise<ReadDocument> {
  try {
    const read = readDocument(place);
    if ('error' in read) return { file: place.name, document: null, findings: [read.error.finding] };
    const { speakers, findings } = speakersBeside(place.name);
    const document = await attributeArchiveOnce(read.archive, speakers);
    const losses = foldNotes(document.problems).map((problem) => lost(place.name, problem));
    return { file: place.name, document, findings: [...findings, ...losses] };
  } catch (error) {
    return { file: place.name, document: null, findings: [unreadable(place.name, error)] };
  }
}

/** What a reader reports of a file as a finding. */
export function lost(file: string, { code, message, line }: Problem): Finding {
  const where = { file, ...(line === undefined ? {} : { line }) };
  return { code, what: message, where, mend: 'compare with the archive it was taken from' };
}

/** What `source.yaml` beside a file says of its speakers, if there is one. */
export function speakersBeside(file: string): { speakers: readonly SpeakerAnnotation[]; findings: readonly Finding[] } {
  const metaFile = join(dirname(file), 'source.yaml');
  try {
    const meta = readIfThere(metaFile);
    if (meta === null) return { speakers: [], findings: [] };
    const { value, findings } = conform(Source, parseYaml(meta.toString('utf8'), metaFile), { file: metaFile });
    return { speakers: value?.speakers ?? [], findings };
  } catch (error) {
    return { speakers: [], findings: [unreadable(metaFile, error)] };
  }
}

/** What was thrown while reading a file, as a finding; a defect of ours is thrown on. */
export function unreadable(file: string, error: unknown): Finding {
  if (error instanceof PrecedentError) return error.finding;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return readingFinding('file-unreadable', `the file cannot be read (${error.code})`, { file });
  }
  throw error;
}
