import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureJob } from '../job.ts';

// starlight.ts FOLDER: builds the Starlight site in FOLDER with the Astro that is installed there.
// By its own path: Vite takes a file that it meets under two paths for two files.
const folder = realpathSync(process.argv[2] ?? '');
process.chdir(folder);
const { build }: typeof import('astro') = await import(
  pathToFileURL(createRequire(join(folder, 'package.json')).resolve('astro')).href
);

await measureJob(async () => {
  await build({
    root: folder,
    outDir: join(folder, 'dist'),
    cacheDir: join(folder, 'cache'),
    logLevel: 'error',
    force: true,
  });
  return null;
});
