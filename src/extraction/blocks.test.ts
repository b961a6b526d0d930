import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawSlice } from '../model/quote.ts';
import { messageOf, proseLines } from './__fixtures__/lines.ts';
import { blocksOf, blocksOfLines, placeAt } from './blocks.ts';
import { sentencesOf } from './sentence.ts';

describe('paragraphs of one voice', () => {
  it('join wrapped lines of one speaker at one depth and end at a blank line', () => {
    const blocks = blocksOf(messageOf(proseLines('> We map\n> the ring.\nNo,\nit leaks.\n\nSorry.', ['Ann', 'Bob'])));
    expect(blocks.map(({ text, speaker, depth }) => [text, speaker, depth])).toEqual([
      ['We map\nthe ring.', 'Bob', 1],
      ['No,\nit leaks.', 'Ann', 0],
      ['Sorry.', 'Ann', 0],
    ]);
  });

  it('let a sentence run over quote marks', () => {
    const [block] = blocksOf(
      messageOf(proseLines('> > A sentence that a mailer\n> > broke\n> > twice. And one more.', [null, null, 'Cid'])),
    );
    expect(block === undefined ? [] : sentencesOf(block).map(({ text }) => text)).toEqual([
      'A sentence that a mailer\nbroke\ntwice.',
      'And one more.',
    ]);
  });

  it('know which block they answer, also when they carry on', () => {
    const blocks = blocksOf(messageOf(proseLines('> We map it.\nNo.\n\nIt leaks.', ['Ann', 'Bob'])));
    expect(blocks.map(({ answers, after }) => [answers, after])).toEqual([
      [null, null],
      [0, null],
      [0, 1],
    ]);
  });

  it('begin anew at every item of a list', () => {
    const blocks = blocksOfLines(proseLines('Two ways:\n1) map it\n   once\n2) copy it'));
    expect(blocks.map(({ text, item }) => [text, item])).toEqual([
      ['Two ways:', false],
      ['1) map it\n   once', true],
      ['2) copy it', true],
    ]);
  });

  it('leave out what is no prose, and do not join across it', () => {
    const lines = proseLines('Look:\nint main(void);\nIt compiles.').map((line) =>
      line.number === 2 ? { ...line, zone: 'code' as const } : line,
    );
    expect(blocksOfLines(lines).map((block) => block.text)).toEqual(['Look:', 'It compiles.']);
  });

  it('do not join the two sides of a seam in one line', () => {
    const [line] = proseLines('Mine. Yours.');
    if (line === undefined) throw new Error('no line');
    const seam = [
      { ...line, raw: 'Mine. ' },
      { ...line, raw: 'Yours.', column: 7, speaker: 'Bob' },
    ];
    const [, second] = blocksOfLines(seam);
    expect(second === undefined ? null : placeAt(second, 0)).toEqual({ line: 1, column: 7 });
  });

  it('give every offset its place: cutting there yields the same words', () => {
    const word = fc.constantFrom('yes', 'no', '😀', 'é', 'a😀b', 'io_uring', '✭');
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.nat(), fc.nat(), (texts, a, b) => {
        const lines = proseLines(texts.map((text) => `> ${text}`).join('\n'));
        const [block] = blocksOfLines(lines);
        if (block === undefined) return;
        // Whole characters only: an offset inside a surrogate pair is no place.
        const starts = [...block.text.matchAll(/\S/gu)].map((match) => match.index);
        const [from = 0, to = 0] = [starts[a % starts.length] ?? 0, starts[b % starts.length] ?? 0].sort(
          (x, y) => x - y,
        );
        const width = (block.text.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
        const slice = rawSlice(lines, placeAt(block, from), placeAt(block, to));
        expect(slice.replaceAll('\n> ', '\n')).toBe(block.text.slice(from, to + width));
      }),
    );
  });
});
