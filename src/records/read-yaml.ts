import type { z } from 'zod';
import { keptOf } from '../kept/index.ts';
import type { Finding } from '../model/problem.ts';
import { conform, parseYaml } from './yaml.ts';
import { lineAtPath, type Path, type YamlLines } from './yaml-lines.ts';

/** What a YAML text says, or null and what is wrong with it, and on which lines. */
export interface YamlRead<T> {
  readonly value: T | null;
  readonly lineOf: (path: Path) => number;
  readonly findings: readonly Finding[];
}

/** A text that fits its schema, as it is kept. */
interface Fitting<T> {
  readonly value: T;
  readonly lines: YamlLines;
}

/**
 * Takes the YAML of a file through its schema. What fits is kept for later runs (see `src/kept/`), for parsing is nearly all of
 * reading; what does not is told with its place each time.
 *
 * @param firstLine Number of the file's line on which the text begins, for front matter.
 */
export function readYaml<T>(
  kind: 'records' | 'lists',
  schema: z.ZodType<T>,
  text: string,
  file: string,
  firstLine = 1,
): YamlRead<T> {
  const kept = keptOf<Fitting<T>>(kind);
  // The file says which schema it is.
  const key = `${file}\0${text}`;
  const known = kept?.read(key);
  if (known != null) return { value: known.value, lineOf: (path) => lineAtPath(known.lines, path), findings: [] };
  const yaml = parseYaml(text, file, firstLine);
  const { value, findings } = conform(schema, yaml, { file });
  const lines = yaml.lines();
  if (value !== null) kept?.write(key, { value, lines });
  // Not the function of the parsed text, which would hold all of that in memory.
  return { value, lineOf: (path) => lineAtPath(lines, path), findings };
}
