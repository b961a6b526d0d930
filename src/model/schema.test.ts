import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaFiles } from './schema.ts';

const folder = new URL('../../public/schema/', import.meta.url);

describe('the published JSON Schemas', () => {
  it('are those of the nouns as they are now: npm run build writes them', () => {
    const published = new Map(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
    expect(published).toEqual(schemaFiles());
  });

  it('let a person leave out what has a default, and nothing else', () => {
    const decision = JSON.parse(schemaFiles().get('decision.json') ?? '');
    expect(decision.required).toContain('question');
    expect(decision.required).not.toContain('aliases');
    expect(decision.additionalProperties).toBe(false);
  });
});
