import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Endings, endingOf } from './endings.ts';
import { OwnLines } from './own-lines.ts';
import { wordsOf } from './wordings.ts';

describe('the ending of a line', () => {
  it('is the same for all lines of the same words, however they are wrapped and escaped', () => {
    const blank = fc.constantFrom(' ', '  ', '\t', '\u00a0', ' \u3000', '\u2003 ', ' \u2028 ', '\ufeff ');
    const word = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('>', 'From', '>From', 'ü', '设计', ';'));
    const pieces = fc.array(fc.tuple(word, blank, blank), { maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.boolean(), (given, escaped) => {
        const one = given.map(([text, first]) => text + first).join('');
        const other = `${escaped && one.startsWith('From ') ? '>' : ''}${given.map(([text, , second]) => text + second).join('')}`;
        fc.pre(wordsOf(one) === wordsOf(other));
        expect(endingOf(other)).toBe(endingOf(one));
      }),
    );
  });

  it('tells most lines apart', () => {
    const lines = Array.from({ length: 500 }, (_, at) => `this is what number ${at} says of it`);
    expect(new Set(lines.map(endingOf)).size).toBeGreaterThan(450);
  });
});

describe('lines that wait by their endings', () => {
  it('are taken once, in the order in which they were added, and may be added again', () => {
    const waiting = new Endings(3);
    for (const ending of [3, 5, 3]) waiting.add(ending);
    expect([waiting.take(3), waiting.take(3), waiting.take(5), waiting.take(7)]).toEqual([[0, 2], [], [1], []]);
    waiting.add(3);
    expect([waiting.has(3), waiting.has(7), waiting.take(3)]).toEqual([true, false, [3]]);
  });
});

describe('the own lines of an archive', () => {
  const said = 'I would rather keep the pipe';
  const add = (lines: OwnLines, message: string, author: string, text: string): void => {
    lines.begin(message, author);
    lines.add(endingOf(text), text, 7);
  };
  const find = (lines: OwnLines, text: string) => lines.find(endingOf(text), wordsOf(text));

  it('give the first message of the one writer of a line, also where it stands otherwise wrapped', () => {
    const lines = new OwnLines(10);
    add(lines, '<1@b>', 'Ann Bee', `${said} `);
    add(lines, '<2@b>', 'Ann Bee', said);
    expect(find(lines, said.replace(' ', '\t'))).toEqual({ message: '<1@b>', author: 'Ann Bee', number: 7 });
    expect(find(lines, 'I would rather not keep the pipe')).toBeNull();
  });

  it('say nothing of what several people wrote, even if the second comes when the first has been asked for', () => {
    const lines = new OwnLines(10);
    add(lines, '<1@b>', 'Ann Bee', said);
    expect(find(lines, said)?.author).toBe('Ann Bee');
    add(lines, '<2@b>', 'Cee Dee', said);
    expect(find(lines, said)).toBeNull();
  });

  it('say nothing of a line that is too short to tell', () => {
    const lines = new OwnLines(10);
    add(lines, '<1@b>', 'Ann Bee', 'so be it');
    expect(find(lines, 'so be it')).toBeNull();
  });
});
