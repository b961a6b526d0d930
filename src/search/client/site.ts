import { type Resolve, resolver } from './addresses.ts';
import { type Engine, openEngine } from './engine.ts';
import { scriptLoader } from './load.ts';

/** The site that is searched, as its pages see it. */
export interface SearchedSite {
  readonly resolve: Resolve;
  /** Its index, loaded once; what failed is tried again. */
  engine(): Promise<Engine>;
}

/**
 * Opens the site that a page belongs to.
 *
 * @param root Address of the first page, with a slash at its end.
 */
export function searchedSite(root: string): SearchedSite {
  let loading: Promise<Engine> | null = null;
  return {
    resolve: resolver(root),
    engine() {
      loading ??= openEngine(scriptLoader(new URL('search/', root).href)).catch((error: unknown) => {
        loading = null;
        throw error;
      });
      return loading;
    },
  };
}
