import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { splitSentences } from './sentences.ts';

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('cutting a paragraph into sentences', () => {
  it.each([
    ['a plain pair', 'It works. We use it.', ['It works.', 'We use it.']],
    ['a hard wrap inside a sentence', 'It works\nfor us. Really.', ['It works\nfor us.', 'Really.']],
    ['two blanks behind the full stop', 'It works.  We use it.', ['It works.', 'We use it.']],
    [
      'an abbreviation',
      'Some drivers, e.g. the old ones, fail. Others do not.',
      ['Some drivers, e.g. the old ones, fail.', 'Others do not.'],
    ],
    [
      'etc. at the end and within',
      'Locks etc. are gone. Pages etc. We agree.',
      ['Locks etc. are gone.', 'Pages etc.', 'We agree.'],
    ],
    ['versus', 'It is acall vs. syslets. Neither won.', ['It is acall vs. syslets.', 'Neither won.']],
    [
      'a version and a path',
      'See fs/read_write.c in v5.1.3. It is short.',
      ['See fs/read_write.c in v5.1.3.', 'It is short.'],
    ],
    [
      'an address',
      'See https://example.org/a.b?c. It explains it.',
      ['See https://example.org/a.b?c.', 'It explains it.'],
    ],
    ['an identifier that begins a sentence', 'That is slow. io_uring is not.', ['That is slow.', 'io_uring is not.']],
    ['an initial', 'As J. Random said. Fine.', ['As J. Random said.', 'Fine.']],
    ['the pronoun at the end', 'She knows more than I. We asked.', ['She knows more than I.', 'We asked.']],
    ['the number of a list item', '1. Map the ring. It is cheap.', ['1. Map the ring.', 'It is cheap.']],
    ['a pause of three dots', 'It works ... mostly. Sometimes.', ['It works ... mostly.', 'Sometimes.']],
    ['three dots that end', 'That was years ago... We moved on.', ['That was years ago...', 'We moved on.']],
    ['a smiley in place of a full stop', 'That was fun :) Now to the patch.', ['That was fun :)', 'Now to the patch.']],
    ['a smiley behind a full stop', 'That was fun. ;-) Now to the patch.', ['That was fun. ;-)', 'Now to the patch.']],
    ['a bracket behind the full stop', 'It fails. (Always has.) Drop it.', ['It fails.', '(Always has.)', 'Drop it.']],
    ['a closing quotation mark', 'They said "never." We asked again.', ['They said "never."', 'We asked again.']],
    [
      'a question inside a sentence',
      'The patches (which ones?) are late. Sadly.',
      ['The patches (which ones?) are late.', 'Sadly.'],
    ],
    ['a footnote behind the full stop', 'It leaks.[1] We know.', ['It leaks.[1]', 'We know.']],
    [
      'letters that stand for words',
      'By U.S. law at 10 a.m. it ends. Fine.',
      ['By U.S. law at 10 a.m. it ends.', 'Fine.'],
    ],
    ['a letter that is no initial', 'It is written in C. And in D.', ['It is written in C.', 'And in D.']],
    ['calls and members', 'Use x->read(). ->write() is next.', ['Use x->read().', '->write() is next.']],
    ['code in a sentence', 'We set a.b = c.d; it works. Good.', ['We set a.b = c.d; it works.', 'Good.']],
    ['a file name at the end', 'See mm/memory.c. It is there.', ['See mm/memory.c.', 'It is there.']],
    ['a release candidate', 'It came in 2.6.12-rc3. We had it.', ['It came in 2.6.12-rc3.', 'We had it.']],
    ['a lettered item', 'a) map it. Then go on.', ['a) map it.', 'Then go on.']],
    ['several marks in a row', 'Really?! No way!!! Hm.. Fine.', ['Really?!', 'No way!!!', 'Hm..', 'Fine.']],
    ['no full stop at all', 'the compromise is a flag', ['the compromise is a flag']],
    ['nothing', ' \n ', []],
  ])('knows %s', (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('asks nothing of ICU, whose rules change with the Node', () => {
    const text = 'See fs/io_uring.c, i.e. v5.1. io_uring is fine :) Really. Größe 3. Ünder.';
    const before = split(text);
    vi.stubGlobal('Intl', undefined);
    try {
      expect(split(text)).toEqual(before);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('loses no character but blanks, and every range begins and ends on one that is none', () => {
    const alphabet = fc.constantFrom(...'ab A.?!…:;)("\'-_\n\t 1,/😀é'.split(''), 'e.g.', 'Yes', ':)', '> ');
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const ranges = splitSentences(text);
        let behind = 0;
        for (const { start, end } of ranges) {
          expect(text.slice(behind, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          behind = end;
        }
        expect(text.slice(behind).trim()).toBe('');
      }),
    );
  });

  it.each(['. ', '?! ', 'a.b ', ':) A ', '"." ', '(', '…'])('takes time in proportion to a long run of %j', (piece) => {
    expect(() => splitSentences(piece.repeat(200_000))).not.toThrow();
  });
});
