import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { PageOptions, WatchedPage } from './browser.ts';

import { type FolderServer, serveFolder } from './server.ts';
import { useBrowser } from './use-browser.ts';

/** The built site; `PRECEDENT_DIST` names another folder, to test a site built elsewhere. */
export const DIST = process.env.PRECEDENT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** The built site in a browser, for the tests of one file. */
export interface Site {
  readonly origin: string;
  open(address: string, options?: PageOptions): Promise<WatchedPage>;
}

/**
 * Serves a built site and starts a browser for the tests of the file that calls it, and ends both after them; pages are
 * closed after the test that opened them. Fails with a message that says what to do when the site has not been built.
 */
export function useSite(root: string = DIST): Site {
  let server: FolderServer | undefined;
  const browser = useBrowser();
  beforeAll(async () => {
    if (!existsSync(join(root, 'index.html'))) throw new Error(`there is no site in ${root}: run npm run build first`);
    server = await serveFolder(root);
  });
  afterAll(() => server?.close());
  return {
    get origin() {
      if (server === undefined) throw new Error('the site is served only while its tests run');
      return server.origin;
    },
    async open(address, options) {
      const watched = await browser.newPage(this.origin, options);
      await watched.page.goto(address);
      return watched;
    },
  };
}

/** The addresses of all pages of the built site, in order. */
export function allPages(root: string = DIST): string[] {
  if (!existsSync(join(root, 'index.html'))) throw new Error(`there is no site in ${root}: run npm run build first`);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('/index.html'))
    .map((name) => name.slice(0, -'index.html'.length))
    .sort();
}

/** How many pages are read at once; more only wait for each other. */
const AT_ONCE = 3;

/**
 * Goes to every address in a few pages of one browser context, and gives what `look` returns of all of them, in the order
 * of the addresses. Every page is watched: see `errors` and `foreign` of what `site.open` gave.
 */
export async function onEvery<T>(
  { page, context }: WatchedPage,
  addresses: readonly string[],
  look: (page: Page, address: string) => Promise<T>,
): Promise<T[]> {
  const seen: T[] = [];
  let next = 0;
  const pages = [page];
  while (pages.length < AT_ONCE) pages.push(await context.newPage());
  await Promise.all(
    pages.map(async (one) => {
      while (next < addresses.length) {
        const index = next++;
        const address = addresses[index];
        if (address === undefined) return;
        await one.goto(address);
        seen[index] = await look(one, address);
      }
    }),
  );
  return seen;
}

/** One address of each type of page that the built site has, by the name of the type. */
export function pageTypes(root: string = DIST): Map<string, string> {
  const firstIn = (folder: string, pattern: RegExp) => {
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
    const name = names.find((entry) => pattern.test(entry) && existsSync(join(root, folder, entry, 'index.html')));
    if (name === undefined) throw new Error(`no page matches ${pattern} in ${root}/${folder}: run npm run build`);
    return `/${folder}${folder === '' ? '' : '/'}${name}/`;
  };
  // The site's own pages, each a type of its own: about, index, people, search, sources, terms and whatever is added.
  const own = allPages(root).filter((address) => /^\/[a-z-]+\/$/.test(address));
  return new Map([
    ['home', '/'],
    ['decision', firstIn('', /^PREC-[0-9A-Z]{5}$/)],
    ['position', firstIn('', /^PREC-[0-9A-Z]{5}-P\d+$/)],
    ['source', firstIn('sources', /./)],
    ['term', firstIn('terms', /./)],
    ['person', firstIn('people', /./)],
    ...own.map((address) => [`${address.slice(1, -1)} page`, address] as const),
    ['not found', '/nowhere/'],
  ]);
}

/** Fails when a page asked for anything outside its site. */
export function expectNoForeignRequests({ foreign }: WatchedPage): void {
  expect(foreign).toEqual([]);
}

/** Fails when a page threw, logged an error or broke its content security policy. */
export function expectNoErrors({ errors }: WatchedPage): void {
  expect(errors).toEqual([]);
}
