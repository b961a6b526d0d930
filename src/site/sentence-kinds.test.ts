import { describe, expect, it } from 'vitest';
import { kindsOf } from './sentence-kinds.ts';

describe('sentences by what they rest on', () => {
  it('are counted once each; an editor’s word beside a quotation or fact adds nothing', () => {
    const marks = [['P1'], ['PREC-7F3Q2-P1', 'editor'], ['F1', 'editor'], ['P2', 'F1'], ['editor'], null];
    expect(kindsOf(marks.map((rests) => ({ rests })))).toEqual({ all: 6, quotations: 2, facts: 1, both: 1, editor: 2 });
  });
});
