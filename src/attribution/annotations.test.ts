import { describe, expect, it } from 'vitest';
import type { Line } from '../model/message.ts';
import { applyAnnotations } from './annotations.ts';

const line = (number: number, raw: string): Line => ({
  number,
  column: 1,
  raw,
  prefix: 0,
  depth: 0,
  zone: 'prose',
  speaker: 'Al',
  basis: 'header',
});
const between = (
  startLine: number,
  startColumn: number,
  endLine: number,
  endColumn: number,
  speaker: string | null,
) => ({
  start: { line: startLine, column: startColumn },
  end: { line: endLine, column: endColumn },
  speaker,
  reason: 'by content',
});
const shown = (lines: readonly Line[]): string[] =>
  lines.map(({ number, column, raw, speaker }) => `${number}:${column} ${speaker} ${raw}`);

describe('an annotation', () => {
  it('cuts a line at both ends, counts in code points, and leaves the blank at a cut with the part before', () => {
    const cut = applyAnnotations([line(3, '✭😀 one. Two. Three.')], [between(3, 9, 3, 12, 'Mo')]);
    expect(shown(cut)).toEqual(['3:1 Al ✭😀 one. ', '3:9 Mo Two. ', '3:14 Al Three.']);
    expect(cut[1]).toMatchObject({ basis: 'inferred', reason: 'by content' });
  });

  it('may run over lines, and may say that nobody is known', () => {
    const cut = applyAnnotations([line(1, 'a b'), line(2, 'c'), line(3, 'd e')], [between(1, 3, 3, 1, null)]);
    expect(shown(cut)).toEqual(['1:1 Al a ', '1:3 null b', '2:1 null c', '3:1 null d ', '3:3 Al e']);
    expect(cut[1]?.basis).toBe('unknown');
  });

  it('keeps every character, whatever it says', () => {
    const lines = [line(1, 'abc'), line(2, ''), line(3, 'def')];
    const cut = applyAnnotations(lines, [
      between(1, 2, 9, 9, 'Mo'),
      between(2, 1, 3, 2, 'Cy'),
      between(3, 80, 3, 90, 'No'),
    ]);
    expect(cut.map(({ raw }) => raw).join('')).toBe('abcdef');
    expect(cut.filter(({ number }) => number === 2).length).toBe(1);
  });

  it('does not touch other parts of a mail', () => {
    const hidden = { ...line(1, 'abc'), part: '1.2' };
    expect(applyAnnotations([hidden], [between(1, 1, 1, 3, 'Mo')])).toEqual([hidden]);
  });
});
