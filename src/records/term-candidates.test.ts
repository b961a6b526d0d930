import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { candidateTerms } from '../extraction/options/candidates.ts';
import type { FoundPosition } from '../model/position.ts';
import { Terms } from '../model/term.ts';
import { termCandidatesYaml } from './term-candidates.ts';

function about(option: string | null, line: number, term: string | null = null): FoundPosition {
  return {
    start: { line, column: 1 },
    end: { line, column: 9 },
    exact: 'Some words.',
    holder: 'Ann Example',
    basis: 'header',
    stance: 'proposes',
    term,
    option,
    question: 'Which?',
    secondHand: false,
    hedge: 'none',
    confidence: 0.9,
    arguments: [],
    message: '<1@example.org>',
  };
}

const FOUND = [
  about('the write-back cache', 3),
  about('write-back', 5),
  about('a ring', 7),
  about('Rings', 9),
  about('ring buffers', 11),
  about('journal', 13),
  about('ring', 15, 'ring-buffer'),
  about(null, 17),
];

describe('candidates for the vocabulary', () => {
  it('are the options that several positions name, most argued first, with all their forms and places', () => {
    const candidates = candidateTerms(FOUND).map(({ label, others, positions }) => [
      label,
      others,
      positions.map(({ start }) => start.line),
    ]);
    expect(candidates).toEqual([
      ['Rings', ['a ring', 'ring buffers'], [7, 9, 11]],
      ['write-back', ['the write-back cache'], [3, 5]],
    ]);
    expect(candidateTerms([])).toEqual([]);
  });

  it('become entries of terms.yaml once somebody says what they are', () => {
    const text = termCandidatesYaml('thread.mbox', FOUND);
    expect(text).toContain('# thread.mbox:7 Ann Example proposes\n');
    const entries: unknown = parse(text);
    expect(Terms.safeParse(entries).success).toBe(false);
    const terms = Terms.parse(parse(text.replaceAll('definition: ""', 'definition: A test.')));
    expect(terms.map(({ id, altLabel }) => [id, altLabel])).toEqual([
      ['rings', ['a ring', 'ring buffers']],
      ['write-back', ['the write-back cache']],
    ]);
  });

  it('stay what they are where the words of others look like YAML', () => {
    const evil = ['x: [1]\n- id: y', '"#{}\u001b[31m: &a *a !!js'].flatMap((option) => [
      about(option, 1),
      about(option, 2),
    ]);
    const entries = Terms.parse(
      parse(termCandidatesYaml('a\nb: c', evil).replaceAll('definition: ""', 'definition: A test.')),
    );
    expect(entries).toHaveLength(2);
    expect(entries.every(({ prefLabel }) => !/\p{Cc}/u.test(prefLabel))).toBe(true);
  });
});
