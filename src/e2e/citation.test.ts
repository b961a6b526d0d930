import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Tags, zoteroItem } from '../api/__fixtures__/zotero.ts';
import { card } from '../api/card/card.ts';
import { CORPUS } from '../citation/__fixtures__/corpus.ts';
import { citedOf } from '../citation/index.ts';
import { readCorpus } from '../corpus/index.ts';
import { readIfThere } from '../files/write.ts';
import { ADDRESS_LIST, readAddresses } from '../versions/index.ts';
import { axeFindings } from './axe.ts';
import { DIST, expectNoErrors, expectNoForeignRequests, useSite } from './site.ts';

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

/** The page of a version, where one was released; a project begins without. */
const [version] = corpus.versions;

describe('the pages about versions and files', () => {
  it.each(['/api/', '/mid/', ...(version === undefined ? [] : [`/${version.id}/v/${version.version}/`])])(
    'are accessible, stay on their site and fit a phone: %s',
    async (address) => {
      const watched = await site.open(address, { width: 360, height: 740 });
      expect(await axeFindings(watched.page)).toEqual([]);
      expectNoForeignRequests(watched);
      expectNoErrors(watched);
      expect(await watched.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
        0,
      );
    },
  );

  it('name only files that are there', async () => {
    const { page } = await site.open('/api/');
    const hrefs = await page
      .locator('main dd a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length).toBeGreaterThan(10);
    // A picture is drawn for what has been released only.
    const expected = hrefs.filter((href) => version !== undefined || !href.endsWith('.png'));
    for (const href of expected) expect(existsSync(join(DIST, href)), href).toBe(true);
  });
});

describe('the picture of a link', () => {
  it('is one that a browser can show', async () => {
    const cited = citedOf(CORPUS, 'PREC-0000A-P1');
    const { page } = await site.open('/');
    // Away from the site, whose policy takes no picture out of an address.
    await page.goto('about:blank');
    const source = `data:image/png;base64,${Buffer.from(cited === null ? [] : card(cited)).toString('base64')}`;
    const size = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, source);
    expect(size).toEqual([1200, 630]);
  });
});

describe('the page of mails', () => {
  const quoted = corpus.positions.find(({ messageId }) => messageId !== null);

  it('shows the mail that is asked for, with or without brackets', async () => {
    const id = quoted?.messageId ?? '';
    for (const asked of [id, id.slice(1, -1)]) {
      const { page } = await site.open(`/mid/?id=${encodeURIComponent(asked)}`);
      expect(await page.locator('[data-mid]:visible').count()).toBe(1);
      expect(await page.locator('[data-mid]:visible a').allTextContents()).toContain(quoted?.id);
    }
  });

  it('says when no position quotes a mail, and shows what was asked as text', async () => {
    const { page } = await site.open(`/mid/?id=${encodeURIComponent('<img src=x>@nowhere')}`);
    expect(await page.locator('[data-mid]:visible').count()).toBe(0);
    expect(await page.locator('#mid-found').textContent()).toBe('No position quotes the mail img src=x>@nowhere.');
  });
});

describe('the action for GitHub', () => {
  it('fetches the tool and the corpus from the site, and reports by line', async () => {
    const Action = z.object({ runs: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) });
    const { runs } = Action.parse(parse(readFileSync(join(DIST, 'tools/action.yml'), 'utf8')));
    const script = runs.steps.flatMap(({ run }) => run ?? []).join('\n');
    const folder = mkdtempSync(join(tmpdir(), 'precedent-action-'));
    try {
      writeFileSync(join(folder, 'a.c'), `/* ${corpus.decisions[0]?.id} and PREC-ZZZZZ */\n`);
      const env = {
        ...process.env,
        SITE: `${site.origin}/`,
        PATHS: 'a.c',
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      };
      const run = promisify(execFile)('bash', ['-e', '-c', script], { cwd: folder, env });
      const failed = await run.then(
        () => null,
        ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
      );
      expect(failed?.code).toBe(1);
      expect(failed?.stdout).toMatch(/^::warning file=a\.c,line=1,col=\d+,title=citation-unknown::PREC-ZZZZZ: .*\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function movedSite(): string {
  const root = mkdtempSync(join(tmpdir(), 'precedent-moved-'));
  const head =
    '<script src="/scripts/moved.js" data-to="/new/"></script><meta http-equiv="refresh" content="0; url=/new/">';
  mkdirSync(join(root, 'old'));
  mkdirSync(join(root, 'new'));
  writeFileSync(join(root, 'index.html'), '<title>x</title>');
  writeFileSync(join(root, 'old/index.html'), `<!doctype html><title>old</title>${head}`);
  writeFileSync(join(root, 'new/index.html'), '<!doctype html><title>new</title><p id="P3">Here.</p>');
  cpSync(join(import.meta.dirname, '../../public/scripts'), join(root, 'scripts'), { recursive: true });
  return root;
}

describe('an address that has moved', () => {
  const folder = movedSite();
  const moved = useSite(folder);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('leads on at once, and keeps the fragment', async () => {
    const { page } = await moved.open('/old/#P3');
    await page.waitForURL('**/new/#P3');
  });

  it('leads on without scripts', async () => {
    const { page } = await moved.open('/old/', { scripts: false });
    await page.waitForURL('**/new/');
  });
});
