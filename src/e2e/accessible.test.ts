import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { allPages, expectNoErrors, expectNoForeignRequests, onEvery, pageTypes, useSite } from './site.ts';

const site = useSite();

/** What axe finds in the dark: everything on one page of each type, on the others what colours can break. */
const oneOfEach = new Set(pageTypes().values());

async function findingsOf(page: Page, address: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFindings(page, oneOfEach.has(address) ? undefined : 'colours');
  return [...light, ...dark.map((finding) => `in the dark: ${finding}`)].map((finding) => `${address} ${finding}`);
}

describe('every page', () => {
  it('is accessible in light and dark, stays on its own site and keeps to its policy', async () => {
    const watched = await site.open('/');
    expect((await onEvery(watched, [...allPages(), '/404.html'], findingsOf)).flat()).toEqual([]);
    expectNoErrors(watched);
    expectNoForeignRequests(watched);
  }, 600_000);
});
