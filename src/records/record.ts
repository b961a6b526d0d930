import { Decision } from '../model/decision.ts';
import type { Finding } from '../model/problem.ts';
import { readingFinding } from './findings.ts';
import { memo } from './memo.ts';
import { conform, type Path, parseYaml } from './yaml.ts';

/** A decision record as it stands on the disk. */
export interface RecordFile {
  /** Path relative to the project's root, with forward slashes. */
  readonly file: string;
  readonly decision: Decision;
  /** The whole text of the file. */
  readonly text: string;
  /** What stands after the front matter. */
  readonly body: string;
  /** Number of the line on which the body begins. */
  readonly bodyLine: number;
  /** The line of the file on which a field of the front matter stands. */
  readonly lineOf: (path: Path) => number;
}

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

/** A record, or null and what is wrong with it. */
export interface ReadRecord {
  readonly record: RecordFile | null;
  readonly findings: readonly Finding[];
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
