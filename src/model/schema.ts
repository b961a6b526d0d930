import { z } from 'zod';
import { Decision } from './decision.ts';
import { People } from './person.ts';
import { Evidence, Position } from './position.ts';
import { Redirects } from './redirect.ts';
import { Source } from './source.ts';
import { Terms } from './term.ts';
import { Themes } from './theme.ts';

/** The nouns of which a JSON Schema is published, one file each. */
const NOUNS: Readonly<Record<string, z.ZodType>> = {
  decision: Decision,
  evidence: Evidence,
  people: People,
  position: Position,
  redirects: Redirects,
  source: Source,
  terms: Terms,
  themes: Themes,
};

/**
 * Makes the JSON Schemas (draft 2020-12) of the nouns: what a person may write, so fields with a default may be left out.
 *
 * @returns file name → text; always the same bytes.
 */
export function schemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(NOUNS).map(([name, noun]) => {
      const schema = z.toJSONSchema(noun, { io: 'input', target: 'draft-2020-12' });
      return [`${name}.json`, `${JSON.stringify({ title: name, ...schema }, null, 2)}\n`];
    }),
  );
}
