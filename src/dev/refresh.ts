import { sep } from 'node:path';
import type { Plugin } from 'vite';
import { newEdition } from '../site/edition.ts';

/**
 * Lets `npm run dev` show a change to anything under `content/` at once: what the pages are made from is read anew, and the open
 * pages load again. Astro itself watches the bodies of records only. Has no part in a build.
 *
 * @param folder The folder `content/`, absolute.
 */
export function refreshOnChange(folder: string): Plugin {
  return {
    name: 'precedent-refresh',
    apply: 'serve',
    configureServer({ watcher, environments }) {
      // Code changes while it is served: nobody could say which code made what would be kept (see `src/kept/`).
      process.env.PRECEDENT_CACHE = '';
      const refresh = (path: string): void => {
        if (!path.startsWith(folder + sep)) return;
        newEdition();
        // Astro keeps the list of pages until it hears this.
        for (const { name, hot } of Object.values(environments)) {
          if (name !== 'client') hot.send('astro:content-changed', {});
        }
        environments.client.hot.send({ type: 'full-reload', path: '*' });
      };
      watcher.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, refresh);
    },
  };
}
