import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { expectNoErrors, pageTypes, useSite } from './site.ts';

const site = useSite();
const decision = pageTypes().get('decision') ?? '';

/** A link to a term in the table of options, and a link to a position there. */
const term = (page: Page) => page.locator('table.options a[href*="/terms/"]').first();
const position = (page: Page) => page.locator('table.options a[href^="#P"]').first();
const card = (page: Page) => page.getByRole('tooltip');

describe('the card of a link', () => {
  it('says what a term is while one points at it, and goes when one points elsewhere', async () => {
    const watched = await site.open(decision);
    const { page } = watched;
    await term(page).hover();
    await card(page).waitFor();
    expect(await card(page).textContent()).toContain(await term(page).textContent());
    expect((await card(page).textContent())?.length).toBeGreaterThan(40);
    expect(await term(page).getAttribute('aria-describedby')).toBe('card');
    await page.locator('h1').hover();
    await card(page).waitFor({ state: 'hidden' });
    expect(await term(page).getAttribute('aria-describedby')).toBeNull();
    expectNoErrors(watched);
  });

  it('shows the words of a position, can be pointed at itself, and stays until Escape', async () => {
    const { page } = await site.open(decision);
    await position(page).hover();
    await card(page).waitFor();
    const local = (await position(page).getAttribute('href')) ?? '';
    const words = await card(page).locator('blockquote').textContent();
    expect(await page.locator(`${local} blockquote`).textContent()).toContain(words?.replace(/ …$/, ''));
    await card(page).hover();
    await page.waitForTimeout(800);
    expect(await card(page).isVisible()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await card(page).isVisible()).toBe(false);
  });

  it('opens by keyboard, stays while the pointer moves about, and goes with the focus', async () => {
    const { page } = await site.open(decision);
    await page.locator('h1').hover();
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      if (await term(page).evaluate((link) => link === document.activeElement)) break;
    }
    await card(page).waitFor();
    await page.locator('h2').first().hover();
    await page.waitForTimeout(800);
    expect(await card(page).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.locator('h1').hover();
    await expect.poll(() => term(page).getAttribute('aria-describedby')).toBeNull();
  });

  it('is never there without scripts, and the link leads on', async () => {
    const { page } = await site.open(decision, { scripts: false });
    await term(page).hover();
    await page.waitForTimeout(600);
    expect(await page.locator('.card').count()).toBe(0);
    await term(page).click();
    expect(await page.locator('h1').count()).toBe(1);
    expect(page.url()).toContain('/terms/');
  });
});
