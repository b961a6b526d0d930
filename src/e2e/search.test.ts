import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { QUESTIONS, RANK } from '../search/__fixtures__/questions.ts';
import { axeFindings } from './axe.ts';
import type { WatchedPage } from './browser.ts';
import { hosted, type Place, unzipped } from './places.ts';
import { QUERIES } from './queries.ts';
import { DIST, expectNoErrors, expectNoForeignRequests, pageTypes } from './site.ts';

const POSITION = /^\/PREC-[0-9A-Z]{5}-P\d+\//;

const PLACES: readonly (readonly [name: string, use: () => Place])[] = [
  ['from a server', hosted],
  ['from an unzipped folder, without a network', unzipped],
];

/** Waits until the results of a query stand on the page. */
async function settled(page: Page, q: string): Promise<void> {
  await page.waitForFunction(
    (text) => document.getElementById('search-summary')?.textContent?.includes(text) ?? false,
    ` for “${q.trim()}”.`,
  );
}

/** The text of a page without the escapes of HTML that occur in quotations. */
function decoded(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The words that the page highlights. */
function highlighted(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('found') ?? [])].map((range) => {
      const words = document.createRange();
      words.setStart(range.startContainer, range.startOffset);
      words.setEnd(range.endContainer, range.endOffset);
      return words.toString();
    }),
  );
}

async function expectInView(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const box = document.querySelector(':target')?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight;
  });
  expect(seen).toBe(true);
}

describe.each(PLACES)('searching %s', (_, use) => {
  const place = use();

  async function search(q: string, rest = ''): Promise<WatchedPage> {
    const watched = await place.open(`/search/?q=${encodeURIComponent(q)}${rest}`);
    await settled(watched.page, q);
    return watched;
  }

  async function landed(page: Page, where: RegExp): Promise<void> {
    await page.waitForURL((url) => where.test(place.addressOf(url.href)));
  }

  it.each(QUERIES)('for $q finds what holds it first, or says that it is nowhere', async ({ q, holds }) => {
    const watched = await search(q);
    const { page } = watched;
    const summary = (await page.locator('#search-summary').textContent()) ?? '';
    if (holds === null) {
      expect(summary).toMatch(/^Nothing found for .* nowhere on this site\./);
      expect(await page.locator('#search-results section:not([data-kind="near"])').count()).toBe(0);
    } else {
      expect(summary).not.toContain('nowhere');
      const first = page.locator('#search-results .hit').first();
      expect(await first.textContent()).toMatch(holds);
      expect(await first.locator('mark').count()).toBeGreaterThan(0);
    }
    expectNoErrors(watched);
    expectNoForeignRequests(watched);
  });

  it.each(QUESTIONS)(
    'answers “$question” with the position that does, ahead of the hits',
    async ({ question, words }) => {
      const { page } = await search(question);
      // That no page holds all words of a question is not to be read as if it had no answer.
      expect(await page.locator('#search-summary').textContent()).not.toMatch(/^Nothing found/);
      const options = page.locator('#search-asked h3');
      await options.first().waitFor();
      const links = await page.evaluate((rank) => {
        const headings = [...document.querySelectorAll('#search-asked h3')];
        const after = headings[rank];
        return [...document.querySelectorAll<HTMLAnchorElement>('#search-asked li a')]
          .filter((link) => after === undefined || (link.compareDocumentPosition(after) & 4) !== 0)
          .map(({ href }) => href);
      }, RANK);
      const pages = links.map((link) => {
        const [path = ''] = place.addressOf(link).split('?');
        return readFileSync(join(DIST, path, 'index.html'), 'utf8')
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ');
      });
      expect(pages.some((text) => decoded(text).includes(words))).toBe(true);
    },
  );

  it.each(['O_DIRECT', 'VM_NOTLB', 'per-VMA', 'userfaultfd', 'vm_insert_page()'])(
    'for %s leads to the very line, which is marked and in view, with the words highlighted',
    async (q) => {
      const watched = await search(q, '&kind=source');
      const { page } = watched;
      await page.locator('#search-results .hit-title a').first().click();
      await landed(page, /^\/sources\/[^/]+\/\?hl=[^#]+#L\d+$/);
      const line = await page.locator(':target').textContent();
      const word = q.replace('()', '').toLowerCase();
      expect(line?.toLowerCase()).toContain(word);
      await expectInView(page);
      await page.waitForFunction(() => CSS.highlights.has('found'));
      expect((await highlighted(page)).map((text) => text.toLowerCase())).toContain(word);
      expectNoErrors(watched);
      expectNoForeignRequests(watched);
    },
  );

  it('highlights without moving anything or writing into the page', async () => {
    const { page } = await place.open('/sources/2018-userspace-block-driver/');
    const look = () =>
      page.evaluate(() => [document.getElementById('main')?.innerHTML, document.documentElement.scrollHeight] as const);
    const [html, height] = await look();
    const other = await place.open('/sources/2018-userspace-block-driver/?hl="does+everything"');
    await other.page.waitForFunction(() => CSS.highlights.has('found'));
    expect(await highlighted(other.page)).toEqual(['does', 'everything']);
    const after = await other.page.evaluate(() => [
      document.getElementById('main')?.innerHTML,
      document.documentElement.scrollHeight,
    ]);
    expect(after).toEqual([html, height]);
  });

  it('shows markup in a query, an address and an archive as text', async () => {
    const watched = await search('<img src=x onerror=alert(1)>');
    expect(await watched.page.locator('main img').count()).toBe(0);
    const landing = await place.open('/?hl=%3Cimg+src=x+onerror=alert(1)%3E');
    expect(await landing.page.locator('main img').count()).toBe(0);
    expectNoErrors(watched);
    expectNoErrors(landing);
  });

  it('leads from a position to its page, and Back to the same search', async () => {
    const { page } = await search('VM_NOTLB');
    await page.locator('[data-hit="position"] .hit-title a').first().click();
    await landed(page, POSITION);
    expect(await page.locator('main').textContent()).toContain('VM_NOTLB');
    await page.goBack();
    await settled(page, 'VM_NOTLB');
    expect(await page.inputValue('#search-q')).toBe('VM_NOTLB');
  });

  it('writes the search into the address, so that Back and a reload find it again', async () => {
    const { page } = await place.open('/search/');
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

  it.each([
    ['option', 'userfaultfd'],
    ['holder', 'Ming Lei'],
    ['stance', 'proposes'],
    ['year', '2018'],
    ['status', 'settled'],
    ['list', 'linux-block, linux-fsdevel and linux-mm'],
  ])('filters by %s, with counts that are true', async (facet, value) => {
    const { page } = await search('userfaultfd');
    await page.click('#search-choices summary');
    const option = page.locator(`[data-facet="${facet}"] option[value="${value}"]`);
    await option.waitFor({ state: 'attached' });
    const count = Number(/\((\d+)\)$/.exec((await option.textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(0);
    await page.selectOption(`[data-facet="${facet}"]`, value);
    await page.waitForFunction((name) => new URLSearchParams(location.search).has(name), facet);
    expect(new URL(page.url()).searchParams.get(facet)).toBe(value);
    const shown = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.found-count')].reduce((sum, one) => sum + Number(one.textContent), 0),
      );
    await page.waitForFunction(
      (all) =>
        [...document.querySelectorAll('.found-count')].reduce((sum, one) => sum + Number(one.textContent), 0) === all,
      count,
    );
    expect(await shown()).toBe(count);
  });

  it('sorts by date, and says so in the address', async () => {
    const { page } = await search('driver', '&kind=position');
    await page.click('#search-choices summary');
    await page.selectOption('#search-sort', 'oldest');
    const years = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.hit-facts')].map(
          (facts) => /\b(?:19|20)\d\d\b/.exec(facts.textContent ?? '')?.[0],
        ),
      );
    await page.waitForFunction(() => location.search.includes('sort=oldest'));
    await page.waitForFunction(() => /2003/.test(document.querySelector('.hit-facts')?.textContent ?? ''));
    const found = await years();
    expect(found).toEqual([...found].sort());
    expect(new Set(found).size).toBeGreaterThan(1);
  });

  it('offers near spellings under their own name, never in the place of what was typed', async () => {
    const { page } = await search('userfautfd');
    expect(await page.locator('#search-summary').textContent()).toBe(
      'Nothing found for “userfautfd”. “userfautfd” is nowhere on this site. Near: userfaultfd.',
    );
    expect(await page.inputValue('#search-q')).toBe('userfautfd');
    expect(await page.locator('[data-kind="instead"] h2').textContent()).toBe('Near: userfaultfd');
    await page.click('.found-near-words a');
    await settled(page, 'userfaultfd');
    expect(await page.locator('[data-kind="instead"]').count()).toBe(0);
  });

  it('says what is nowhere, and calls near what does not hold every word', async () => {
    const { page } = await search('O_DIRECT xyzzy');
    expect(await page.locator('#search-summary').textContent()).toContain('“xyzzy” is nowhere on this site');
    expect(await page.locator('#search-results section').count()).toBe(1);
    expect(await page.locator('[data-kind="near"] .hit-note').first().textContent()).toBe('without “xyzzy”');
  });

  it('finds an option by another name of it, and says so', async () => {
    const { page } = await search('raw mode');
    const notes = await page.locator('[data-hit="position"] .hit-note').allTextContents();
    expect(notes).toContain('found by another name: raw mode');
  });

  it('goes to an id typed in any case', async () => {
    const address = pageTypes().get('position') ?? '';
    const typed = address.replaceAll('/', '').toLowerCase().replaceAll('-', ' ').replace(' ', '-');
    const { page } = await place.open('/search/');
    await page.fill('#search-q', typed);
    await page.press('#search-q', 'Enter');
    await landed(page, new RegExp(`^${address}$`));
  });

  it('works by keyboard alone: type, go down to a hit, open it', async () => {
    const { page } = await place.open('/search/');
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
    await landed(page, POSITION);
  });

  it('announces what was found, once typing pauses', async () => {
    const { page } = await search('O_DIRECT');
    const status = page.locator('[role="status"]');
    await page.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== '');
    expect(await status.textContent()).toMatch(/^\d+ positions?\b.* for “O_DIRECT”\.$/);
  });

  it('loads nothing of the index before the field is used, and of it only what a search needs', async () => {
    const { page } = await place.open('/search/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(place.addressOf(request.url())));
    await page.waitForTimeout(200);
    expect(asked.filter((path) => path.startsWith('/search/'))).toEqual([]);
    await page.focus('#search-q');
    await page.fill('#search-q', 'VM_NOTLB');
    await settled(page, 'VM_NOTLB');
    const parts = asked.filter((path) => /^\/search\/[0-9a-f]{12}\//.test(path));
    expect(asked).toContain('/search/index.js');
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.length).toBeLessThan(30);
  });

  it('answers a question that is asked on the first page, what became of it first', async () => {
    const { page } = await place.open('/');
    await page.fill('#ask', 'mapping page cache into user space');
    await page.press('#ask', 'Enter');
    await landed(page, /^\/search\/\?q=mapping/);
    await page.waitForSelector('#search-asked h3');
    expect(await page.locator('#search-asked h3').first().textContent()).toBe('vm_insert_page(): rejected');
    expect(await page.locator('#search-asked .asked-outcome').first().textContent()).toMatch(
      /^What came of it, \d{4}: /,
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.fill('#search-q', 'userfaultfd');
    await settled(page, 'userfaultfd');
    expect(await page.locator('#search-asked h3').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)(
    'is accessible with results, near spellings, near matches and filters open: %s',
    async (colorScheme) => {
      const { page } = await place.open('/search/?q=userfaultfd', { colorScheme });
      await settled(page, 'userfaultfd');
      await page.click('#search-choices summary');
      await page.waitForSelector('[data-facet="holder"]');
      expect(await axeFindings(page)).toEqual([]);
      await page.fill('#search-q', 'userfautfd ');
      await page.waitForSelector('[data-kind="instead"]');
      expect(await axeFindings(page)).toEqual([]);
      await page.fill('#search-q', 'O_DIRECT xyzzy ');
      await page.waitForSelector('[data-kind="near"]');
      expect(await axeFindings(page)).toEqual([]);
    },
  );

  it('without scripts says so and leads to the pages that need none', async () => {
    const { page } = await place.open('/search/', { scripts: false });
    const links = await page
      .locator('main noscript a')
      .evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
    expect(links.map((link) => place.addressOf(link))).toEqual(['/index/', '/', '/terms/', '/people/', '/sources/']);
  });

  it.each(QUERIES)('without scripts $q is answered by the index from A to Z', async ({ holds, letter, entry }) => {
    const { page } = await place.open('/', { scripts: false });
    await page.click('nav[aria-label="Site"] a:text-is("Index")');
    await landed(page, /^\/index\/$/);
    const name = letter === 'other' ? '#' : letter;
    const letters = await page.locator('nav[aria-label="Letters"] a').allTextContents();
    // Where there is no such letter, that is the answer.
    if (!letters.includes(name)) {
      expect(holds).toBe(null);
      return;
    }
    await page.click(`nav[aria-label="Letters"] a:text-is("${name}")`);
    await landed(page, new RegExp(`^/index/(?:\\d+/)?#${letter}$`));
    const entries = page.locator(`section[aria-labelledby="${letter}"] .az > li`);
    const headings = (await entries.allTextContents()).map(
      (text) => text.split(/, see | PREC-| \d{4}-/)[0]?.trim() ?? '',
    );
    const at = headings.findIndex((heading) => entry.test(heading));
    if (holds === null) {
      expect(at).toBe(-1);
      return;
    }
    expect(at, headings.join('; ')).toBeGreaterThan(-1);
    await entries.nth(at).locator('a').first().click();
    await landed(page, /^\/(?:terms|sources|PREC)/);
    expect(await page.locator('main').textContent()).toMatch(holds);
  });
});
