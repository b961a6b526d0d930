import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { newPage, openBrowser, type PageOptions, type WatchedPage } from './browser.ts';
import { type FolderServer, serveFolder } from './server.ts';

/** The built site. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** The built site in a browser, for the tests of one file. */
export interface Site {
  readonly origin: string;
  open(address: string, options?: PageOptions): Promise<WatchedPage>;
}

/**
 * Serves a built site and starts a browser for the tests of the file that calls it, and ends both after them; pages are
 * closed with the browser. Fails with a message that says what to do when the site has not been built.
 */
export function useSite(root: string = DIST): Site {
  let server: FolderServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (!existsSync(join(root, 'index.html'))) throw new Error(`there is no site in ${root}: run npm run build first`);
    server = await serveFolder(root);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get origin() {
      if (server === undefined) throw new Error('the site is served only while its tests run');
      return server.origin;
    },
    async open(address, options) {
      if (browser === undefined) throw new Error('the browser runs only while the tests run');
      const watched = await newPage(browser, this.origin, options);
      await watched.page.goto(address);
      return watched;
    },
  };
}

/** Fails when a page asked for anything outside its site. */
export function expectNoForeignRequests({ foreign }: WatchedPage): void {
  expect(foreign).toEqual([]);
}

/** Fails when a page threw, logged an error or broke its content security policy. */
export function expectNoErrors({ errors }: WatchedPage): void {
  expect(errors).toEqual([]);
}
