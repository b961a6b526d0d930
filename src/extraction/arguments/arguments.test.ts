import { describe, expect, it } from 'vitest';
import type { Stance } from '../../model/position.ts';
import { proseLines } from '../__fixtures__/lines.ts';
import { blocksOfLines } from '../blocks.ts';
import { type Sentence, sentencesOf } from '../sentence.ts';
import { cutTokens, endOf } from '../tokens.ts';
import { clausesOf } from './clauses.ts';
import { reasonsOf } from './index.ts';

function sentences(text: string): Sentence[] {
  return blocksOfLines(proseLines(text)).flatMap(sentencesOf);
}

function reasons(text: string, stance: Stance): [string, string][] {
  return reasonsOf(sentences(text), stance).map(({ polarity, range }) => [
    polarity,
    text.slice(range.start, range.end),
  ]);
}

describe('a sentence is cut into clauses', () => {
  const clauses = (text: string): [string, string][] => {
    const cut = cutTokens(text);
    return clausesOf(cut.tokens).map(({ from, to, joint }) => [
      joint,
      text.slice(cut.starts[from], endOf(cut, to - 1)),
    ]);
  };

  it.each([
    [
      'I like it because it is small',
      [
        ['start', 'I like it'],
        ['reason', 'because it is small'],
      ],
    ],
    [
      'Locks are slow, which hurts the readers',
      [
        ['start', 'Locks are slow'],
        ['which', 'which hurts the readers'],
      ],
    ],
    [
      'We copy every page to avoid the lock',
      [
        ['start', 'We copy every page'],
        ['purpose', 'to avoid the lock'],
      ],
    ],
    [
      'The problem with this is the second copy',
      [
        ['start', 'The problem with this'],
        ['predicate', 'the second copy'],
      ],
    ],
    [
      'The problem is that nobody reads twice',
      [
        ['start', 'The problem is'],
        ['that', 'nobody reads twice'],
      ],
    ],
    [
      'Now I think it breaks the old callers',
      [
        ['start', 'Now I think'],
        ['that', 'it breaks the old callers'],
      ],
    ],
    [
      'The table is small, making it easy to read',
      [
        ['start', 'The table is small'],
        ['participle', 'making it easy to read'],
      ],
    ],
    ['We have files, pipes, queues and rings here', [['start', 'We have files, pipes, queues and rings here']]],
    ['As a user of pipes I agree', [['start', 'As a user of pipes I agree']]],
    ['Fine', []],
  ])('%j', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });

  it('without losing or doubling a word', () => {
    const text =
      'I think that, if it is slow, we should (as they did) drop it: because it, and that is why, leaks pages.';
    const { tokens } = cutTokens(text);
    let end = 0;
    for (const { from, to } of clausesOf(tokens)) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThan(from);
      end = to;
    }
  });
});

describe('reasons', () => {
  it('follow because and since, for or against as the stance is', () => {
    expect(reasons('I like it because it keeps the old name.', 'supports')).toEqual([
      ['pro', 'because it keeps the old name'],
    ]);
    expect(reasons('Drop it, since that leaks a page each time.', 'opposes')).toEqual([
      ['con', 'since that leaks a page each time'],
    ]);
  });

  it('are what names a problem, a defect or a figure', () => {
    expect(reasons('The problem with a lock is that it is slow and fragile under load.', 'opposes')).toEqual([
      ['con', 'it is slow and fragile under load'],
    ]);
    expect(
      reasons('With the ring we measured a throughput of 30 % more, and it saves a lot of memory.', 'supports'),
    ).toContainEqual(['pro', 'it saves a lot of memory']);
  });

  it('may speak against what the speaker is for', () => {
    expect(
      reasons('I would use the ring, but it is a fragile and ugly hack for old readers.', 'supports'),
    ).toContainEqual(expect.arrayContaining(['con']));
  });

  it('are no opinion without one', () => {
    expect(reasons('I like it.', 'supports')).toEqual([]);
    expect(reasons('I suggest that we wait.', 'proposes')).toEqual([]);
  });

  it('are not read out of a question', () => {
    expect(reasons('Is it slow because it takes the lock?', 'asks')).toEqual([]);
  });
});
