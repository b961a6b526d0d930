import { describe, expect, it } from 'vitest';
import { readMarks } from './marks.ts';

const depths = (...texts: string[]): number[] =>
  readMarks(texts.map((text, at) => ({ number: at + 1, text }))).map(({ depth }) => depth);
const texts = (...lines: string[]): string[] =>
  readMarks(lines.map((text, at) => ({ number: at + 1, text }))).map(({ text }) => text);

describe('the depth of a line', () => {
  it('is the number of its marks, however they are set', () => {
    expect(depths('own', '> a', '>a', '> > a', '>> a', '> >> a', '>>> a', '> >a', '>')).toEqual([
      0, 1, 1, 2, 2, 3, 3, 2, 1,
    ]);
  });

  it('leaves the text its own indentation', () => {
    expect(texts('>   indented', '> > >text', '>  - item')).toEqual(['  indented', 'text', ' - item']);
  });

  it('counts `:` where a message quotes with it, nested too', () => {
    expect(depths(':one word after', ':', ':another word', ':: deeper word', 'own: text')).toEqual([1, 1, 1, 2, 0]);
    expect(depths(':)', 'own text', ': that was a smile')).toEqual([0, 0, 0]);
    expect(depths(':param one: the first', ':param two: the second', ':returns: nothing')).toEqual([0, 0, 0]);
  });

  it('counts `|`, but not the edge of a table', () => {
    expect(depths('| quoted words', '| more words', '| the end here')).toEqual([1, 1, 1]);
    expect(depths('| name | size |', '| one  | two  |', '| more | less |')).toEqual([0, 0, 0]);
  });

  it('counts `%` and `}`, but not the end of a block of code', () => {
    expect(depths('% quoted words', '% more words', '% still more')).toEqual([1, 1, 1]);
    expect(depths('} quoted words', '} more words', '} still more')).toEqual([1, 1, 1]);
    expect(depths('}', '};', '} else {', '}')).toEqual([0, 0, 0, 0]);
  });

  it('counts initials before the mark, and tells whose they are', () => {
    const lines = readMarks(['ME> one', 'ME> two', 'ME> three', 'own'].map((text, at) => ({ number: at + 1, text })));
    expect(lines.map(({ depth, citer }) => `${depth} ${citer}`)).toEqual(['1 ME', '1 ME', '1 ME', '0 null']);
  });

  it('counts marks behind blanks where a message sets them so', () => {
    expect(depths(' > one', ' > two', ' > > three', 'own')).toEqual([1, 1, 2, 0]);
    expect(depths('own', ' > once', 'own')).toEqual([0, 0, 0]);
  });

  it('does not count a mailbox’s escape of "From ", even quoted on', () => {
    expect(depths('own', '>From here', 'own')).toEqual([0, 0, 0]);
    expect(depths('> quoted', '> >From here', '> quoted')).toEqual([1, 1, 1]);
    expect(depths('> quoted', '>From the same', '> quoted')).toEqual([1, 1, 1]);
    expect(texts('own', '>From here')).toEqual(['own', 'From here']);
  });

  it('does not count a Python prompt in a message that quotes nothing', () => {
    expect(depths('>>> x = 1', '1', '>>> print(x)')).toEqual([0, 0, 0]);
    expect(depths('> quoted', '>>> deeper')).toEqual([1, 3]);
  });

  it('sees marks behind a byte order mark or a zero-width blank', () => {
    expect(depths('\uFEFF> a', '\u200B> b')).toEqual([1, 1]);
  });

  it('counts the blocks by which forums quote', () => {
    expect(depths('[quote="mo"]', 'words', '[/quote]', 'own')).toEqual([0, 1, 1, 0]);
  });
});
