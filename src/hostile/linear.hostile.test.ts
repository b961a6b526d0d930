import { describe, expect, it } from 'vitest';
import { BODIES, FIELDS } from './attacks.ts';
import { drive, mailWithBody, mailWithField } from './drive.ts';
import { STRUCTURES } from './structures.ts';
import { growsTooFast, SIZES } from './timing.ts';

/** What every reader tries its patterns on, before the first one takes it. */
const HEADINGS = [
  'From',
  'Date',
  'Subject',
  'In-Reply-To',
  'References',
  'Content-Type',
  'Content-Disposition',
  'Content-Transfer-Encoding',
  'X-Any',
];

describe('reading, attribution and extraction take time in proportion', { timeout: 120_000 }, () => {
  it('and the check would notice work that does not', () => {
    const largest = SIZES[2];
    const quadratic = (size: number) => {
      const steps = Math.round(2 ** 28 * (size / largest) ** 2);
      let sum = 0;
      for (let step = 0; step < steps; step += 1) sum = (sum + step) % 7;
      expect(sum).toBeLessThan(7);
    };
    expect(growsTooFast(quadratic)).toMatch(/ ms, /);
    expect(growsTooFast((size) => expect('a'.repeat(size)).toHaveLength(size))).toBeNull();
  });

  it.each(BODIES)('in a mail: $name', ({ make }) => {
    expect(growsTooFast((size) => drive(mailWithBody(make(size))))).toBeNull();
  });

  it.each(BODIES)('in a document without a header: $name', ({ make }) => {
    expect(growsTooFast((size) => drive(make(size)))).toBeNull();
  });

  it.each(HEADINGS)('in the field %s of a mail', (field) => {
    for (const { name, make } of FIELDS) {
      expect(
        growsTooFast((size) => drive(mailWithField(field, make(size)))),
        name,
      ).toBeNull();
    }
  });

  it.each(STRUCTURES)('over $name', ({ make }) => {
    expect(growsTooFast((size) => drive(make(size)))).toBeNull();
  });
});
