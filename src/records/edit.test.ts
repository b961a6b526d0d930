import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Json } from '../model/digest.ts';
import { editsBetween } from './changes.ts';
import { applyEdits } from './edit.ts';

const written = `# why this record
id: PREC-7F3Q2   # never changes
title: >-
  A title that a person
  has folded
options: [{term: raw-device, fate: open}]
positions:
    # the first one
    - id: P1
      stance:   'opposes'
      evidence: {source: a, start: {line: 1, column: 2}}   # by hand
      extracted: {stance: aaaaaaaa}

    - id: P2
      stance: "supports"   # sure?
      arguments:
        - id: A1
          polarity: con
      # after the arguments
outcome:
    facts: []
`;

function edit(change: (value: Record<string, Json>) => Json): string {
  const before: Record<string, Json> = parse(written);
  const after = change(structuredClone(before));
  const text = applyEdits(written, editsBetween(before, after));
  expect(parse(text)).toEqual(after);
  return text;
}

/** Lines of the result that the text did not have, and lines that are gone. */
function difference(text: string): { added: string[]; gone: string[] } {
  const [before, after] = [written.split('\n'), text.split('\n')];
  return {
    added: after.filter((line) => !before.includes(line)),
    gone: before.filter((line) => !after.includes(line)),
  };
}

const position = (value: Record<string, Json>, index: number): Record<string, Json> => {
  const list = value.positions;
  const item = Array.isArray(list) ? list[index] : undefined;
  if (item === undefined || item === null || typeof item !== 'object' || Array.isArray(item))
    throw new TypeError('no position');
  return item as Record<string, Json>;
};

describe('an edit of a record', () => {
  it('changes nothing where nothing changes', () => {
    expect(edit((value) => value)).toBe(written);
  });

  it('replaces one word and keeps the comment beside it', () => {
    const text = edit((value) => {
      position(value, 1).stance = 'reports';
      return value;
    });
    expect(difference(text)).toEqual({
      added: ['      stance: reports   # sure?'],
      gone: ['      stance: "supports"   # sure?'],
    });
  });

  it('changes a number inside braces and nothing around it', () => {
    const text = edit((value) => {
      position(value, 0).evidence = { source: 'a', start: { line: 1, column: 9 } };
      return value;
    });
    expect(difference(text).added).toEqual(['      evidence: {source: a, start: {line: 1, column: 9}}   # by hand']);
  });

  it('adds a field where the schema has it, in the indentation of its neighbours', () => {
    const text = edit((value) => {
      const { id, ...rest } = position(value, 0);
      value.positions = [{ id: id ?? '', option: 'raw-device', ...rest }, position(value, 1)];
      return value;
    });
    expect(text).toContain("    - id: P1\n      option: raw-device\n      stance:   'opposes'\n");
    expect(difference(text).gone).toEqual([]);
  });

  it('takes a field away and leaves the comments', () => {
    const text = edit((value) => {
      const { arguments: _, ...rest } = position(value, 1);
      value.positions = [position(value, 0), rest];
      return value;
    });
    expect(text).toContain('# after the arguments');
    expect(text).not.toContain('polarity');
  });

  it('puts a new position after the last one, with the blank line that its neighbours have', () => {
    const text = edit((value) => {
      value.positions = [
        position(value, 0),
        position(value, 1),
        { id: 'P3', stance: 'asks', evidence: { exact: 'Why? #1: {no}' } },
      ];
      return value;
    });
    expect(text).toContain('          polarity: con\n\n    - id: P3\n      stance: asks\n');
    expect(difference(text).gone).toEqual([]);
  });

  it('adds to a list in brackets and fills an empty one', () => {
    const text = edit((value) => {
      value.options = [
        { term: 'raw-device', fate: 'open' },
        { term: 'uio', fate: 'open' },
      ];
      value.outcome = { facts: [{ id: 'F1', text: 'It was removed.' }] };
      return value;
    });
    expect(text).toContain('options: [{term: raw-device, fate: open}, {term: uio, fate: open}]\n');
    expect(text).toContain('    facts:\n');
  });

  it('keeps the line breaks of a file from Windows', () => {
    const windows = 'a: 1\r\nb:\r\n  - x: 1\r\n';
    expect(
      applyEdits(windows, editsBetween(parse(windows), { a: 2, b: [{ x: 1 }, { x: 'long '.repeat(60) }] })),
    ).not.toMatch(/[^\r]\n/);
  });

  it('leads from any record to any other, and back reads what was meant', () => {
    const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const item = fc.record(
      { id: fc.string({ minLength: 1 }), v: scalar, e: fc.record({ a: scalar, b: scalar }, { requiredKeys: ['a'] }) },
      { requiredKeys: ['id'] },
    );
    const record = fc.record(
      { t: scalar, list: fc.array(item), tags: fc.array(fc.string()), o: fc.record({ s: scalar }) },
      { requiredKeys: ['t', 'list'] },
    );
    fc.assert(
      fc.property(record, record, (before, after) => {
        const start = applyEdits('t: null\nlist: []\n', editsBetween({ t: null, list: [] }, before));
        expect(parse(start)).toEqual(before);
        expect(parse(applyEdits(start, editsBetween(before, after)))).toEqual(after);
      }),
    );
  });
});
