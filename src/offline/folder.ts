import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../model/digest.ts';
import type { Files } from './check.ts';
import { relativePage, relativeStyle } from './relative.ts';

/** What only a server can use, and the pictures of the site for those who look at the repository. */
const SERVED_ONLY =
  /^(?:404\.html|_headers|manifest\.webmanifest|worker\.js|offline\/[0-9a-f]+\.json|precedent\.zip|screenshots\/.*|scripts\/(?:offline|save|found)\.js)$/;

/** Makes of a built site the files that work from a folder, with a page to begin at and a list of digests. */
export function folderOf(dist: string, base: string): Files {
  const files = new Map<string, Uint8Array>();
  for (const path of filesIn(dist)) {
    if (!SERVED_ONLY.test(path)) files.set(path, converted(path, readFileSync(join(dist, path)), base));
  }
  files.set('START-HERE.html', Buffer.from(START));
  const sums = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`);
  files.set('SHA256SUMS', Buffer.from(sums.join('')));
  return files;
}

/** All files of a folder, paths with slashes, in order of code units. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(folder).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function converted(path: string, bytes: Uint8Array, base: string): Uint8Array {
  if (path.endsWith('.html')) return Buffer.from(relativePage(Buffer.from(bytes).toString(), path, base));
  if (path.endsWith('.css')) return Buffer.from(relativeStyle(Buffer.from(bytes).toString(), path, base));
  return bytes;
}

const START = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=index.html">
<title>Precedent</title>
<p>Precedent begins at <a href="index.html">index.html</a>. Everything works without a network.
<p>SHA256SUMS lists every file: <code>sha256sum --check SHA256SUMS</code> says whether each is as it was packed.
</html>
`;
