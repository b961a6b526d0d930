import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullId } from '../model/id.ts';
import { happening, World } from './__fixtures__/world.ts';
import { readRecord } from './record.ts';

/** The sentence that a position quotes: its words without the end that an extractor may leave off. */
function sentenceOf(exact: string): string {
  return /source-\d+\.\d+\.\d+/.exec(exact)?.[0] ?? exact;
}

describe('any sequence of new sources, other extractors, edits by hand and runs', () => {
  it('loses no edit, changes or reuses no id, and a run after a run changes nothing', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 4, maxLength: 40 }), (events) => {
        const world = new World();
        const meaning = new Map<string, string>();
        for (const event of events) {
          world.apply(event);
          if (event.kind !== 'run') continue;
          expect(world.run().writes).toEqual([]);
          checkIds(world, meaning);
          checkHandWritten(world);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

function checkIds(world: World, meaning: Map<string, string>): void {
  for (const [file, text] of world.files) {
    const decision = readRecord(text, file).record?.decision;
    expect(decision).toBeDefined();
    const ids = decision?.positions.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, evidence } of decision?.positions ?? []) {
      const full = fullId(decision?.id ?? '', id);
      const words = sentenceOf(evidence.exact);
      expect(meaning.get(full) ?? words).toBe(words);
      meaning.set(full, words);
    }
  }
}

function checkHandWritten(world: World): void {
  for (const { file, position, field, value } of world.written) {
    const text = world.files.get(file) ?? '';
    const record = readRecord(text, file).record;
    if (field === 'text' || field === 'body') expect(text).toContain(value);
    else if (position === null) expect(record?.decision.title).toBe(value);
    else expect(record?.decision.positions.find(({ id }) => id === position)).toMatchObject({ [field]: value });
  }
}
