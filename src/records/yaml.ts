import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Finding } from '../model/problem.ts';
import { readingFinding } from './findings.ts';
import { lineAtPath, linesOf, type Path, type YamlLines } from './yaml-lines.ts';

export type { Path } from './yaml-lines.ts';

/** A YAML text with its values and the lines they stand on. */
export interface YamlText {
  readonly value: unknown;
  /** The line of the file on which the value at a path, or else its nearest ancestor that exists, begins. */
  readonly lineOf: (path: Path) => number;
  /** The lines of all values. */
  readonly lines: () => YamlLines;
  readonly findings: readonly Finding[];
}

/**
 * Parses YAML 1.2 (core schema: dates stay text, keys are unique, aliases are bounded by the library) and remembers where
 * each value stands. Never throws: what is wrong is in `findings`, and `value` is then undefined.
 *
 * @param firstLine Number of the file's line on which the text begins, for front matter.
 */
export function parseYaml(text: string, file: string, firstLine = 1): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  const findings = document.errors.map((error) =>
    readingFinding('yaml-syntax', error.message, { file, line: lineAt(error.pos[0]) }),
  );
  let noted: YamlLines | undefined;
  const lines = (): YamlLines => {
    noted ??= linesOf(document.contents, lineAt);
    return noted;
  };
  const lineOf = (path: Path): number => lineAtPath(lines(), path);
  if (findings.length > 0) return { value: undefined, lineOf, lines, findings };
  try {
    return { value: document.toJS(), lineOf, lines, findings };
  } catch (error) {
    // Too many aliases, or an alias to nothing: the library refuses while resolving.
    const what = error instanceof Error ? error.message : String(error);
    const line = lineAt(suspectAlias(document) ?? 0);
    return { value: undefined, lineOf, lines, findings: [readingFinding('yaml-syntax', what, { file, line })] };
  }
}

/** The first alias that leads to nothing, else the first alias: where a text that cannot be resolved goes wrong. */
function suspectAlias(document: Document.Parsed): number | undefined {
  let first: number | undefined;
  let lost: number | undefined;
  visit(document, {
    Alias(_, alias) {
      first ??= alias.range?.[0];
      if (alias.resolve(document) === undefined) lost ??= alias.range?.[0];
    },
  });
  return lost ?? first;
}

/**
 * Takes a YAML text through its schema: the value, or null and a finding for each thing that does not fit, which says what
 * is wrong, at which field, on which line.
 */
export function conform<T>(
  schema: z.ZodType<T>,
  yaml: YamlText,
  where: { readonly file: string; readonly id?: string },
): { readonly value: T | null; readonly findings: readonly Finding[] } {
  if (yaml.findings.length > 0) return { value: null, findings: yaml.findings };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const wrong =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...path, key], what: 'no such field' }))
        : [{ path, what: valueAt(yaml.value, path) === undefined ? 'is missing' : issue.message }];
    return wrong.map((one) =>
      readingFinding('schema', `${fieldName(one.path) || 'the file'}: ${one.what}`, {
        ...where,
        line: yaml.lineOf(one.path),
      }),
    );
  });
  return { value: null, findings };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (held, step) => (typeof held === 'object' && held !== null ? Reflect.get(held, step) : undefined),
    value,
  );
}

/** Writes a path as a person would. @example fieldName(['positions', 2, 'stance']) → 'positions[2].stance' */
function fieldName(path: Path): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}
