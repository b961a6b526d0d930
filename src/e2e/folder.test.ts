import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../files/write.ts';
import { sha256 } from '../model/digest.ts';
import { ARCHIVE } from '../offline/index.ts';
import { readZip } from '../offline/zip.ts';
import { newPage, openBrowser, type WatchedPage } from './browser.ts';
import { DIST, expectNoErrors, expectNoForeignRequests } from './site.ts';

/** The archive, unzipped under a path with a blank and letters that addresses escape, opened without a network. */
describe('the site as a folder of files', () => {
  let parent: string;
  let top: string;
  let browser: Browser;
  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'precedent-folder-'));
    top = join(parent, 'Größe des Archivs');
    for (const { path, bytes } of readZip(readFileSync(join(DIST, ARCHIVE)))) writeFileAtomic(join(top, path), bytes);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(parent, { recursive: true });
  });
  const address = (path: string) => pathToFileURL(join(top, 'precedent', path)).href;

  async function open(path: string, rest = ''): Promise<WatchedPage> {
    const watched = await newPage(browser, 'file://');
    await watched.context.setOffline(true);
    await watched.page.goto(`${address(path)}${rest}`);
    return watched;
  }

  const settled = (page: Page) =>
    page.waitForFunction(() => document.getElementById('search-summary')?.textContent !== '');

  async function end(watched: WatchedPage): Promise<void> {
    expectNoErrors(watched);
    expectNoForeignRequests(watched);
    await watched.close();
  }

  it('unpacks into one folder that lists the digest of each of its files', () => {
    expect(readdirSync(top)).toEqual(['precedent']);
    const sums = readFileSync(join(top, 'precedent/SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums.length).toBeGreaterThan(200);
    for (const line of sums) {
      const [digest, path = ''] = line.split('  ');
      expect(sha256(readFileSync(join(top, 'precedent', path))), path).toBe(digest);
    }
  });

  it('begins at START-HERE.html and leads from page to page', async () => {
    const watched = await open('START-HERE.html');
    const { page } = watched;
    await page.waitForURL(/\/index\.html$/);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Source');
    await page.click('main a[href*="PREC-"]');
    await page.waitForURL(/\/PREC-[0-9A-Z-]+\/index\.html/);
    await page.click('.site-name');
    await page.waitForURL(/\/precedent\/index\.html$/);
    await end(watched);
  });

  it.each([
    ['O_DIRECT', /o_direct/i],
    ['VM_NOTLB', /VM_NOTLB/],
    ['per-VMA', /per.vma/i],
    ['userfaultfd', /userfaultfd/i],
    ['vm_insert_page()', /vm_insert_page/],
  ])('finds %s, follows it to its marked line and to its page', async (q, words) => {
    const watched = await open('search/index.html', `?q=${encodeURIComponent(q)}`);
    const { page } = watched;
    await settled(page);
    const first = page.locator('#search-results .hit').first();
    expect(await first.textContent()).toMatch(words);
    await page.locator('.hit-place a').first().click();
    await page.waitForURL(/\/sources\/[a-z0-9-]+\/index\.html#/);
    const target = page.locator(':target');
    expect(await target.count()).toBe(1);
    await page.goBack();
    await settled(page);
    expect(await page.inputValue('#search-q')).toBe(q);
    await page.locator('[data-hit="position"] .hit-title a').first().click();
    await page.waitForURL(/\/PREC-[0-9A-Z]{5}-P\d+\/index\.html$/);
    await end(watched);
  });

  it('searches from the field of any page, while letters are typed, and filters', async () => {
    const watched = await open('index.html');
    const { page } = watched;
    await page.fill('.site-head input[type="search"]', 'userfaultfd');
    await page.press('.site-head input[type="search"]', 'Enter');
    await page.waitForURL(/\/search\/index\.html\?q=userfaultfd$/);
    await settled(page);
    await page.click('#search-choices summary');
    await page.locator('[data-facet="holder"] option', { hasText: 'Ming Lei (' }).waitFor({ state: 'attached' });
    await page.selectOption('[data-facet="holder"]', 'Ming Lei');
    await page.waitForFunction(() => document.querySelector('#search-results [data-kind="term"]') === null);
    await page.fill('#search-q', 'prec-');
    expect(new URL(page.url()).searchParams.get('holder')).toBe('Ming Lei');
    await end(watched);
  });

  it('answers a question that is asked on its first page', async () => {
    const watched = await open('index.html');
    await watched.page.fill('#ask', 'zero copy receive for virtual machines');
    await watched.page.press('#ask', 'Enter');
    await watched.page.waitForSelector('#search-asked h3');
    expect(await watched.page.locator('#search-asked h3').first().textContent()).toBe('zero-copy RX: adopted');
    await end(watched);
  });

  it('shows how to cite a position', async () => {
    const position = readdirSync(join(top, 'precedent')).find((name) => /^PREC-[0-9A-Z]{5}-P\d+$/.test(name)) ?? '';
    const watched = await open(`${position}/index.html`);
    expect(await watched.page.locator('main').textContent()).toContain(position);
    expect(await watched.page.locator('[data-copy]').count()).toBeGreaterThan(0);
    await end(watched);
  });

  it('loads of the index only what a search needs, and shows its first results at once', async () => {
    const files = readdirSync(join(top, 'precedent/search'), { recursive: true }).length;
    const watched = await newPage(browser, 'file://');
    const loaded: string[] = [];
    watched.page.on('request', (request) => loaded.push(request.url()));
    await watched.page.goto(`${address('search/index.html')}?q=VM_NOTLB`);
    await settled(watched.page);
    const read = loaded.filter((url) => /\/search\/[0-9a-f]{12}\//.test(url)).length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(files / 2);
    await watched.close();
  });
});
