import { Decision } from '../model/decision.ts';
import { readingFinding } from './findings.ts';
import { readYaml } from './read-yaml.ts';
import type { ReadRecord, RecordFile } from './record-file.ts';

export type { ReadRecord, RecordFile } from './record-file.ts';

/** Where a record's front matter and body stand in its text: offsets in UTF-16 units. */
export interface RecordParts {
  /** After the line break of the opening `---`. */
  readonly yamlStart: number;
  /** Before the closing `---`. */
  readonly yamlEnd: number;
  /** After the line break of the closing `---`. */
  readonly bodyStart: number;
}

/** The line on which the front matter begins, after the opening `---`. */
const FRONT_LINE = 2;

/** Finds the front matter of a record, or null where the text does not begin with one. */
export function recordParts(text: string): RecordParts | null {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (opening === null) return null;
  const yamlStart = opening[0].length;
  const closing = /^---[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = yamlStart;
  const found = closing.exec(text);
  if (found === null) return null;
  return { yamlStart, yamlEnd: found.index, bodyStart: found.index + found[0].length };
}

/** What has been read in this process, by file. */
const records = new Map<string, { readonly text: string; readonly read: ReadRecord }>();

/**
 * Reads a record; what is wrong with it comes back as findings, and then there is no record. The same text of the same file
 * is read once in a process, and not again in a later one with the same code (see `src/kept/`).
 */
export function readRecord(text: string, file: string): ReadRecord {
  const known = records.get(file);
  if (known?.text === text) return known.read;
  const read = parseRecord(text, file);
  records.set(file, { text, read });
  return read;
}

function parseRecord(text: string, file: string): ReadRecord {
  const parts = recordParts(text);
  if (parts === null) {
    return {
      record: null,
      findings: [readingFinding('front-matter-missing', 'no front matter', { file, line: 1 })],
    };
  }
  const front = text.slice(parts.yamlStart, parts.yamlEnd);
  const { value, lineOf, findings } = readYaml('records', Decision, front, file, FRONT_LINE);
  if (value === null) return { record: null, findings };
  const record: RecordFile = {
    file,
    decision: value,
    text,
    body: text.slice(parts.bodyStart),
    bodyLine: lineNumberAt(text, parts.bodyStart),
    lineOf,
  };
  return { record, findings: [] };
}

function lineNumberAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
