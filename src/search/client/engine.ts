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

declare global {
  /** Set by the engine of a site that was packed for opening from a folder (`folder/pack.ts`). */
  var precedentPagefind: PagefindModule | undefined;
}

/**
 * Loads the search engine and its index from the folder of the site: as a module over http, as a classic script where the
 * page was opened from a folder, for which browsers load no modules.
 *
 * @param root Address of the site's first page.
 */
export async function loadEngine(root: string): Promise<Engine> {
  const folder = new URL('pagefind/', root);
  const fromFolder = folder.protocol === 'file:';
  const pagefind = fromFolder ? await runEngine(folder.href) : await importEngine(folder.href);
  // In a folder nothing is fetched; the engine still wants an address to ask below.
  const basePath = fromFolder ? 'https://folder.invalid/pagefind/' : folder.href;
  const engine = pagefind.createInstance({ basePath, baseUrl: '/', noWorker: true });
  await engine.init();
  return engine;
}

function importEngine(folder: string): Promise<PagefindModule> {
  return import(`${folder}pagefind.js`);
}

function runEngine(folder: string): Promise<PagefindModule> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => {
      if (globalThis.precedentPagefind === undefined) reject(new Error(`${script.src} is no search engine`));
      else resolve(globalThis.precedentPagefind);
    });
    script.addEventListener('error', () => reject(new Error(`${script.src} is missing`)));
    script.src = `${folder}engine.js`;
    document.head.append(script);
  });
}
