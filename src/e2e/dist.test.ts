import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishesBytes } from '../site/raw.ts';
import { archivedIds, personalAddresses, textsOf } from './addresses.ts';
import { type AuditedPage, auditPage, auditPages, deadLinks } from './audit.ts';
import { DIST } from './site.ts';

/** Budgets in bytes after gzip: a page in the first flight of a connection, and what it needs beside its HTML. */
const PAGE = 14 * 1024;
const STYLE = 10 * 1024;
const SCRIPT = 8 * 1024;

const weights = new Map<string, number>();
function weight(file: string): number {
  const known = weights.get(file) ?? gzipSync(readFileSync(join(DIST, file)), { level: 9 }).byteLength;
  weights.set(file, known);
  return known;
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  // How the HTML is written down, not what it says.
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'long-title': 'off', 'doctype-style': 'off' },
});

/** What is not valid in a page, each with its line. */
async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
}

describe('the built site', () => {
  let pages: AuditedPage[] = [];
  beforeAll(() => {
    if (!existsSync(join(DIST, 'index.html'))) throw new Error(`there is no site in ${DIST}: run npm run build first`);
    pages = auditPages(DIST);
  });

  it('has pages of every kind', () => {
    const files = pages.map(({ file }) => file).join('\n');
    for (const kind of [/^PREC-\w{5}\/i/m, /^PREC-\w{5}-P/m, /^sources\/./m, /^terms\/./m, /^people\/./m, /^404/m]) {
      expect(files).toMatch(kind);
    }
  });

  it('leads nowhere in vain: every link and every fragment of it resolves', () => {
    expect(deadLinks(pages, DIST)).toEqual([]);
  });

  it('gives no id twice on a page', () => {
    expect(pages.flatMap(({ file, doubleIds }) => doubleIds.map((id) => `${file}: ${id}`))).toEqual([]);
  });

  it('holds no code inline', () => {
    expect(pages.flatMap(({ file, inline }) => inline.map((what) => `${file}: ${what}`))).toEqual([]);
  });

  it('loads nothing from another origin', () => {
    const foreign = pages.flatMap(({ loads }) => loads.filter((address) => /^(?:https?:)?\/\//.test(address)));
    expect(foreign).toEqual([]);
  });

  it('holds no e-mail address of a person, in whatever file', () => {
    const ids = archivedIds('content');
    expect(ids.size).toBeGreaterThan(0);
    const texts = textsOf(DIST);
    expect(texts.map(({ file }) => file)).toEqual(expect.arrayContaining(['index.html', 'api/v1/precedent.sqlite']));
    const found = texts.flatMap(({ file, text }) => personalAddresses(text, ids).map((who) => `${file}: ${who}`));
    expect(found).toEqual([]);
  });

  it('offers the bytes of each source as archived, and of none that holds an address', () => {
    const sources = readdirSync(join(DIST, 'sources'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(sources.length).toBeGreaterThan(0);
    for (const { name } of sources) {
      const archived = readFileSync(join('content/sources', name, 'message.txt'));
      const published = join(DIST, 'sources', name, 'message.txt');
      expect([name, existsSync(published)]).toEqual([name, publishesBytes(archived)]);
      if (existsSync(published)) expect(readFileSync(published).equals(archived)).toBe(true);
    }
  });

  it('keeps to its budgets on every page, of whatever type', () => {
    expect(pages.filter(({ file }) => weight(file) > PAGE).map(({ file }) => `${file}: ${weight(file)}`)).toEqual([]);
    const heavy = pages.flatMap(({ file, loads }) => {
      const own = [...new Set(loads.map((address) => address.slice(1)))];
      const sum = (ending: string) =>
        own.filter((name) => name.endsWith(ending)).reduce((bytes, name) => bytes + weight(name), 0);
      expect(sum('.css')).toBeGreaterThan(0);
      // The search page is a program: what it may load has a budget of its own, in search.test.ts.
      const script = file === 'search/index.html' ? 0 : sum('.js');
      return sum('.css') > STYLE || script > SCRIPT ? [`${file}: ${sum('.css')} of style, ${script} of script`] : [];
    });
    expect(heavy).toEqual([]);
  });

  it('is valid HTML on every page', async () => {
    const faults: string[] = [];
    for (const { file, html } of pages) faults.push(...(await htmlFaults(html)).map((fault) => `${file}:${fault}`));
    expect(faults).toEqual([]);
  }, 600_000);
});

describe('what audits the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('sees dead links, dead fragments, double ids, inline code and foreign loads', () => {
    const bad = auditPage(
      'index.html',
      `<p id="a" style="x"></p><p id="a" onclick="x"></p><a href="/none/">x</a><a href="#b">x</a>
       <a href="javascript:x">x</a><script>x</script><style>x</style><img src="//evil.example/x.png">`,
    );
    expect(bad.doubleIds).toEqual(['a']);
    expect(bad.inline).toEqual(['p style', 'p onclick', 'javascript: link', 'script with a text', 'style element']);
    expect(bad.loads).toEqual(['//evil.example/x.png']);
    expect(deadLinks([bad], folder)).toEqual(['index.html: /none/', 'index.html: #b']);
  });

  it('sees HTML that is not valid', async () => {
    const faults = await htmlFaults(
      '<!doctype html>\n<html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>',
    );
    expect(faults.join('\n')).toMatch(/stray end tag/i);
  });
});
