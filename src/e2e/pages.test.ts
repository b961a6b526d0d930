import { describe, expect, it } from 'vitest';
import { allPages, onEvery, pageTypes, useSite } from './site.ts';

const site = useSite();
const types = [...pageTypes()];

describe('each type of page', () => {
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
    const watched = await site.open('/', { width: 360, height: 740 });
    const wide = await onEvery(watched, allPages(), async (page, address) => {
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      return beyond > 0 ? [`${address} by ${beyond}px`] : [];
    });
    expect(wide.flat()).toEqual([]);
  });
});
