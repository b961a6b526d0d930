import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newPage, openBrowser, type WatchedPage } from './browser.ts';
import { type DevServer, serveContent } from './dev-server.ts';

const DECISION = 'PREC-XFGV2';
const SOURCE = '2003-mach-ports';

describe('npm run dev', () => {
  const root = mkdtempSync(join(tmpdir(), 'precedent-dev-'));
  let server: DevServer | undefined;
  let browser: Browser;
  let watched: WatchedPage;
  let record = '';
  let origin = '';

  beforeAll(async () => {
    cpSync('content', join(root, 'content'), { recursive: true });
    const name = readdirSync(join(root, 'content/decisions')).find((one) => one.startsWith(DECISION));
    record = `content/decisions/${name}`;
    server = await serveContent(root);
    browser = await openBrowser();
    origin = server.origin;
  });

  // A page for each test: one that is about to load again because of the change before would break off the next visit.
  beforeEach(async () => {
    watched = await newPage(browser, origin);
  });
  afterEach(async () => {
    await watched.close();
  });

  afterAll(async () => {
    await browser?.close();
    server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  /** Changes a file, does something, and puts the file back. */
  async function changed(file: string, from: string | RegExp, to: string, then: () => Promise<void>): Promise<void> {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${from} is not in ${file}`);
    writeFileSync(path, after);
    await then();
    writeFileSync(path, before);
  }

  const seen = (text: string): Promise<void> => watched.page.getByText(text).first().waitFor({ timeout: 20_000 });

  const gone = (text: string): Promise<void> =>
    watched.page.getByText(text).first().waitFor({ state: 'detached', timeout: 20_000 });

  it.each([
    ['a record', `/${DECISION}/`, () => record, /^title: .*/m, 'title: A title just changed'],
    ['our prose', `/${DECISION}/`, () => record, 'Andy Isaacson asked', 'Andy Isaacson truly asked'],
    [
      'a term',
      '/terms/numa-policy/',
      () => 'content/terms.yaml',
      /(?<=id: numa-policy\n {2}prefLabel: ).*/,
      'odd policy',
    ],
    ['a person', '/people/andy-isaacson/', () => 'content/people.yaml', 'Wrote the review', 'Wrote the longest review'],
    [
      'a source',
      `/sources/${SOURCE}/`,
      () => `content/sources/${SOURCE}/source.yaml`,
      /^title: .*/m,
      'title: A talk renamed',
    ],
  ])('shows a change to %s without being asked, and the change back', async (_, address, file, from, to) => {
    await watched.page.goto(address, { timeout: 60_000 });
    const text = to.replace('title: ', '');
    await changed(file(), from, to, () => seen(text));
    await gone(text);
  });

  it.each([
    ['a field of another form', 'status: open', 'status: opened', 'schema: status'],
    ['front matter that is no YAML', 'status: open', 'status: [open', 'yaml-syntax:'],
    ['prose that is no MDX', 'What was at stake', 'What was {at stake', 'body-syntax:'],
    ['a sentence without a mark', '<Rests on="P2" />', '', 'mark-missing'],
  ])('shows of %s the file, the line and the mend, and the page again once it is mended', async (_, from, to, code) => {
    const { page } = watched;
    await page.goto(`/${DECISION}/`);
    const line = readFileSync(join(root, record), 'utf8').split(from)[0]?.split('\n').length ?? 0;
    await changed(record, from, to, async () => {
      await seen(code);
      const text = await page
        .getByText(code)
        .first()
        .locator('xpath=ancestor-or-self::*[contains(., "Mend: ")][1]')
        .textContent();
      const [, at] = new RegExp(`${record}:(\\d+)`).exec(text ?? '') ?? [];
      expect(Math.abs(Number(at) - line), `${text}`).toBeLessThanOrEqual(1);
      expect(text).toContain('Mend: ');
    });
    await page.getByRole('heading', { level: 1, name: 'Code shared by RDMA hooks and NUMA policies' }).waitFor();
    await gone(code);
  });
});
