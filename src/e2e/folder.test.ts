import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../model/digest.ts';
import type { WatchedPage } from './browser.ts';
import { unzipped } from './places.ts';
import { expectNoErrors, expectNoForeignRequests } from './site.ts';

/** What only a folder has; searching is tested from a server and from a folder in search.test.ts and dialog.test.ts. */
describe('the site as a folder of files', () => {
  const folder = unzipped();

  function end(watched: WatchedPage): void {
    expectNoErrors(watched);
    expectNoForeignRequests(watched);
  }

  it('unpacks into one folder that lists the digest of each of its files', () => {
    expect(readdirSync(folder.path)).toEqual(['precedent']);
    const sums = readFileSync(join(folder.path, 'precedent/SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(sums.length).toBeGreaterThan(200);
    for (const line of sums) {
      const [digest, path = ''] = line.split('  ');
      expect(sha256(readFileSync(join(folder.path, 'precedent', path))), path).toBe(digest);
    }
  });

  it('begins at START-HERE.html and leads from page to page', async () => {
    const watched = await folder.open('/START-HERE.html');
    const { page } = watched;
    await page.waitForURL(/\/index\.html$/);
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Source');
    await page.click('main a[href*="PREC-"]');
    await page.waitForURL(/\/PREC-[0-9A-Z-]+\/index\.html/);
    await page.click('.site-name');
    await page.waitForURL(/\/precedent\/index\.html$/);
    end(watched);
  });

  it('shows how to cite a position', async () => {
    const names = readdirSync(join(folder.path, 'precedent'));
    const position = names.find((name) => /^PREC-[0-9A-Z]{5}-P\d+$/.test(name)) ?? '';
    const watched = await folder.open(`/${position}/`);
    expect(await watched.page.locator('main').textContent()).toContain(position);
    expect(await watched.page.locator('[data-copy]').count()).toBeGreaterThan(0);
    end(watched);
  });
});
