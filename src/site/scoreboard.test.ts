import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scoreboardOf } from './scoreboard.ts';

const PAGE = `before\n<!-- open -->\n\n2 found.\n\n| level | F1 |\n|---|---|\n| span | 0.5 |\n\n<!-- /open -->\nafter | 1 |\n`;

describe('the figures of the method page', () => {
  it('are those of the block, and nothing from outside it', () => {
    expect(scoreboardOf(PAGE, 'open', 'E.md')).toEqual({
      lead: ['2 found.'],
      tables: [{ head: ['level', 'F1'], rows: [['span', '0.5']] }],
    });
  });

  it('are missed aloud: no page of claims without figures', () => {
    expect(() => scoreboardOf(PAGE, 'dev', 'E.md')).toThrow(/block-missing/);
    expect(() => scoreboardOf('<!-- open -->\nnothing\n<!-- /open -->', 'open', 'E.md')).toThrow(/figures-missing/);
  });

  it('stand in EVALUATION.md, for the documents learnt from and for those not', () => {
    const page = readFileSync('EVALUATION.md', 'utf8');
    for (const block of ['open', 'dev']) {
      const [levels, matched, stances] = scoreboardOf(page, block, 'EVALUATION.md').tables;
      expect(levels?.rows.map(([name]) => name).slice(0, 4)).toEqual(['span', '+ holder', '+ stance', '+ option']);
      expect(matched?.rows.find(([name]) => name === 'unverifiable quotes')?.[1]).toBe('0');
      expect(stances?.head[0]).toBe('stance');
    }
  });
});
