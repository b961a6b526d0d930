import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import type { WatchedPage } from './browser.ts';
import { expectNoErrors, expectNoForeignRequests, pageTypes, useSite } from './site.ts';

const site = useSite();

/** Waits until the results of a query stand on the page. */
async function settled(page: Page, q: string): Promise<void> {
  await page.waitForFunction(
    (text) => document.getElementById('search-summary')?.textContent?.includes(text) ?? false,
    ` for ${q}.`,
  );
}

async function search(q: string, rest = ''): Promise<WatchedPage> {
  const watched = await site.open(`/search/?q=${encodeURIComponent(q)}${rest}`);
  await settled(watched.page, q);
  return watched;
}

/** The line that the address names and that the page marks: its text and whether its ground differs from the page's. */
function highlightedLine(page: Page): Promise<{ text: string; marked: boolean } | null> {
  return page.evaluate(() => {
    const line = document.querySelector(':target');
    if (line === null) return null;
    const ground = (element: Element) => getComputedStyle(element).backgroundColor;
    const grounds = [line, ...line.querySelectorAll('*')].map(ground);
    const marked = grounds.some(
      (colour) => colour !== 'rgba(0, 0, 0, 0)' && colour !== ground(document.documentElement),
    );
    return { text: line.textContent ?? '', marked };
  });
}

describe('searching', () => {
  it.each([
    ['O_DIRECT', /O_DIRECT/, /James Bottomley|Matthew Wilcox/],
    ['VM_NOTLB', /VM_NOTLB/, /Matthew Wilcox/],
    ['per-VMA', /per-vma/i, /Andy Isaacson/],
    ['userfaultfd', /userfaultfd/i, /Ming Lei/],
    ['Mach ports', /Mach/, /./],
  ])('for %s shows a position that holds it first, and a click lands on its marked line', async (q, words, holder) => {
    const watched = await search(q);
    const { page } = watched;
    const first = page.locator('#search-results .hit').first();
    expect(await first.getAttribute('data-hit')).toBe('position');
    expect(await first.textContent()).toMatch(words);
    expect(await first.locator('.hit-title').textContent()).toMatch(holder);
    expect(await first.locator('mark').count()).toBeGreaterThan(0);

    await first.locator('.hit-place a').click();
    await page.waitForURL(/\/sources\/[^/]+\/#/);
    expect((await highlightedLine(page))?.marked).toBe(true);
    await expectInView(page);
    expectNoForeignRequests(watched);
    expectNoErrors(watched);
  });

  it.each(['O_DIRECT', 'VM_NOTLB', 'per-VMA', 'userfaultfd', 'vm_insert_page()'])(
    'for %s finds the passage, and a click lands on the very line',
    async (q) => {
      const { page } = await search(q, '&kind=source');
      await page.locator('#search-results .hit-title a').first().click();
      await page.waitForURL(/\/sources\/[^/]+\/#L\d+$/);
      const line = await highlightedLine(page);
      expect(line?.text.toLowerCase()).toContain(q.replace('()', '').toLowerCase());
      expect(line?.marked).toBe(true);
      await expectInView(page);
    },
  );

  it('for a position leads to its page, where its words stand', async () => {
    const { page } = await search('VM_NOTLB');
    await page.locator('#search-results .hit-title a').first().click();
    await page.waitForURL(/\/PREC-[0-9A-Z]{5}-P\d+\/$/);
    expect(await page.locator('main').textContent()).toContain('VM_NOTLB');
  });

  it('says what is nowhere, and calls near what does not hold every word', async () => {
    const watched = await search('O_DIRECT xyzzy');
    const { page } = watched;
    expect(await page.locator('#search-summary').textContent()).toContain('“xyzzy” is nowhere on this site');
    expect(await page.locator('#search-results section').count()).toBe(1);
    expect(await page.locator('[data-kind="near"] .hit-note').first().textContent()).toBe('without “xyzzy”');
    expectNoErrors(watched);
  });

  it('answers a question with what was proposed before, its fate first, ahead of the hits', async () => {
    const watched = await site.open('/');
    const { page } = watched;
    await page.fill('#ask', 'mapping page cache into user space');
    await page.press('#ask', 'Enter');
    await page.waitForURL(/\/search\/\?q=mapping/);
    await page.waitForSelector('#search-asked h3');
    expect(await page.locator('#search-asked h3').first().textContent()).toBe('vm_insert_page(): rejected');
    expect(await page.locator('#search-asked .asked-outcome').first().textContent()).toMatch(
      /^What came of it, \d{4}: /,
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.fill('#search-q', 'userfaultfd');
    await settled(page, 'userfaultfd');
    expect(await page.locator('#search-asked h3').count()).toBe(0);
    expectNoErrors(watched);
  });

  it('goes to an id typed in any case', async () => {
    const address = pageTypes().get('position') ?? '';
    const typed = address.replaceAll('/', '').toLowerCase().replaceAll('-', ' ').replace(' ', '-');
    const { page } = await site.open('/search/');
    await page.fill('#search-q', typed);
    await page.press('#search-q', 'Enter');
    await page.waitForURL(`**${address}`);
  });

  it('writes the search into the address, so that Back and a reload find it again', async () => {
    const { page } = await site.open('/search/');
    await page.fill('#search-q', 'userfaultfd');
    await settled(page, 'userfaultfd');
    expect(new URL(page.url()).search).toBe('?q=userfaultfd');
    await page.click('#kind-source');
    await page.waitForFunction(() => document.querySelector('#search-results [data-kind="position"]') === null);
    expect(new URL(page.url()).search).toBe('?q=userfaultfd&kind=source');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('kind-source');
    await page.goBack();
    await page.waitForSelector('#search-results [data-kind="position"]');
    expect(await page.inputValue('#search-q')).toBe('userfaultfd');
    await page.reload();
    await page.waitForSelector('#search-results [data-kind="position"]');
  });

  it('filters by what the results have, with counts', async () => {
    const { page } = await search('userfaultfd');
    await page.click('#search-choices summary');
    const option = page.locator('[data-facet="holder"] option', { hasText: 'Ming Lei (' });
    await option.waitFor({ state: 'attached' });
    await page.selectOption('[data-facet="holder"]', 'Ming Lei');
    await page.waitForFunction(() => document.querySelector('#search-results [data-kind="term"]') === null);
    for (const title of await page.locator('[data-kind="position"] .hit-title').allTextContents()) {
      expect(title).toContain('Ming Lei');
    }
    expect(new URL(page.url()).search).toBe('?q=userfaultfd&holder=Ming+Lei');
    expect(await page.inputValue('[data-facet="holder"]')).toBe('Ming Lei');
  });

  it('works by keyboard alone: type, go down to a hit, open it', async () => {
    const { page } = await site.open('/search/');
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-q');
    await page.keyboard.type('per-VMA');
    await settled(page, 'per-VMA');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('.hit')?.getAttribute('data-hit') ?? null);
    expect(await focused()).toBe('position');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-q');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/PREC-[0-9A-Z]{5}-P\d+\/$/);
  });

  it('announces what was found, once typing pauses', async () => {
    const { page } = await search('O_DIRECT');
    const status = page.locator('[role="status"]');
    await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== '');
    expect(await status.textContent()).toMatch(/^\d+ positions?\b.* for O_DIRECT\.$/);
  });

  it('loads no index before the field is used', async () => {
    const { page } = await site.open('/search/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.waitForTimeout(200);
    expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
    const loaded = page.waitForRequest((request) => request.url().endsWith('/search/index.js'));
    await page.focus('#search-q');
    await loaded;
  });

  it('begins at the field that every page has', async () => {
    const { page } = await site.open('/');
    await page.fill('.site-head input[type="search"]', 'VM_NOTLB');
    await page.press('.site-head input[type="search"]', 'Enter');
    await page.waitForURL(/\/search\/\?q=VM_NOTLB$/);
    await settled(page, 'VM_NOTLB');
  });

  it('shows markup in a query and in an archive as text', async () => {
    const watched = await search('<img src=x onerror=alert(1)>');
    expect(await watched.page.locator('main img').count()).toBe(0);
    expectNoErrors(watched);
  });

  it.each(['light', 'dark'] as const)(
    'is accessible with results, near matches and filters open: %s',
    async (colorScheme) => {
      const { page } = await site.open('/search/?q=userfaultfd', { colorScheme });
      await settled(page, 'userfaultfd');
      await page.click('#search-choices summary');
      await page.waitForSelector('[data-facet="holder"]');
      expect(await axeFindings(page)).toEqual([]);
      await page.fill('#search-q', 'O_DIRECT xyzzy ');
      await page.waitForSelector('[data-kind="near"]');
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  it('without scripts says so and leads to the pages that need none', async () => {
    const { page } = await site.open('/search/', { scripts: false });
    const links = await page
      .locator('main noscript a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/index/', '/', '/terms/', '/people/', '/sources/']);
  });
});

async function expectInView(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const box = document.querySelector(':target')?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight;
  });
  expect(seen).toBe(true);
}
