import { describe, expect, it } from 'vitest';
import { checkpatch } from './__fixtures__/checkpatch.ts';
import { CORPUS } from './__fixtures__/corpus.ts';
import { citableIds, citedOf } from './cited.ts';
import { kernel } from './formats/kernel.ts';
import { text } from './formats/text.ts';
import { wrap } from './wrap.ts';

const all = citableIds(CORPUS).flatMap((id) => citedOf(CORPUS, id) ?? []);

describe('the kernel block', () => {
  it.each(all)('of $id passes the checks on commit messages', (cited) => {
    expect(checkpatch(kernel.write(cited))).toEqual([]);
  });

  it('ends in the trailers that its footnotes name', () => {
    const [, position] = all;
    const block = position === undefined ? '' : kernel.write(position);
    expect(block.trimEnd().split('\n').slice(-2)).toEqual([
      'Link: https://precedent.example/PREC-0000A-P1/v/2/ [1]',
      'Link: https://example.org/list/(2014)/0001.html [2]',
    ]);
    expect(block).toMatch(/\[2\][\s\S]*\[1\][\s\S]*\n\nLink:/);
  });

  it('says enough to be understood without following a link', () => {
    const [, position] = all;
    expect(position && kernel.write(position).replace(/\n>? ?/g, ' ')).toMatch(
      /^Bo Müller opposed pipes & sockets on 13 June 2014 on pipes-discuss.*Pipes cannot seek/,
    );
  });
});

describe('the rules it is held against', () => {
  it.each([
    ['COMMIT_LOG_LONG_LINE', 'a '.repeat(38)],
    ['COMMIT_LOG_USE_LINK', 'Decision: https://example.org/'],
    ['COMMIT_LOG_USE_LINK', 'References: https://example.org/'],
    ['COMMIT_LOG_WRONG_LINK', 'Link: PREC-7F3Q2'],
    ['COMMIT_LOG_WRONG_LINK', 'Link: mid:1@example.org'],
    ['COMMIT_COMMENT_SYMBOL', '#1 is a comment'],
    ['DIFF_IN_COMMIT_MSG', ' --- a/file'],
    ['GIT_COMMIT_ID', 'sha 3f9c01ab77de is'],
  ])('refuse what they are for: %s', (name, line) => {
    expect(checkpatch(line)).toEqual([`${name}: ${line}`]);
  });

  it.each(['Link: https://example.org/ [1]', `Link: https://example.org/${'x'.repeat(80)} [2]`, 'x'.repeat(75)])(
    'let through what is right: %s',
    (line) => {
      expect(checkpatch(line)).toEqual([]);
    },
  );
});

describe('plain text', () => {
  it.each(all)('of $id is at most 75 columns wide, but for an address that is wider by itself', (cited) => {
    for (const line of text.write(cited).split('\n')) {
      if (!/^\s*https?:\S+$/.test(line)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  it('is folded at blanks, by bytes, and never inside a word', () => {
    expect(wrap('aa bb cc', '> ', 7)).toBe('> aa bb\n> cc');
    expect(wrap('ää bb', '', 6)).toBe('ää\nbb');
    expect(wrap('https://example.org/long x', '', 10)).toBe('https://example.org/long\nx');
    expect(wrap('', '  ')).toBe('  ');
  });
});
