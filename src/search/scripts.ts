import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { writeFileAtomic } from '../files/write.ts';

/** The scripts of the search and where they lie in the built site; each is one classic script without imports. */
const SCRIPTS: readonly (readonly [entry: string, output: string])[] = [
  ['client/main.ts', 'search/search.js'],
  ['client/highlight.ts', 'search/highlight.js'],
  ['client/dialog.css', 'search/dialog.css'],
];

export interface WrittenScript {
  readonly path: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/**
 * Compiles the scripts of the search into a built site. They are classic scripts, because a page that was opened from a
 * folder may load no modules. Throws esbuild's error, with file and line, where the source does not compile.
 *
 * @param dist The folder of the built site.
 */
export async function writeSearchScripts(dist: string): Promise<WrittenScript[]> {
  const written: WrittenScript[] = [];
  for (const [entry, path] of SCRIPTS) {
    const code = await compile(fileURLToPath(new URL(entry, import.meta.url)));
    writeFileAtomic(join(dist, path), code);
    written.push({ path, bytes: code.byteLength, gzipBytes: gzipSync(code).byteLength });
  }
  return written;
}

/** Compiles a script with everything it imports into one classic script. Throws esbuild's error where it does not compile. */
export async function compile(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
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
  if (file === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return file.contents;
}
