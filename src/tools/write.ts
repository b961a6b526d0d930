import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeFileAtomic } from '../files/write.ts';

/** The tools that are published: each one file that Node runs, with nothing else to install. */
const TOOLS = ['cite', 'check'] as const;

/** What Node 20 lacks of what the tools use (ECMAScript 2024): whoever unzips the site has the Node that their system has. */
const FOR_NODE_20 =
  'Map.groupBy??=(items,keyOf)=>{const groups=new Map();let index=0;for(const item of items){const key=keyOf(item,index++);const group=groups.get(key);if(group)group.push(item);else groups.set(key,[item])}return groups};';

/**
 * Compiles the tools into a built site: `tools/cite.mjs` and `tools/check.mjs` work from an unzipped copy of the site, or with a
 * corpus.json alone. Throws esbuild's error where the source does not compile.
 *
 * @returns Their paths in the site.
 */
export async function writeTools(dist: string): Promise<string[]> {
  const paths: string[] = [];
  for (const name of TOOLS) {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      banner: { js: FOR_NODE_20 },
      charset: 'utf8',
      legalComments: 'none',
      write: false,
      logLevel: 'silent',
    });
    const [file] = outputFiles;
    if (file === undefined) throw new Error(`esbuild made nothing of ${name}`);
    const path = `tools/${name}.mjs`;
    writeFileAtomic(join(dist, path), file.contents);
    paths.push(path);
  }
  return paths;
}
