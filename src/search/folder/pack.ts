import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeFileAtomic } from '../../files/write.ts';

/** The engine as a classic script; it names its maker here for `client/engine.ts`. */
const ENGINE = 'engine.js';
const WORKER = 'pagefind-worker.js';

/** What was packed. */
export interface PackedSearch {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Rewrites the search index of a built site so that it works where the site is opened from a folder, without a server: the
 * engine becomes one classic script, and each file of the index another, loaded on demand, so that a search reads no more of
 * a large index than it would over http. The index must have been written by `writeSearchIndex`. Same input, same bytes.
 *
 * @param dist The folder of the built site; its `pagefind/` is changed in place.
 */
export async function packSearch(dist: string): Promise<PackedSearch> {
  const folder = join(dist, 'pagefind');
  writeFileAtomic(join(folder, ENGINE), await compileEngine(join(folder, 'pagefind.js')));
  rmSync(join(folder, 'pagefind.js'));
  rmSync(join(folder, WORKER), { force: true });
  for (const path of filesOf(folder).filter((name) => name !== ENGINE)) {
    const base64 = readFileSync(join(folder, path)).toString('base64');
    writeFileAtomic(join(folder, `${path}.js`), `precedentChunk(${JSON.stringify(path)},"${base64}");\n`);
    rmSync(join(folder, path));
  }
  const packed = filesOf(folder);
  return { files: packed.length, bytes: packed.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

async function compileEngine(module: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createInstance } from ${JSON.stringify(module)}; globalThis.precedentPagefind = { createInstance };`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    inject: [fileURLToPath(new URL('chunks.ts', import.meta.url))],
    define: { 'import.meta.url': '"https://folder.invalid/pagefind/pagefind.js"' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made nothing of the search engine');
  return file.contents;
}
