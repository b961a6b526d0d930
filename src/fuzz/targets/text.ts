import { MENTION, mentionsIn } from '../../checking/index.ts';
import { splitSentences } from '../../extraction/sentences.ts';
import { holdsAddress, isPlain, visible, visibleText } from '../../model/visible.ts';
import { texts } from '../inputs.ts';
import { BODY_PIECES } from '../pieces.ts';
import { must, type Target } from '../target.ts';

/** Sentences: in order, within the text, and nothing but blanks is left out. */
export const sentences: Target = {
  name: 'sentences',
  takes: 'the cutting of a paragraph into sentences',
  inputs: texts(
    [
      'See fs/io_uring.c, i.e. v5.1. io_uring is fine :) Really? "No." (Yes...) Mr. J. Random said so!\n1. One. 2. Two.',
    ],
    [...BODY_PIECES, 'e.g. ', 'i.e., ', 'v1.2.3 ', 'Mr. ', '.', '?!', '…', ')', '"', ':)', '^^', '. ', '.\n', 'a'],
  ),
  check: (text) => {
    let done = 0;
    for (const { start, end } of splitSentences(text)) {
      must(start >= done && end > start && end <= text.length, `a sentence from ${start} to ${end} after ${done}`);
      must(text.slice(done, start).trim() === '', 'words between two sentences');
      must(text.slice(start, end).trim() === text.slice(start, end), 'a sentence with blanks at its ends');
      done = end;
    }
    must(text.slice(done).trim() === '', 'words after the last sentence');
  },
};

/** Citations in any text: each stands where it is said to stand, and one put in is found. */
export const mentions: Target = {
  name: 'mentions',
  takes: 'the finding of citations in any text',
  inputs: texts(
    ['see PREC-7F3Q2-P3/v/2/ and prec-oil00, version 3\r\n(PREC-7F3Q2-P3-A1)', 'https://p.example/PREC-7F3Q2/'],
    ['PREC-', 'PREC-7F3Q2', '-P3', '-A1', '/v/2/', ', version 2', '-v2', 'prec-', '0', '\r', '\n', 'İ', 'ſ', 'K'],
  ),
  check: (text) => {
    const lines = text.split(/\r\n|\r|\n/);
    for (const { id, typed, line, column, version } of mentionsIn(text)) {
      must(lines[line - 1]?.startsWith(typed, column - 1) === true, `${typed} does not stand at ${line}:${column}`);
      must(/^PREC-[0-9A-HJKMNP-TV-Z]{5}(?:-[PF]\d+(?:-A\d+)?)?$/.test(id), `no id: ${id}`);
      must(version === null || Number.isSafeInteger(version), `a version ${version}`);
      must(
        mentionsIn(typed).some((one) => one.id === id),
        'alone it is not found again',
      );
    }
    // A blank first, for a carriage return at the end of the text and the line feed behind it are one line break.
    const planted = mentionsIn(`${text} \n PREC-7F3Q2-P3 \n${text}`);
    must(
      planted.some(({ id, line }) => id === 'PREC-7F3Q2-P3' && line === lines.length + 1),
      'one put in is not found',
    );
    must(MENTION.lastIndex === 0, 'the pattern remembers where it was');
  },
};

/** What is shown of archived text: nothing that cannot be seen, no address of a person, and every other character. */
export const shown: Target = {
  name: 'visible',
  takes: 'what is shown of archived text',
  inputs: texts(
    ['Ann <ann.bee@b.example> at ann at b.example, see <20140613175546.1@b.example>\u202e\u200b'],
    [
      'ann@b.example',
      ' ann at b.example',
      '<',
      '>',
      '<1402682146.2236@b.example>',
      'Message-ID: ',
      'linux-mm@k.example',
      '@',
      '.',
      '..',
      '-',
      'é',
    ],
  ),
  check: (text) => {
    for (const zone of ['text', 'header'] as const) {
      for (const piece of visible(text, zone)) {
        if (piece.kind === 'control') continue;
        must(isPlain(piece.text.replaceAll('@', '')), 'a character that cannot be seen');
        must(!holdsAddress(piece.text), 'an address of a person');
      }
    }
    const pieces = visible(text);
    if (pieces.every(({ kind }) => kind === 'text')) must(visibleText(text) === text, 'plain text is not itself');
  },
};
