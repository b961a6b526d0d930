import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fieldText, flowText, itemText } from './emit.ts';

/** Text that YAML, MDX, front matter or a reader's eye could trip over. */
const HOSTILE = [
  '--- x',
  '---',
  '...',
  ' lead',
  'trail ',
  'a: b',
  '- x',
  'yes',
  'null',
  '~',
  '',
  '1e3',
  '0x1F',
  '{a',
  '[a',
  '&x',
  '*x',
  '!t',
  '%x',
  '@x',
  '`x',
  'a #b',
  '#b',
  'tab\tx',
  'nul\u0000x',
  'a\u2028b\u2029c',
  '\u202eabc\u202c',
  '\ufeffx',
  'e\u0301',
  '\ud800',
  '? x',
  '|',
  '>',
  "'",
  '"',
  '\\',
  '\\u202e',
  'a\n\nb',
  'a\r\nb',
  'a\rb',
  '\u0085x',
  '{process.env.HOME}',
  '<script>',
  'a  b ',
];

const text = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE), fc.lorem({ maxCount: 60 }))
  .chain((one) =>
    fc.oneof(
      fc.constant(one),
      fc.constantFrom(...HOSTILE).map((other) => `${one} ${other} ${one}`),
    ),
  );

describe('a field written as YAML', () => {
  it('reads back exactly, whatever its text holds and however long it is', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 8 }), (value, depth) => {
        const indent = depth * 2;
        const parents = Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}k:\n`).join('');
        const back = Array.from({ length: depth }).reduce<unknown>(
          (node) => (node as { k: unknown }).k,
          parse(parents + fieldText('exact', value, indent)),
        );
        expect(back).toEqual({ exact: value });
        expect(parse(`[${flowText(value)}]`)).toEqual([value]);
        expect(parse(itemText({ a: value, b: [value] }, indent))).toEqual([{ a: value, b: [value] }]);
      }),
    );
  });

  it('never begins a line with what would end the front matter', () => {
    fc.assert(
      fc.property(text, (value) => {
        const lines = fieldText('title', `${'word '.repeat(30)}${value}`, 0).split(/\r?\n/);
        expect(lines.filter((line) => line.startsWith('---'))).toEqual([]);
      }),
    );
  });

  it('shows what cannot be seen as an escape', () => {
    expect(fieldText('a', 'x\u202ey\u2028z', 0)).toBe('a: "x\\u202ey\\u2028z"\n');
    expect(fieldText('a', 'ü – “ok”', 0)).toBe('a: ü – “ok”\n');
  });

  it('puts a place on one line and folds long words', () => {
    expect(fieldText('start', { line: 4, column: 1 }, 4)).toBe('    start: {line: 4, column: 1}\n');
    expect(fieldText('exact', 'word '.repeat(40).trim(), 6).split('\n')).toHaveLength(3);
  });
});
