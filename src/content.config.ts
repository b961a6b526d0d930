import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { z } from 'zod';
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
  schema: z.object({ id: DecisionId }),
});

export const collections = { decisions };
