import { expect, it } from 'vitest';
import { remembered } from './remembered.ts';

it('reads a text once, one too long to be kept each time, and forgets when it has met very many', () => {
  const read: string[] = [];
  const length = remembered((text) => read.push(text) && text.length);
  const long = 'a'.repeat(1000);
  expect([length('b'), length('b'), length(long), length(long)]).toEqual([1, 1, 1000, 1000]);
  expect(read).toEqual(['b', long, long]);
  for (let at = 0; at < 3000; at += 1) length(`${at}`);
  length('b');
  expect(read.filter((text) => text === 'b')).toHaveLength(2);
});
