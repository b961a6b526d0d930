import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import { Decision } from './model/decision.ts';
import { ROOT } from './site/root.ts';

const FOLDER = 'content/decisions';

/**
 * The decision records, for editors only: the Astro extension of VS Code completes and checks front matter by this collection. No
 * page is made from it. A page comes of what `src/records/` reads, which holds the front matter to the same schema and says where
 * it fails; its prose is a tree that is drawn node by node (`src/components/body/`). MDX is code, and Astro's own way compiles each
 * record into modules and runs them: of a thousand records two thousand modules, most of the memory of a build, for nothing that
 * prose and five components need.
 */
const decisions = defineCollection({
  loader: {
    name: 'precedent-records',
    load: async ({ store }) => {
      store.clear();
      for (const name of readdirSync(join(ROOT, FOLDER)).filter((one) => one.endsWith('.mdx'))) {
        store.set({ id: name, data: {}, filePath: `${FOLDER}/${name}` });
      }
    },
  },
  schema: z.looseObject({}).meta(z.toJSONSchema(Decision, { io: 'input' })),
});

export const collections = { decisions };
