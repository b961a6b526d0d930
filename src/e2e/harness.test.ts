import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../files/write.ts';
import { axeFindings } from './axe.ts';
import { expectNoErrors, expectNoForeignRequests, onEvery, useSite } from './site.ts';

/** A site with one good page and one that does everything the harness must notice. */
const folder = mkdtempSync(join(tmpdir(), 'precedent-site-'));
const POLICY = `<meta http-equiv="content-security-policy" content="default-src 'self'">`;
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`;
writeFileAtomic(
  join(folder, 'index.html'),
  page('Good', '<p>Nothing wrong.</p>', POLICY.replace("'self'", "'self' data:")),
);
writeFileAtomic(join(folder, 'sub/index.html'), page('Below', '<p>A folder.</p>'));
writeFileAtomic(join(folder, '404.html'), page('Not here', '<p>Gone.</p>'));
writeFileAtomic(
  join(folder, 'bad/index.html'),
  page('Bad', '<img src="https://example.org/x.png"><script>throw new Error("inline ran")</script>', POLICY),
);
writeFileAtomic(
  join(folder, 'throws/index.html'),
  page('Throws', '<img src="https://example.org/x.png"><script>throw new Error("it threw")</script>'),
);
writeFileAtomic(
  join(folder, 'scheme/index.html'),
  page(
    'Scheme',
    '<noscript>no scripts</noscript>',
    '<style>h1 { color: red } @media (prefers-color-scheme: dark) { h1 { color: blue } }</style>',
  ),
);
writeFileAtomic(
  join(folder, 'faint/index.html'),
  page(
    'Faint',
    '<p>Only by day.</p>',
    '<style>@media (prefers-color-scheme: dark) { p { color: #222; background: #111 } }</style>',
  ),
);
writeFileAtomic(join(folder, 'x.wasm'), 'x');
writeFileAtomic(join(folder, 'x.pf_meta'), 'x');
const outside = `${folder}-secret.txt`;
writeFileSync(outside, 'secret');
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(outside);
});

describe('the server of the browser tests', () => {
  const site = useSite(folder);
  const get = (address: string) => fetch(site.origin + address, { redirect: 'manual' });

  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/sub/', 200, 'text/html; charset=utf-8'],
    ['/x.wasm', 200, 'application/wasm'],
    ['/x.pf_meta?ts=1', 200, 'application/octet-stream'],
    ['/nowhere/', 404, 'text/html; charset=utf-8'],
    ['/index.html/', 404, 'text/html; charset=utf-8'],
    ['/%', 404, 'text/html; charset=utf-8'],
    [`/..%2f${outside.split('/').at(-1)}`, 404, 'text/html; charset=utf-8'],
  ])('answers %s with %i and %s', async (address, status, type) => {
    const response = await get(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    expect(await response.text()).not.toContain('secret');
  });

  it('sends a folder without its slash to the address with it', async () => {
    const response = await get('/sub?q=1');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/sub/?q=1']);
  });
});

describe('the browser of the tests', () => {
  const site = useSite(folder);

  it('finds nothing wrong with a good page', async () => {
    const watched = await site.open('/');
    expectNoErrors(watched);
    expectNoForeignRequests(watched);
    expect(await axeFindings(watched.page)).toEqual([]);
  });

  it('names a script that the policy forbids and an image without words', async () => {
    const watched = await site.open('/bad/');
    expect(watched.errors.join('\n')).toMatch(/Content Security Policy/);
    expect(watched.errors.join('\n')).not.toContain('inline ran');
    expect((await axeFindings(watched.page)).join('\n')).toMatch(/^image-alt \(critical\)/m);
  });

  it('names words that cannot be read in the dark, and only there', async () => {
    const { page } = await site.open('/faint/');
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect((await axeFindings(page, 'colours')).join('\n')).toMatch(/^color-contrast \(serious\)/);
  });

  it('goes to every address, a few at once, and watches all of them', async () => {
    const watched = await site.open('/');
    const addresses = ['/', '/sub/', '/throws/', '/scheme/', '/faint/'];
    const titles = await onEvery(watched, addresses, (page, address) => page.title().then((t) => `${address} ${t}`));
    expect(titles).toEqual(['/ Good', '/sub/ Below', '/throws/ Throws', '/scheme/ Scheme', '/faint/ Faint']);
    expect(watched.errors.join('\n')).toContain('it threw');
    expect(watched.foreign).toEqual(['https://example.org/x.png']);
  });

  it('notices a script that throws and a request to another site', async () => {
    const watched = await site.open('/throws/');
    expect(watched.errors.join('\n')).toContain('it threw');
    expect(() => expectNoErrors(watched)).toThrow();
    expect(watched.foreign).toEqual(['https://example.org/x.png']);
    expect(() => expectNoForeignRequests(watched)).toThrow();
  });

  it('shows light and dark, with scripts and without', async () => {
    const colour = async (colorScheme: 'light' | 'dark') => {
      const { page } = await site.open('/scheme/', { colorScheme });
      return page.locator('h1').evaluate((element) => getComputedStyle(element).color);
    };
    expect([await colour('light'), await colour('dark')]).toEqual(['rgb(255, 0, 0)', 'rgb(0, 0, 255)']);
    const { page } = await site.open('/scheme/', { scripts: false });
    expect(await page.locator('noscript').textContent()).toBe('no scripts');
  });
});
