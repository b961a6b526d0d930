import { isMap, isNode, isSeq, type ParsedNode } from 'yaml';

/** The way to a value: keys and indexes from the root. */
export type Path = readonly (string | number)[];

/** The line on which a value begins (that of its key, in a map), and the same of what it holds. */
export type YamlLines = readonly [line: number, held?: readonly YamlLines[] | { readonly [key: string]: YamlLines }];

/** Notes the lines of a parsed text, in a form that JSON holds. */
export function linesOf(root: ParsedNode | null, lineAt: (offset: number) => number): YamlLines {
  return linesBelow(root, lineAt(root?.range[0] ?? 0), lineAt);
}

function linesBelow(node: unknown, line: number, lineAt: (offset: number) => number): YamlLines {
  const lineOf = (held: unknown): number => (isNode(held) && held.range ? lineAt(held.range[0]) : line);
  if (isSeq(node)) return [line, node.items.map((item) => linesBelow(item, lineOf(item), lineAt))];
  if (!isMap(node)) return [line];
  const held = node.items.flatMap(({ key, value }): [string, YamlLines][] =>
    isNode(key) ? [[String(key), linesBelow(value, lineOf(key), lineAt)]] : [],
  );
  // Of a key given twice, the first counts.
  return [line, Object.fromEntries(held.reverse())];
}

/** The line on which the value at a path, or else its nearest ancestor that exists, begins. */
export function lineAtPath(lines: YamlLines, path: Path): number {
  let at = lines;
  for (const step of path) {
    const next = below(at[1], step);
    if (next === undefined) break;
    at = next;
  }
  return at[0];
}

function below(held: YamlLines[1], step: string | number): YamlLines | undefined {
  if (isList(held)) return typeof step === 'number' ? held[step] : undefined;
  return held !== undefined && Object.hasOwn(held, step) ? held[step] : undefined;
}

function isList(held: YamlLines[1]): held is readonly YamlLines[] {
  return Array.isArray(held);
}
