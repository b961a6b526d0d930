import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hosted, type Place, unzipped } from './places.ts';
import { expectNoErrors, expectNoForeignRequests } from './site.ts';

const PLACES: readonly (readonly [name: string, use: () => Place])[] = [
  ['from a server', hosted],
  ['from an unzipped folder, without a network', unzipped],
];
const RECORD = '/PREC-QGG0P/';

async function opened(page: Page): Promise<void> {
  await page.waitForSelector('.find-dialog[open]');
}

/** Waits until the choices for what was typed are there. */
async function settled(page: Page, q: string): Promise<void> {
  await page.waitForFunction((text) => document.querySelector('.find-said')?.textContent?.includes(text) ?? false, q);
}

/** What a screen reader is told of the field. */
function told(page: Page): Promise<Record<string, string | null>> {
  return page.evaluate(() => {
    const field = document.getElementById('find-q');
    const active = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
    return {
      focus: document.activeElement?.id ?? null,
      role: field?.getAttribute('role') ?? null,
      expanded: field?.getAttribute('aria-expanded') ?? null,
      list: document.getElementById(field?.getAttribute('aria-controls') ?? '')?.getAttribute('role') ?? null,
      active: active?.getAttribute('aria-selected') ?? null,
      activeRole: active?.getAttribute('role') ?? null,
    };
  });
}

describe.each(PLACES)('the search over any page, %s', (_, use) => {
  const place = use();

  async function landed(page: Page, where: RegExp): Promise<void> {
    await page.waitForURL((url) => where.test(place.addressOf(url.href)));
  }

  it('is not loaded before it is used', async () => {
    const watched = await place.open(RECORD);
    const { page } = watched;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(place.addressOf(request.url())));
    await page.waitForTimeout(200);
    expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
    await page.focus('#find');
    await page.waitForFunction(() => document.querySelector('.find-dialog') !== null);
    expect(asked).toContain('/search/search.js');
    expect(await page.locator('.find-dialog[open]').count()).toBe(0);
    expectNoErrors(watched);
    expectNoForeignRequests(watched);
  });

  it('opens by Ctrl-K, is gone through by arrow keys, and opens what was chosen', async () => {
    const watched = await place.open(RECORD);
    const { page } = watched;
    await page.keyboard.press('Control+k');
    await opened(page);
    expect(await told(page)).toMatchObject({ focus: 'find-q', role: 'combobox', expanded: 'false', list: 'listbox' });
    await page.keyboard.type('per-VMA');
    await settled(page, 'per-VMA');
    expect(await told(page)).toMatchObject({ expanded: 'true', active: null });
    await page.keyboard.press('ArrowDown');
    expect(await told(page)).toMatchObject({ focus: 'find-q', active: 'true', activeRole: 'option' });
    await page.keyboard.press('ArrowUp');
    expect((await told(page)).active).toBe(null);
    await page.keyboard.press('ArrowUp');
    const last = await page.evaluate(() => document.querySelector('[aria-selected="true"]')?.textContent);
    expect(last).toMatch(/^All \d+ results for per-VMA/);
    await page.keyboard.press('ArrowDown');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    expect(await page.locator('[aria-selected="true"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await landed(page, /\?hl=per-VMA/);
    await page.waitForFunction(() => CSS.highlights.has('found'));
    expectNoErrors(watched);
    expectNoForeignRequests(watched);
  });

  it('opens by a click on the field, closes by Escape, and gives the focus back', async () => {
    const { page } = await place.open(RECORD);
    await page.click('#find');
    await opened(page);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.find-dialog:not([open])', { state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('find');
    await page.keyboard.press('ArrowDown');
    await opened(page);
    await page.click('.find-close');
    await page.waitForSelector('.find-dialog:not([open])', { state: 'attached' });
  });

  it('opens by / until the reader switches that off', async () => {
    const { page } = await place.open(RECORD);
    await page.keyboard.press('/');
    await opened(page);
    expect(await page.inputValue('#find-q')).toBe('');
    await page.keyboard.type('a/b');
    expect(await page.inputValue('#find-q')).toBe('a/b');
    await page.uncheck('.find-foot input');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press('/');
    await page.waitForTimeout(200);
    expect(await page.locator('.find-dialog').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await opened(page);
    expect(await page.isChecked('.find-foot input')).toBe(false);
  });

  it('suggests terms and people by any of their names, before what they said', async () => {
    const { page } = await place.open(RECORD);
    await page.keyboard.press('Control+k');
    await opened(page);
    await page.keyboard.type('raw mod');
    await settled(page, 'raw mod');
    expect(await page.locator('#find-list [role="group"]').first().locator('.choice-group').textContent()).toBe(
      'Terms and people',
    );
    expect(await page.locator('#find-list [role="option"]').first().textContent()).toMatch(/^raw device .*raw mode/);
    await page.fill('#find-q', 'botto');
    await settled(page, 'botto');
    expect(await page.locator('#find-list [role="option"]').first().textContent()).toMatch(/^James Bottomley\s+person/);
  });

  it('goes to an id, suggests the ids that begin like one, and near spellings as such', async () => {
    const { page } = await place.open('/');
    await page.keyboard.press('Control+k');
    await opened(page);
    await page.keyboard.type('prec-qgg');
    await settled(page, 'prec-qgg');
    const ways = await page
      .locator('#find-list [role="option"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(ways.some((way) => way?.includes('PREC-QGG0P'))).toBe(true);
    await page.fill('#find-q', 'userfautfd');
    await settled(page, 'userfautfd');
    expect(await page.locator('.choice-group').first().textContent()).toBe('Nothing for “userfautfd”; near');
    expect(await page.locator('#find-list [role="option"]').first().textContent()).toMatch(/^userfaultfd in \d+$/);
    await page.fill('#find-q', 'prec qggop p3');
    await settled(page, 'PREC-QGG0P-P3');
    await page.keyboard.press('Enter');
    await landed(page, /^\/PREC-QGG0P-P3\/$/);
  });

  it('answers a question with what was proposed before and its fate, ahead of the hits', async () => {
    const { page } = await place.open(RECORD);
    await page.keyboard.press('Control+k');
    await opened(page);
    await page.keyboard.type('mapping page cache into user space');
    await settled(page, 'user space');
    expect(await page.locator('.choice-group').first().textContent()).toBe('Was this proposed before?');
    expect(await page.locator('#find-list [role="option"]').first().textContent()).toMatch(
      /^vm_insert_page\(\): rejected /,
    );
    await page.keyboard.press('Enter');
    await landed(page, /^\/search\/\?q=mapping/);
    await page.waitForSelector('#search-asked h3');
  });

  it('leads to the page of all results when nothing was chosen', async () => {
    const { page } = await place.open(RECORD);
    await page.keyboard.press('Control+k');
    await opened(page);
    await page.keyboard.type('O_DIRECT');
    await page.keyboard.press('Enter');
    await landed(page, /^\/search\/\?q=O_DIRECT$/);
    await page.waitForSelector('.hit');
  });

  it('announces how much there is to choose from', async () => {
    const { page } = await place.open(RECORD);
    await page.keyboard.press('Control+k');
    await opened(page);
    await page.keyboard.type('O_DIRECT');
    await page.waitForFunction(() =>
      /^\d+ positions.* for “O_DIRECT”\. \d+ to choose from/.test(
        document.querySelector('.find-dialog [role="status"]')?.textContent ?? '',
      ),
    );
  });

  it('shows what was typed and what was archived as text', async () => {
    const watched = await place.open(RECORD);
    const { page } = watched;
    await page.keyboard.press('Control+k');
    await opened(page);
    await page.keyboard.type('<img src=x onerror=alert(1)>');
    await settled(page, '<img');
    expect(await page.locator('.find-dialog img').count()).toBe(0);
    expectNoErrors(watched);
  });

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)('is accessible and fits at a width of %i, %s', async (width, colorScheme) => {
    const { page } = await place.open(RECORD, { width, height: 844, colorScheme });
    await page.click('#find');
    await opened(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type('O_DIRECT');
    await settled(page, 'O_DIRECT');
    await page.keyboard.press('ArrowDown');
    expect(await axeFindings(page)).toEqual([]);
    const box = await page.locator('.find-dialog').boundingBox();
    expect(box === null || box.width <= width).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const small = await page
      .locator('#find-list [role="option"]')
      .evaluateAll((all) => all.filter((one) => one.clientHeight < 24).length);
    expect(small).toBe(0);
  });
});
