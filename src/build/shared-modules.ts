import { dirname, extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Lets the pages import the modules of the project from where they stand, as Node itself does, rather than from copies in a bundle:
 * what the build has read, attributed and verified is then what the pages are made from, read once and held once. Pages and
 * components are bundled as ever. Has no part in `npm run dev`, where Vite reloads what changes.
 *
 * @param project The folder of the project, absolute.
 */
export function sharedModules(project: string): Plugin {
  const src = join(project, 'src') + sep;
  const pages = join(src, 'pages') + sep;
  return {
    name: 'precedent-shared-modules',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer) {
      if (this.environment.name === 'client' || importer === undefined || !id.startsWith('.') || extname(id) !== '.ts')
        return null;
      const path = resolve(dirname(importer.replace(/\?.*$/, '')), id);
      return path.startsWith(src) && !path.startsWith(pages) ? { id: pathToFileURL(path).href, external: true } : null;
    },
  };
}
