import { describe, expect, it } from 'vitest';
import { baseSubject, saysAnswer } from './subject.ts';

describe('a subject', () => {
  it.each([
    ['Re: Re: x', 'x'],
    ['AW: [list] RE[2]: Raw devices (was: Caches)', 'raw devices'],
    ['[PATCH v2 1/3] mm: fix', 'mm: fix'],
    ['Fwd:  a   b (fwd)', 'a b'],
    ['回复: 设计', '设计'],
    ['[only a tag]', '[only a tag]'],
    ['', ''],
    ['Return value: 3', 'return value: 3'],
  ])('%j is compared as %j', (subject, base) => {
    expect(baseSubject(subject)).toBe(base);
  });

  it.each([
    ['Re: x', true],
    ['[list] Sv: x', true],
    ['Fwd: x', false],
    ['Resolved: x', false],
  ])('%j says that it is an answer: %j', (subject, answer) => {
    expect(saysAnswer(subject)).toBe(answer);
  });
});
