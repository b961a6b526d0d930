import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../files/write.ts';
import { writeWorker } from '../offline/worker.ts';
import { newPage, openBrowser, type WatchedPage } from './browser.ts';
import { type FolderServer, serveFolder } from './server.ts';
import { allPages, DIST } from './site.ts';

/** The site as a browser keeps it: without a network, and when another build takes the place of the one it kept. */
describe('the site in a browser that keeps it', () => {
  const positions = allPages(DIST).filter((path) => /^\/PREC-[0-9A-Z]{5}-P\d+\/$/.test(path));
  const [visited = '', saved = ''] = positions;
  let parent: string;
  let root: string;
  let server: FolderServer;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    parent = mkdtempSync(join(tmpdir(), 'precedent-worker-'));
    root = join(parent, 'site');
    cpSync(DIST, root, { recursive: true });
    server = await serveFolder(root);
    watched = await newPage(browser, server.origin, { worker: true });
    page = watched.page;
  });
  afterEach(async () => {
    await watched.close();
    await server.close().catch(() => undefined);
    rmSync(parent, { recursive: true });
  });

  /** Opens a page and waits until the worker has it. */
  async function visit(path: string): Promise<void> {
    await page.goto(path);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.waitForFunction(async (address) => (await caches.match(address)) !== undefined, path);
  }

  /** Another build in the place of the first: every page and the script of every page say so. */
  function deploy(): void {
    const next = join(parent, 'next');
    cpSync(DIST, next, { recursive: true });
    for (const path of allPages(next)) change(join(next, path, 'index.html'), '</main>', '<p id="new">new</p></main>');
    change(join(next, 'search/search.js'), '', 'globalThis.newSearch = true;');
    change(join(next, 'scripts/theme.js'), '', 'globalThis.newBuild = true;');
    rmSync(join(next, 'offline'), { recursive: true });
    writeFileAtomic(join(next, 'offline/index.html'), '<!doctype html><title>Reading without a network</title>');
    writeWorker(next, '/');
    renameSync(root, join(parent, 'old'));
    renameSync(next, root);
  }

  function change(file: string, before: string, after: string): void {
    writeFileAtomic(file, readFileSync(file, 'utf8').replace(before, after));
  }

  async function searchOver(tab: Page, q: string): Promise<void> {
    await tab.keyboard.press('Control+k');
    await tab.waitForSelector('.find-dialog[open]');
    await tab.keyboard.type(q);
    await tab.waitForSelector('.find-dialog [data-hit="position"]');
  }

  const builds = () =>
    page.evaluate(() => [document.getElementById('new') !== null, 'newBuild' in globalThis] as const);

  it('reads a visited page and searches without a network, and says what it does not have', async () => {
    await visit(visited);
    await server.close();
    await page.goto(visited);
    expect(await page.locator('main').textContent()).toContain(visited.replaceAll('/', ''));
    await searchOver(page, 'VM_NOTLB');
    await page.goto('/search/?q=VM_NOTLB');
    await page.waitForSelector('[data-hit="position"]');
    await page.goto(`${visited}?hl=the`);
    await page.waitForFunction(() => CSS.highlights.has('found'));
    await page.goto(saved);
    expect(await page.title()).toContain('Reading without a network');
  });

  it('reads every page without a network once everything is saved', async () => {
    await visit('/offline/');
    await page.waitForSelector('#save:not([hidden])');
    expect(await page.locator('#save-text').textContent()).toMatch(/^\d+ files, \d+\.\d MB$/);
    await page.click('#save-button');
    await page.waitForFunction(() => document.getElementById('save-text')?.textContent?.startsWith('Everything'));
    await server.close();
    for (const path of [saved, '/timeline/', '/search/?q=userfaultfd']) {
      await page.goto(path);
      expect(await page.title()).not.toContain('Reading without a network');
    }
    await page.waitForSelector('[data-hit="position"]');
  });

  it('never shows parts of two builds, and takes the newer one only when told', async () => {
    await visit(visited);
    deploy();
    await page.reload();
    expect(await builds()).toEqual([false, false]);
    await page.waitForSelector('#update');
    // What was not kept of the old build can no longer be had; it is not shown with scripts of the old one.
    await page.goto(saved);
    expect(await page.title()).toContain('Reading without a network');
    await page.goto('/search/?q=VM_NOTLB');
    await page.waitForSelector('[data-hit="position"]');
    expect(await builds()).toEqual([false, false]);

    const other = await watched.context.newPage();
    await other.goto(visited);
    await page.click('#update button');
    await page.waitForSelector('#new', { state: 'attached' });
    expect(await builds()).toEqual([true, true]);
    // The tab of the old build goes on with that build, also with what it had not loaded yet.
    expect(await other.locator('main').textContent()).toContain(visited.replaceAll('/', ''));
    await searchOver(other, 'VM_NOTLB');
    expect(await other.evaluate(() => 'newSearch' in globalThis)).toBe(false);
    await page.goto(saved);
    expect(await builds()).toEqual([true, true]);
    await searchOver(page, 'VM_NOTLB');
    expect(await page.evaluate(() => 'newSearch' in globalThis)).toBe(true);
    await server.close();
    await page.goto(visited);
    expect(await builds()).toEqual([true, true]);
  });

  it('keeps the old build where the new one is only half there', async () => {
    await visit(visited);
    deploy();
    change(join(root, 'scripts/page.js'), '', '/* of yet another build */');
    await page.reload();
    await page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration !== undefined && registration.installing === null;
    });
    await page.reload();
    expect(await builds()).toEqual([false, false]);
    expect(await page.locator('#update').count()).toBe(0);
  });
});
