import { isCollection, isMap, isNode, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from '../model/digest.ts';
import type { Edit } from './changes.ts';
import { fieldText, flowText, itemText } from './emit.ts';
import type { Path } from './yaml.ts';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies changes to a YAML text in its own formatting: only the characters of what changes are replaced; comments, order,
 * quoting and line breaks of everything else stay as they are.
 *
 * @example applyEdits('a: 1 # one\nb: x\n', [{ kind: 'set', path: [], key: 'a', value: 2, order: [] }]) → 'a: 2 # one\nb: x\n'
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const editor = { text, root: document.contents };
  const splices = edits.map((edit) => spliceFor(editor, edit));
  return splices
    .map((splice, index) => ({ ...splice, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .reduce(
      (result, { start, end, text: put }) => result.slice(0, start) + put.replace(/\r?\n/g, eol) + result.slice(end),
      text,
    );
}

interface Editor {
  readonly text: string;
  readonly root: unknown;
}

function spliceFor(editor: Editor, edit: Edit): Splice {
  const node = nodeAt(editor.root, edit.path);
  if (edit.kind === 'append') {
    if (!isSeq(node)) throw new RangeError(`no list at ${edit.path.join('.')}`);
    return appendSplice(editor.text, node, edit.value);
  }
  if (!isMap(node)) throw new RangeError(`no map at ${edit.path.join('.')}`);
  const pair = node.items.find(({ key }) => isNode(key) && String(key) === edit.key);
  if (pair === undefined) {
    if (edit.value === undefined) throw new RangeError(`no field ${edit.key} at ${edit.path.join('.')}`);
    return insertSplice(editor.text, node, edit.key, edit.value, edit.order);
  }
  return edit.value === undefined
    ? removeSplice(editor.text, node, pair)
    : replaceSplice(editor.text, node, pair, edit.key, edit.value);
}

function nodeAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => (isCollection(node) ? node.get(step, true) : undefined), root);
}

function appendSplice(text: string, seq: YAMLSeq, value: Json): Splice {
  const last = seq.items.at(-1);
  if (last === undefined) throw new RangeError('an empty list is replaced, not appended to');
  if (seq.flow === true) return at(contentEnd(last), `, ${flowText(value)}`);
  const indent = columnOf(text, startOf(seq));
  const blank = /\n[ \t]*\r?\n[ \t]*- /.test(text.slice(startOf(seq), contentEnd(last))) ? '\n' : '';
  return afterLine(text, contentEnd(last), blank + itemText(value, indent));
}

function insertSplice(text: string, map: YAMLMap, key: string, value: Json, order: readonly string[]): Splice {
  const place = order.indexOf(key);
  const before = map.items.findLast((pair) => order.indexOf(String(pair.key)) < place) ?? map.items.at(-1);
  if (map.flow === true) {
    const field = `${key}: ${flowText(value)}`;
    return before === undefined ? at(startOf(map) + 1, field) : at(pairEnd(before), `, ${field}`);
  }
  if (before === undefined) throw new RangeError('an empty map is replaced, not added to');
  const first = map.items[0];
  const indent = first === undefined ? 0 : columnOf(text, startOf(first.key));
  return afterLine(text, pairEnd(before), fieldText(key, value, indent));
}

function replaceSplice(text: string, map: YAMLMap, pair: Pair, key: string, value: Json): Splice {
  const start = startOf(pair.key);
  if (map.flow === true || (isCollection(pair.value) && pair.value.flow === true && isScalarValue(value))) {
    return { start, end: pairEnd(pair), text: `${key}: ${flowText(value)}` };
  }
  const indent = columnOf(text, start);
  const end = pairEnd(pair);
  const put = fieldText(key, value, indent).slice(indent).trimEnd();
  // A block scalar's last line break belongs to it.
  return { start, end, text: text[end - 1] === '\n' ? `${put}\n` : put };
}

function removeSplice(text: string, map: YAMLMap, pair: Pair): Splice {
  const index = map.items.indexOf(pair);
  const next = map.items[index + 1];
  const previous = map.items[index - 1];
  if (map.flow === true) {
    if (previous !== undefined) return { start: pairEnd(previous), end: pairEnd(pair), text: '' };
    return { start: startOf(pair.key), end: next === undefined ? pairEnd(pair) : startOf(next.key), text: '' };
  }
  const start = startOf(pair.key);
  // The first field of a list item shares its line with the dash: the next field moves up to it.
  if (previous === undefined && next !== undefined) return { start, end: startOf(next.key), text: '' };
  return { start: lineStart(text, start), end: lineEnd(text, pairEnd(pair)), text: '' };
}

function at(offset: number, text: string): Splice {
  return { start: offset, end: offset, text };
}

/** Puts lines after the line in which something ends, its comment included. */
function afterLine(text: string, offset: number, lines: string): Splice {
  const end = lineEnd(text, offset);
  return at(end, text[end - 1] === '\n' ? lines : `\n${lines.trimEnd()}`);
}

/** Where the characters of a value end, without the comments and line breaks that follow it. */
function contentEnd(node: unknown): number {
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    if (last !== undefined) return isNode(last) ? contentEnd(last) : pairEnd(last as Pair);
  }
  if (!isNode(node) || !node.range) throw new RangeError('a node without a place');
  return node.range[1];
}

/** As `contentEnd`, for a field; a field without a value ends at its colon. */
function pairEnd(pair: Pair): number {
  return contentEnd(pair.value);
}

function startOf(node: unknown): number {
  if (!isNode(node) || !node.range) throw new RangeError('a node without a place');
  return node.range[0];
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset after the line break that ends the line of an offset; a block scalar already ends after it. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found + 1;
}

function isScalarValue(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}
