import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectNoErrors, useSite } from './site.ts';

const site = useSite();

/** More stops than any way to a link takes; a walk that needs more has lost its way. */
const STOPS = 400;

/** Tabs to the next link whose address matches, without leaving the page; gives the address. */
async function tabTo(page: Page, address: RegExp): Promise<string> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() =>
      document.activeElement instanceof HTMLAnchorElement ? document.activeElement.getAttribute('href') : null,
    );
    if (at !== null && address.test(at)) return at;
  }
  throw new Error(`no stop on ${page.url()} leads to ${address}`);
}

async function follow(page: Page, address: RegExp): Promise<void> {
  const href = await tabTo(page, address);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => `${url.pathname}${url.hash}` === href || url.hash === href);
}

describe.each([
  ['with scripts', true],
  ['with scripts off', false],
])('a reader with nothing but a keyboard, %s', (_, scripts) => {
  it('walks from home to a decision, a position and the line of its source, and sees where they are', async () => {
    const watched = await site.open('/', { scripts });
    const { page } = watched;
    await follow(page, /^\/PREC-[0-9A-Z]{5}\/$/);
    expect(await page.locator('dl.question').count()).toBe(1);
    await follow(page, /^\/PREC-[0-9A-Z]{5}-P\d+\/$/);
    const words = await page.locator('.what blockquote').first().textContent();
    await follow(page, /^\/sources\/[^/]+\/#L\d+/);

    const line = page.locator(':target');
    expect(await line.count()).toBe(1);
    expect(await line.isVisible()).toBe(true);
    const archived = (await line.textContent())?.replace(/^\s*\d+/, '').trim() ?? '';
    expect(archived.length).toBeGreaterThan(0);
    expect(words?.split(/\s+/).some((word) => word.length > 3 && archived.includes(word))).toBe(true);
    const { top, bottom } = await line.evaluate((element) => element.getBoundingClientRect());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(900);
    expectNoErrors(watched);
  });
});
