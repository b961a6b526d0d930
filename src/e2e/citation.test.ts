import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Tags, zoteroItem } from '../api/__fixtures__/zotero.ts';
import { readCorpus } from '../corpus/index.ts';
import { readIfThere } from '../files/write.ts';
import { ADDRESS_LIST, readAddresses } from '../versions/index.ts';
import { DIST, useSite } from './site.ts';

const site = useSite();
const corpus = readCorpus(join(DIST, 'api/v1/corpus.json'));
const decision = `/${corpus.decisions[0]?.id}/`;
const position = `/${corpus.positions[0]?.id}/`;

function tagsOf(page: string): Tags {
  const html = readFileSync(join(DIST, page, 'index.html'), 'utf8');
  const found = html.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)"/g);
  const tags = new Map<string, string[]>();
  for (const [, name = '', content = ''] of found) tags.set(name, [...(tags.get(name) ?? []), content]);
  return tags;
}

describe('the built site', () => {
  it.each([decision, position])('gives Zotero a report with title, number, address and abstract: %s', (page) => {
    const id = page.replaceAll('/', '');
    const item = zoteroItem(tagsOf(page));
    const entry = [...corpus.decisions, ...corpus.positions].find((one) => one.id === id);
    expect(item).toMatchObject({ itemType: 'report', reportNumber: id, abstractNote: expect.stringMatching(/\S/) });
    expect(item.title?.startsWith(`${id}: `)).toBe(true);
    expect(item.url).toBe(entry?.released === undefined ? entry?.url : `${entry.url}v/${entry.released.version}/`);
    expect(item.date).toBe(entry?.released?.date.replaceAll('-', '/'));
  });

  it('answers every address under an id that it promises, and every one ever released', () => {
    const ids = [...corpus.decisions, ...corpus.positions, ...corpus.gone].map(({ id }) => `${id}/`);
    const versions = corpus.versions.map(({ id, version }) => `${id}/v/${version}/`);
    const released = readAddresses(readIfThere(ADDRESS_LIST)?.toString('utf8') ?? '');
    const promised = [...ids, ...versions, ...released];
    expect(promised.length).toBeGreaterThan(0);
    expect(promised.filter((address) => !existsSync(join(DIST, address, 'index.html')))).toEqual([]);
  });
});

describe('the cite panel', () => {
  it.each([decision, position])('shows every format without scripts: %s', async (page) => {
    const { page: shown } = await site.open(page, { scripts: false });
    const panel = shown.locator('.cite-panel');
    expect(await panel.locator('details').count()).toBe(8);
    expect(await panel.locator('details[open] pre').count()).toBe(1);
    for (const details of await panel.locator('details').all()) {
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    }
    expect(await panel.locator('pre:visible').count()).toBe(8);
    expect(await panel.locator('button:visible').count()).toBe(0);
  });

  it('copies a format as it stands', async () => {
    const { page, context } = await site.open(position);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.reload();
    await page.locator('button[data-copy="cite-markdown"]').click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^> /);
    expect(copied).toBe((await page.locator('#cite-markdown').textContent())?.trim());
  });

  it('leads to files that are there', async () => {
    const { page } = await site.open(position);
    const hrefs = await page
      .locator('.cite-panel a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length).toBeGreaterThan(5);
    for (const href of hrefs) expect(existsSync(join(DIST, href)), href).toBe(true);
  });
});

describe('an id as people type it', () => {
  it.each([
    [(id: string) => `/${id.toLowerCase()}/`, ''],
    [(id: string) => `/${id.toLowerCase()}/#outcome`, '#outcome'],
    [(id: string) => `/${id.replace('PREC', 'Prec')}`, ''],
  ])('leads to its page, and keeps the fragment: %s', async (typed, hash) => {
    const id = decision.replaceAll('/', '');
    const { page } = await site.open(typed(id));
    await page.waitForURL(`**/${id}/${hash}`);
    expect(await page.locator('.facts-line .id').textContent()).toBe(id);
  });

  it('leads a position with noughts before its number to its page', async () => {
    const id = position.replaceAll('/', '');
    const { page } = await site.open(`/${id.replace(/-P(\d+)$/, '-P00$1')}/`);
    await page.waitForURL(`**/${id}/`);
  });

  it('that is none stays where it is', async () => {
    const { page } = await site.open('/prec-uuuuu/');
    expect(await page.locator('h1').textContent()).toContain('no page');
  });
});
