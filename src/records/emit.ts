import { Document, isMap, isPair, isScalar, isSeq, Scalar, visit } from 'yaml';
import type { Json } from '../model/digest.ts';

/** Columns at which long text is folded. */
const WIDTH = 120;
/** Fields whose whole value stands on one line, however long: digests that nobody reads. */
const ONE_LINE = new Set(['extracted']);
/** Fields that read better on one line when they fit. */
const FLOW = new Set(['start', 'end', 'facts', 'aliases', 'altLabel', 'extracted']);

/** Characters that a reader of the file cannot see, or that turn what follows around: always written as escapes. */
const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Escapes what cannot be seen; such characters stand in double-quoted text only, where YAML reads `\u202e`. */
function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function styled(value: Json): Document {
  const document = new Document(value);
  visit(document, {
    Pair(_, pair) {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      const { value: held } = pair;
      if (FLOW.has(name) && (isMap(held) || (isSeq(held) && held.items.every(isScalar)))) held.flow = true;
    },
    Scalar(_, node, path) {
      const parent = path.at(-1);
      const isKey = isPair(parent) && parent.key === node;
      if (!isKey && typeof node.value === 'string' && needsQuotes(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document;
}

function needsQuotes(text: string): boolean {
  return text.search(INVISIBLE) >= 0 || /[\p{Cc}\p{Cs}]/u.test(text);
}

/**
 * Writes one field in block style, `key: value` and a line break, indented by `indent` blanks. Long text is folded into
 * several lines and reads back exactly; characters that cannot be seen are written as escapes.
 */
export function fieldText(key: string, value: Json, indent: number): string {
  const lineWidth = ONE_LINE.has(key) ? 0 : Math.max(WIDTH - indent, 40);
  const text = styled({ [key]: value }).toString({ lineWidth, flowCollectionPadding: false, blockQuote: false });
  return indented(escapeInvisible(text), indent);
}

/** Longest map that is written on one line as an item of a list. */
const SHORT_ITEM = 60;

/**
 * Writes one item of a list, its dash at column `indent` (0-based): a short map of plain values on one line, another map one
 * field on a line.
 */
export function itemText(value: Json, indent: number): string {
  const blanks = ' '.repeat(indent);
  const short = shortItem(value);
  if (short !== null) return `${blanks}- ${short}\n`;
  const fields = Object.entries(value ?? {}).flatMap(([key, member]) =>
    member === undefined ? [] : [fieldText(key, member, indent + 2)],
  );
  const [first = '', ...rest] = fields;
  return `${blanks}- ${first.slice(indent + 2)}${rest.join('')}`;
}

function shortItem(value: Json): string | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return flowText(value);
  const members = Object.values(value);
  if (members.length === 0) return '{}';
  if (members.some((member) => typeof member === 'object' && member !== null && !Array.isArray(member))) return null;
  const text = flowText(value);
  return text.length <= SHORT_ITEM ? text : null;
}

/** Writes a value so that it may stand inside `{…}` or `[…]`, on one line. */
export function flowText(value: Json): string {
  const document = styled([value]);
  visit(document, {
    Collection(_, node) {
      node.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false, blockQuote: false });
  return escapeInvisible(text).trim().slice(1, -1);
}

function indented(text: string, indent: number): string {
  const blanks = ' '.repeat(indent);
  return text
    .split('\n')
    .map((line) => (line === '' ? line : blanks + line))
    .join('\n');
}
