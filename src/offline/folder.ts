import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { relativePage, relativeStyle } from './relative.ts';

/** What only a server can use, and the pictures of the site for those who look at the repository. */
const SERVED_ONLY =
  /^(?:404\.html|_headers|manifest\.webmanifest|worker\.js|offline\/[0-9a-f]+\.json|precedent\.zip|screenshots\/.*|scripts\/(?:offline|save|found)\.js)$/;

/** The page to begin at, which only the folder has. */
export const START_PAGE = 'START-HERE.html';

/** The paths of a built site that work from a folder as well. */
export function folderPaths(dist: string): string[] {
  return filesIn(dist).filter((path) => !SERVED_ONLY.test(path));
}

/** A file of a built site as it works from a folder: its links relative and with the names of files. */
export function folderFile(path: string, bytes: Uint8Array, base: string): Uint8Array {
  if (path.endsWith('.html')) return Buffer.from(relativePage(Buffer.from(bytes).toString(), path, base));
  if (path.endsWith('.css')) return Buffer.from(relativeStyle(Buffer.from(bytes).toString(), path, base));
  return bytes;
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

/** What stands on it. */
export const START = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=index.html">
<title>Precedent</title>
<p>Precedent begins at <a href="index.html">index.html</a>. Everything works without a network.
<p>SHA256SUMS lists every file: <code>sha256sum --check SHA256SUMS</code> says whether each is as it was packed.
</html>
`;
