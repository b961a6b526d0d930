import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { Decision } from './model/decision.ts';
import { DecisionId } from './model/id.ts';
import { ROOT } from './site/root.ts';

/**
 * The decision records, for their bodies only: the data of a record come from `src/records/`. Astro reads front matter as
 * YAML 1.1, which takes `2022-10-02` for a moment in time, so nothing but the id is taken from it.
 */
const decisions = defineCollection({
  loader: glob({
    pattern: '*.mdx',
    base: pathToFileURL(join(ROOT, 'content/decisions/')),
    // The record's own id, not a slug of the file name: files may be renamed.
    generateId: ({ data }) => String(data.id),
  }),
  // To editors the whole schema is told: src/records/ holds the front matter to it, and says where it fails by file and line.
  schema: z.object({ id: DecisionId }).meta(z.toJSONSchema(Decision, { io: 'input' })),
});

export const collections = { decisions };
