import { describe, expect, it } from 'vitest';
import { lastOf } from './__fixtures__/say.ts';
import { scoreSpeakers } from './score.ts';

describe('the score of speakers', () => {
  const message = { ...lastOf({ body: 'Al Other wrote:\n> a\n> > b\nc\n' }), id: '<1@example.org>' };
  const certain = (line: number, author: string): { message: string; line: number; author: string } => ({
    message: '<1@example.org>',
    line,
    author,
  });

  it('counts right, unknown and wrong, in all, by depth and by basis', () => {
    const score = scoreSpeakers([message], [certain(2, 'Al  OTHER'), certain(3, 'Bo Third'), certain(4, 'Al Other')]);
    expect(score).toMatchObject({ right: 1, unknown: 1, wrong: 1 });
    expect(score.byDepth.get(1)).toEqual({ right: 1, unknown: 0, wrong: 0 });
    expect(score.byBasis.get('header')).toEqual({ right: 0, unknown: 0, wrong: 1 });
    expect(score.mistakes.map(({ speaker, raw }) => `${speaker}: ${raw}`)).toEqual(['Mo Example: c']);
  });

  it('counts a line that is not there as unknown', () => {
    expect(scoreSpeakers([message], [certain(99, 'Al Other')])).toMatchObject({ right: 0, unknown: 1, wrong: 0 });
  });
});
