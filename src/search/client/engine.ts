/** As much of Pagefind's interface as is used here (`pagefind.js`, version 1.6). */
export interface Engine {
  search(term: string | null, options: EngineOptions): Promise<EngineAnswer>;
  /** Loads every filter, so that answers count the values of all of them. */
  filters(): Promise<unknown>;
}

export interface EngineOptions {
  readonly filters?: Readonly<Record<string, string | { readonly any: readonly string[] }>>;
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

export interface EngineAnswer {
  readonly results: readonly EngineHit[];
  /** How many of the results each value of each filter has, of the filters that are loaded. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface EngineHit {
  readonly id: string;
  data(): Promise<Fragment>;
}

/** One record as the index stores it. */
export interface Fragment {
  readonly raw_url: string;
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Pagefind's module, which makes engines. */
interface PagefindModule {
  createInstance(options: {
    readonly basePath: string;
    readonly baseUrl: string;
    /** The whole engine is in the module; a worker would cost a second copy of it over the wire. */
    readonly noWorker: boolean;
  }): Engine & { init(): Promise<void> };
}

/**
 * Loads the search engine and its index from the folder of the site.
 *
 * @param root Address of the site's first page.
 */
export async function loadEngine(root: string): Promise<Engine> {
  const basePath = new URL('pagefind/', root).href;
  const pagefind: PagefindModule = await import(`${basePath}pagefind.js`);
  const engine = pagefind.createInstance({ basePath, baseUrl: '/', noWorker: true });
  await engine.init();
  return engine;
}
