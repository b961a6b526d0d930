import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release, type TenYears, tenYears } from '../versions/__fixtures__/ten-years.ts';
import { ADDRESS_LIST, decisionOf, readAddresses } from '../versions/index.ts';
import { axeFindings } from './axe.ts';
import { newPage, openBrowser } from './browser.ts';
import { type DevServer, serveContent } from './dev-server.ts';

describe('the pages of a content after ten years', () => {
  const root = mkdtempSync(join(tmpdir(), 'precedent-ten-years-'));
  let done: TenYears;
  let server: DevServer;
  let browser: Browser;

  beforeAll(async () => {
    cpSync('content', join(root, 'content'), { recursive: true });
    await release(root, '2030-01-01');
    done = await tenYears(root);
    await release(root, '2036-01-01');
    server = await serveContent(root);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const fetched = async (address: string): Promise<[number, string]> => {
    const response = await fetch(`${server.origin}/${address}`);
    return [response.status, await response.text()];
  };

  /** What a reader reads on a page, on one line. */
  const textOf = (html: string): string => {
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
    return main
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&#39;', "'")
      .replace(/\s+/g, ' ');
  };

  it('answer at every address that was ever released', async () => {
    const released = readAddresses(readFileSync(join(root, ADDRESS_LIST), 'utf8'));
    expect(released.length).toBeGreaterThan(200);
    const lost: string[] = [];
    for (const address of released) if ((await fetched(address))[0] !== 200) lost.push(address);
    expect(lost).toEqual([]);
  });

  it.each<[string, (of: TenYears) => string, RegExp[]]>([
    [
      'a stance',
      (of) => of.stance,
      [/An old version\. It has changed since:/, /Stance changed stance: supports → proposes/],
    ],
    ['a question', (of) => of.reworded, [/Reworded .*, after all/]],
    ['an outcome', (of) => of.fated, [/Outcome changed option [\w-]+: open.* → abandoned/]],
    [
      'a record',
      (of) => of.merged,
      [/An old version\. It has changed since: Now part of PREC-/, /Merged moved to PREC-\w+ \(merged\)/],
    ],
    ['nothing', (of) => of.renamed, [/The newest version, unchanged since \d+ \w+ 20\d\d\./]],
  ])('show at an old version what became of it: %s', async (_, pick, expected) => {
    const [, html] = await fetched(`${pick(done)}/v/1/`);
    for (const pattern of expected) expect(textOf(html)).toMatch(pattern);
    expect(html).toMatch(/<title>PREC-[\w-]+, version 1: /);
    expect(html).toContain('noindex');
  });

  it('lay the words of a corrected quotation over each other', async () => {
    for (const version of [1, 2]) {
      const [, html] = await fetched(`${done.quoted}/v/${version}/`);
      expect(html).toMatch(/Quotation changed[\s\S]*<del[^>]*>[^<]+<\/del>/);
    }
  });

  it('show no word of what was withdrawn, but the reason and the digest', async () => {
    for (const id of [done.withdrawn, done.removed]) {
      for (const address of [`${id}/`, `${id}/v/1/`, `${id}/v/2/`]) {
        const [, html] = await fetched(address);
        expect(html).not.toContain(done.removedWords.slice(0, 30));
        expect(textOf(html)).toMatch(/retracted|author-request/);
        expect(html).not.toMatch(/<dt[^>]*>(?:Words|Holder|Stance)</);
        if (address.includes('/v/')) expect(textOf(html)).toMatch(/sha256:[0-9a-f]{64}/);
      }
    }
  });

  it.each([true, false])('lead from a merged record to where it went, scripts: %s', async (scripts) => {
    const { page, close } = await newPage(browser, server.origin, { scripts });
    await page.goto(`/${done.merged}/`);
    await page.waitForURL(`**/${done.into}/`);
    await close();
  });

  it('keep a fragment, and lead from that of a position to the position itself, not to another of its number', async () => {
    const { page, close } = await newPage(browser, server.origin);
    await page.goto(`/${done.merged}/#outcome`);
    await page.waitForURL(`**/${done.into}/#outcome`);
    await page.goto(`/${done.merged}/#P1`);
    await page.waitForURL(`**/${done.copied}/`);
    expect(decisionOf(done.copied)).toBe(done.into);
    await close();
  });

  it('are accessible', async () => {
    for (const address of [`${done.quoted}/v/1/`, `${done.removed}/v/1/`, `${done.removed}/`, `${done.merged}/v/1/`]) {
      const { page, close } = await newPage(browser, server.origin, { width: 360, height: 740 });
      await page.goto(`/${address}`);
      expect(await axeFindings(page), address).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(
        0,
      );
      await close();
    }
  });
});
