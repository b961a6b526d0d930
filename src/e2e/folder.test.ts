import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPage, openBrowser, type WatchedPage } from './browser.ts';
import { allPages, DIST, expectNoErrors, expectNoForeignRequests } from './site.ts';

/**
 * The search of the built site, opened from a folder by double click: under a path with a blank and letters that addresses
 * escape, without a server. The pages' own links are made relative elsewhere; here only those of the search page are.
 */
describe('searching a folder of files', () => {
  let parent: string;
  let root: string;
  let browser: Browser;
  beforeAll(async () => {
    expect(allPages(DIST)).toContain('/search/');
    parent = mkdtempSync(join(tmpdir(), 'precedent-folder-'));
    root = join(parent, 'Größe des Archivs');
    for (const name of ['search', 'scripts', '_astro', 'fonts', 'favicon.svg']) {
      cpSync(join(DIST, name), join(root, name), { recursive: true });
    }
    // What the browser loads with CORS it refuses here, so fonts are not fetched ahead.
    rewrite('search/index.html', (text) =>
      text.replace(/<link rel="preload"[^>]*>/g, '').replace(/(src|href)="\//g, '$1="../'),
    );
    for (const name of readdirSync(join(root, '_astro')).filter((entry) => entry.endsWith('.css'))) {
      rewrite(`_astro/${name}`, (text) => text.replace(/url\((["']?)\//g, 'url($1../'));
    }
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(parent, { recursive: true });
  });

  function rewrite(name: string, change: (text: string) => string): void {
    const file = join(root, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  async function search(q: string): Promise<WatchedPage> {
    const page = pathToFileURL(join(root, 'search/index.html')).href;
    const watched = await newPage(browser, 'file://');
    await watched.context.setOffline(true);
    await watched.page.goto(`${page}?q=${encodeURIComponent(q)}`);
    await watched.page.waitForFunction(() => document.getElementById('search-summary')?.textContent !== '');
    return watched;
  }

  it.each(['O_DIRECT', 'VM_NOTLB', 'per-VMA', 'userfaultfd'])(
    'finds %s as on a server, and links to files',
    async (q) => {
      const watched = await search(q);
      const first = watched.page.locator('#search-results .hit').first();
      expect(await first.getAttribute('data-hit')).toBe('position');
      const at = pathToFileURL(root).href;
      const href = await first.locator('.hit-title a').getAttribute('href');
      expect(href?.replace(at, '')).toMatch(/^\/PREC-[0-9A-Z]{5}-P\d+\/index\.html$/);
      const place = await first.locator('.hit-place a').getAttribute('href');
      expect(place?.replace(at, '')).toMatch(/^\/sources\/[a-z0-9-]+\/index\.html#/);
      expectNoErrors(watched);
      expectNoForeignRequests(watched);
      await watched.close();
    },
  );

  it('searches on while letters are typed, and filters', async () => {
    const watched = await search('userfaultfd');
    const { page } = watched;
    await page.fill('#search-q', 'VM_NOTLB');
    await page.waitForFunction(() => document.getElementById('search-summary')?.textContent?.endsWith('VM_NOTLB.'));
    await page.click('#search-choices summary');
    await page.waitForSelector('[data-facet="holder"]');
    expectNoErrors(watched);
    await watched.close();
  });

  it('loads of the index only what a search needs', async () => {
    const files = readdirSync(join(root, 'search'), { recursive: true }).length;
    const watched = await newPage(browser, 'file://');
    const loaded: string[] = [];
    watched.page.on('request', (request) => loaded.push(request.url()));
    await watched.page.goto(`${pathToFileURL(join(root, 'search/index.html')).href}?q=VM_NOTLB`);
    await watched.page.waitForFunction(() => document.getElementById('search-summary')?.textContent !== '');
    const read = loaded.filter((url) => /\/search\/[0-9a-f]{12}\//.test(url)).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(files / 2);
    await watched.close();
  });
});
