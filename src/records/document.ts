import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readIfThere } from '../files/write.ts';
import type { Problem } from '../model/message.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { Source, type SpeakerAnnotation } from '../model/source.ts';
import { type AttributedDocument, attributeOnce } from './attribute.ts';
import { readingFinding } from './findings.ts';
import { conform, parseYaml } from './yaml.ts';

/**
 * Reads and attributes one file, from anywhere. A `source.yaml` beside it is applied, so that what a person has established
 * about its speakers holds; it need not be there. Never throws on a bad file: then there is no document, and findings say why.
 */
export async function readDocument(
  file: string,
): Promise<{ readonly document: AttributedDocument | null; readonly findings: readonly Finding[] }> {
  const { speakers, findings } = speakersBeside(file);
  try {
    const document = await attributeOnce(readFileSync(file), file, speakers);
    return { document, findings: [...findings, ...document.problems.map((problem) => lost(file, problem))] };
  } catch (error) {
    return { document: null, findings: [...findings, unreadable(file, error)] };
  }
}

/** What a reader reports of a file as a finding. */
function lost(file: string, { code, message, line }: Problem): Finding {
  const where = { file, ...(line === undefined ? {} : { line }) };
  return { code, what: message, where, mend: 'compare with the archive it was taken from' };
}

function speakersBeside(file: string): { speakers: readonly SpeakerAnnotation[]; findings: readonly Finding[] } {
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
function unreadable(file: string, error: unknown): Finding {
  if (error instanceof PrecedentError) return error.finding;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return readingFinding('file-unreadable', `the file cannot be read (${error.code})`, { file });
  }
  throw error;
}
