import { describe, expect, it } from 'vitest';
import { readMailbox, readMailboxes } from './addresses.ts';

describe('a sender', () => {
  it.each([
    ['Mo Example <mo@example.org>', 'Mo Example'],
    ['mo@example.org (Mo Example)', 'Mo Example'],
    ['mo at example.org (Mo Example)', 'Mo Example'],
    ['mo at example.org', 'mo'],
    ['"Example, Mo" <mo@example.org>', 'Mo Example'],
    ['"Mo Example, Jr." <mo@example.org>', 'Mo Example, Jr.'],
    ['<mo@example.org>', 'mo'],
    ['mo@example.org', 'mo'],
    ['"Mo (the real) Example" <mo@example.org>', 'Mo (the real) Example'],
    ['Mo Example', 'Mo Example'],
  ])('%j is called %j', (value, name) => {
    expect(readMailbox(value)?.name).toBe(name);
  });

  it.each(['', '   ', null])('is not made of %j', (value) => {
    expect(readMailbox(value)).toBeNull();
  });
});

describe('a list of addressees', () => {
  it('gives all people in their order', () => {
    expect(
      readMailboxes('Al <al@example.org>, "Bo, C." <bo@example.org>, team: cy@example.org;').map(({ name }) => name),
    ).toEqual(['Al', 'C. Bo', 'cy']);
  });
});
