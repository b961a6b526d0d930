import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { newPage, openBrowser, type PageOptions, type WatchedPage } from './browser.ts';

/** A browser for the tests of one file. */
export interface TestBrowser {
  /** Opens an empty page (`newPage`), which is closed after the test. */
  newPage(origin: string, options?: PageOptions): Promise<WatchedPage>;
}

/** Starts a browser for the tests of the file that calls it and ends it after them. */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  let opened: WatchedPage[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const page of opened) await page.close();
    opened = [];
  });
  afterAll(() => browser?.close());
  return {
    async newPage(origin, options) {
      if (browser === undefined) throw new Error('the browser runs only while the tests run');
      const watched = await newPage(browser, origin, options);
      opened.push(watched);
      return watched;
    },
  };
}
