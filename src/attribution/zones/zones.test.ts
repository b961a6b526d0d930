import { describe, expect, it } from 'vitest';
import { lastOf, zoned } from '../__fixtures__/say.ts';

const zones = (body: string): string[] => zoned(lastOf({ body }));

describe('a line is', () => {
  it('diff from a patch’s header to its end, quoted or not, and a `>` in it no quotation', () => {
    const patch =
      'diff --git a/x b/x\nindex 123456..789abc 100644\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@ f()\n context\n-old\n+> new\n';
    expect(
      zones(`words\n\n${patch}\n`)
        .slice(1)
        .every((line) => line.startsWith('diff')),
    ).toBe(true);
    const quoted = zones(`Al wrote:\n${patch.replace(/^(?=.)/gm, '> ')}\nwords\n`);
    expect(quoted.slice(1, -1).every((line) => line.startsWith('diff'))).toBe(true);
    expect(quoted.at(-1)).toBe('prose: words');
  });

  it('diff again where a patch goes on after an answer', () => {
    const body = '> @@ -1,3 +1,3 @@\n> -a line\n\nwhy?\n\n> +another line\n> \n> words\n';
    expect(zones(body)).toEqual([
      'diff: @@ -1,3 +1,3 @@',
      'diff: -a line',
      'prose: why?',
      'diff: +another line',
      'prose: words',
    ]);
  });

  it('no diff because of a dashed line', () => {
    expect(zones('words\n--- a heading ---\nwords\n')).toEqual([
      'prose: words',
      'prose: --- a heading ---',
      'prose: words',
    ]);
  });

  it('list from its marker to a blank line or another depth', () => {
    expect(zones('1) one\ngoes on\n\nwords\n\n- two\n> three\n* four\n')).toEqual([
      'list: 1) one',
      'list: goes on',
      'prose: words',
      'list: - two',
      'prose: three',
      'list: * four',
    ]);
  });

  it('code where a block looks so, indented or not', () => {
    expect(zones('words\n\n    int x = 1;\n    return x;\n\nwords; and more\n')).toEqual([
      'prose: words',
      'code: int x = 1;',
      'code: return x;',
      'prose: words; and more',
    ]);
    expect(zones('> struct a {\n> int b;\n> int c;\n> };\n')[1]).toBe('code: int b;');
  });

  it('code where figures or drawings stand instead of words', () => {
    const table = ['4k    123.4   567.8  (+12%)', '8k    223.4   667.8  (+11%)', '16k   323.4   767.8   (-1%)'];
    expect(zones(`words\n\n${table.join('\n')}\n\nwords\n`).slice(1, -1)).toEqual(table.map((row) => `code: ${row}`));
    expect(zones('+---+   +---+\n| a |-->| b |\n+---+   +---+\n')[1]).toBe('code: | a |-->| b |');
    expect(zones('Ранний комментарий о драйверах.\nЕщё одна строка.\nИ третья.\n')[0]).toMatch(/^prose/);
  });

  it('set apart where it is enclosed: inline PGP, an encoded file, fenced code', () => {
    const pgp =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nwords\n-----BEGIN PGP SIGNATURE-----\n\niQEc\n-----END PGP SIGNATURE-----\n';
    expect(zones(pgp)).toEqual([
      'signature: -----BEGIN PGP SIGNED MESSAGE-----',
      'signature: Hash: SHA1',
      'prose: words',
      'signature: -----BEGIN PGP SIGNATURE-----',
      'signature: iQEc',
      'signature: -----END PGP SIGNATURE-----',
    ]);
    expect(zones('words\n\nbegin 644 a.txt\n#86)C\n`\nend\n')[2]).toBe('code: #86)C');
    expect(zones('```\nwords in a fence\n```\nwords\n')).toEqual([
      'code: ```',
      'code: words in a fence',
      'code: ```',
      'prose: words',
    ]);
    expect(zones('-----BEGIN PGP SIGNATURE-----\nwords without end\n')[1]).toBe('prose: words without end');
  });

  it('signature behind the delimiter, quoted too, but not for longer than a signature is', () => {
    expect(zones('words\n\n-- \nMo\nhttps://example.org\n')).toEqual([
      'prose: words',
      'signature: --',
      'signature: Mo',
      'signature: https://example.org',
    ]);
    expect(zones('> words\n> -- \n> Al\nown\n')).toEqual([
      'prose: words',
      'signature: --',
      'signature: Al',
      'prose: own',
    ]);
    expect(zones(`words\n-- \n${'more words\n'.repeat(40)}`).at(-1)).toBe('prose: more words');
    expect(zones(`words\n--\n${'more words\n'.repeat(12)}`).at(-1)).toBe('prose: more words');
  });

  it('no signature because of a rule in a table', () => {
    expect(zones('name\n----\nwords\n')[2]).toBe('prose: words');
  });

  it('signature without a delimiter only where it is the author’s name at the end', () => {
    expect(zones('words\n\n-Mo\nMo Example\n<mo at example.org>\n').slice(1)).toEqual([
      'signature: -Mo',
      'signature: Mo Example',
      'signature: <mo at example.org>',
    ]);
    expect(zones('Mo Example\nwords\n')[0]).toBe('prose: Mo Example');
  });

  it('footer where the list says how to leave it', () => {
    const mailman = `words\n${'_'.repeat(47)}\nTalk mailing list\nTalk@lists.example.org\n`;
    expect(
      zones(mailman)
        .slice(1)
        .every((line) => line.startsWith('footer')),
    ).toBe(true);
    expect(
      zones('words\n-\nTo unsubscribe from this list: send the line\nmore\n')
        .slice(1)
        .every((line) => line.startsWith('footer')),
    ).toBe(true);
  });
});
