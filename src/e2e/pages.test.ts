import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { allPages, expectNoForeignRequests, pageTypes, useSite } from './site.ts';

const site = useSite();
const types = [...pageTypes()];
const schemes = ['light', 'dark'] as const;

describe('each type of page', () => {
  it.each(types.flatMap(([name, address]) => schemes.map((scheme) => [name, scheme, address] as const)))(
    'is accessible, stays on its own site and keeps to its policy: %s, %s',
    async (name, colorScheme, address) => {
      const watched = await site.open(address, { colorScheme });
      expect(await axeFindings(watched.page)).toEqual([]);
      expectNoForeignRequests(watched);
      // The browser itself logs the status of a page that is not there.
      expect(watched.errors.filter((error) => name !== 'not found' || !error.includes('404'))).toEqual([]);
    },
  );

  it.each(types)('reads without scripts: %s', async (_, address) => {
    const { page } = await site.open(address, { scripts: false });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main').textContent()).toMatch(/\S[\s\S]{40}/);
    expect(await page.locator('main [hidden] h2, main [hidden] blockquote').count()).toBe(0);
  });

  it.each(types)('can be walked by Tab, each stop visible and with an outline: %s', async (_, address) => {
    const { page } = await site.open(address);
    const seen: string[] = [];
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const { width, height } = element.getBoundingClientRect();
        const { outlineStyle } = getComputedStyle(element);
        return {
          name: element.outerHTML.slice(0, 120),
          shown: width > 1 && height > 1,
          outline: outlineStyle !== 'none',
        };
      });
      if (at === null) break;
      expect(at).toEqual({ name: at.name, shown: true, outline: true });
      seen.push(at.name);
    }
    expect(seen[0]).toContain('href="#main"');
    expect(seen.length).toBeGreaterThan(3);
  });

  it('lets the first Tab skip to the text', async () => {
    const { page } = await site.open('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });
});

describe('all pages', () => {
  it('fit a phone without scrolling sideways', async () => {
    const { page } = await site.open('/', { width: 360, height: 740 });
    const wide: string[] = [];
    for (const address of allPages()) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (beyond > 0) wide.push(`${address} by ${beyond}px`);
    }
    expect(wide).toEqual([]);
  });

  it('of decisions and sources are accessible, however much they hold', async () => {
    const { page } = await site.open('/');
    const found: string[] = [];
    for (const address of allPages().filter((path) => /^\/(?:PREC-[0-9A-Z]{5}|sources\/[^/]+)\/$/.test(path))) {
      await page.goto(address);
      found.push(...(await axeFindings(page)).map((finding) => `${address} ${finding}`));
    }
    expect(found).toEqual([]);
  });
});
