import type { Decision } from '../model/decision.ts';
import type { Finding } from '../model/problem.ts';
import type { Path } from './yaml.ts';

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

/** A record, or null and what is wrong with it. */
export interface ReadRecord {
  readonly record: RecordFile | null;
  readonly findings: readonly Finding[];
}
