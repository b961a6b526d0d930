import { Decision } from '../model/decision.ts';
import { readingFinding } from './findings.ts';
import { memo } from './memo.ts';
import type { ReadRecord, RecordFile } from './record-file.ts';
import { conform, parseYaml } from './yaml.ts';

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

/**
 * Reads a record; what is wrong with it comes back as findings, and then there is no record. The same text of the same file
 * is read once in a process.
 */
export function readRecord(text: string, file: string): ReadRecord {
  const { records } = memo();
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
  const yaml = parseYaml(text.slice(parts.yamlStart, parts.yamlEnd), file, 2);
  const { value, findings } = conform(Decision, yaml, { file });
  if (value === null) return { record: null, findings };
  const record: RecordFile = {
    file,
    decision: value,
    text,
    body: text.slice(parts.bodyStart),
    bodyLine: lineNumberAt(text, parts.bodyStart),
    lineOf: yaml.lineOf,
  };
  return { record, findings: [] };
}

function lineNumberAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
