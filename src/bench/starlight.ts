import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../files/write.ts';
import type { Decision } from '../model/decision.ts';
import { installRival } from './install.ts';

/** The version that is compared with; it runs on the same Astro as this project. */
const STARLIGHT = '0.42.4';

/** Installs Starlight (`installRival`). */
export function installStarlight(folder: string): string | null {
  return installRival(folder, {
    name: 'Starlight',
    version: STARLIGHT,
    manifest: { type: 'module', dependencies: { astro: astroVersion(), '@astrojs/starlight': STARLIGHT } },
    files: { 'astro.config.mjs': CONFIG, 'src/content.config.ts': COLLECTIONS },
  });
}

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  image: { service: passthroughImageService() },
  integrations: [starlight({ title: 'Bench', sidebar: [] })],
});
`;

const COLLECTIONS = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro/content/config';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

function astroVersion(): string {
  const file = createRequire(import.meta.url).resolve('astro/package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

/** Writes the pages: the same words as our decision pages, one MDX file each, with nothing but Markdown in it. */
export function writeStarlightPages(
  folder: string,
  decisions: readonly { readonly decision: Decision; readonly body: string }[],
): void {
  const docs = join(folder, 'src/content/docs');
  rmSync(docs, { recursive: true, force: true });
  for (const { decision, body } of decisions)
    writeFileAtomic(join(docs, `${decision.id.toLowerCase()}.mdx`), pageOf(decision, body));
}

function pageOf(decision: Decision, body: string): string {
  const quoted = decision.positions.map(
    ({ evidence, holder, stance }) => `> ${escapeMdx(evidence.exact)}\n\n${escapeMdx(holder ?? 'unknown')} ${stance}`,
  );
  const facts = decision.outcome.facts.map(({ date, text, url }) => `- ${date}: ${escapeMdx(text)} [${url}](${url})`);
  return [
    `---\ntitle: ${JSON.stringify(decision.title)}\n---`,
    escapeMdx(decision.question),
    escapeMdx(decision.summary),
    ...quoted,
    escapeMdx(decision.outcome.summary),
    facts.join('\n'),
    body.replace(/<[^>\n]*>/g, ''),
  ].join('\n\n');
}

/** Third-party words are no code in MDX either. */
function escapeMdx(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#+\-.!|~]/g, '\\$&');
}
