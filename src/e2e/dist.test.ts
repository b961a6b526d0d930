import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditedPage, auditPage, auditPages, deadLinks, mailAddresses, messageIds } from './audit.ts';
import { DIST } from './site.ts';

/** Budgets in bytes after gzip: a page in the first flight of a connection, and what it needs beside its HTML. */
const PAGE = 14 * 1024;
const STYLE = 10 * 1024;
const SCRIPT = 8 * 1024;

const weight = (file: string): number => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).byteLength;

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

  it('shows no e-mail address of a person', () => {
    const known = messageIds(pages);
    expect(pages.flatMap((page) => mailAddresses(page, known))).toEqual([]);
  });

  it('offers the bytes of each source as archived', () => {
    const sources = readdirSync(join(DIST, 'sources'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(sources.length).toBeGreaterThan(0);
    for (const { name } of sources) {
      const published = readFileSync(join(DIST, 'sources', name, 'message.txt'));
      expect(published.equals(readFileSync(join('content/sources', name, 'message.txt')))).toBe(true);
    }
  });

  it('keeps to its budgets', () => {
    const records = pages.filter(({ file }) => /^PREC-/.test(file));
    expect(records.filter(({ file }) => weight(file) > PAGE).map(({ file }) => file)).toEqual([]);
    const loaded = [...new Set(records.flatMap(({ loads }) => loads.map((address) => address.slice(1))))];
    const sum = (ending: string) =>
      loaded.filter((file) => file.endsWith(ending)).reduce((bytes, file) => bytes + weight(file), 0);
    expect(sum('.css')).toBeGreaterThan(0);
    expect(sum('.css')).toBeLessThanOrEqual(STYLE);
    expect(sum('.js')).toBeLessThanOrEqual(SCRIPT);
  });

  it('is valid HTML, one page of each kind and every decision', async () => {
    const validator = new HtmlValidate({
      root: true,
      extends: ['html-validate:standard'],
      // How the HTML is written down, not what it says.
      rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'long-title': 'off', 'doctype-style': 'off' },
    });
    const seen = new Set<string>();
    const chosen = pages.filter(({ file }) => {
      const kind = file.replace(/-P\d+\//, '-P/').replace(/^(sources|terms|people|themes)\/[^/]+\/i/, '$1/-/i');
      const known = seen.has(kind.replace(/^PREC-\w{5}-P/, 'PREC-P'));
      seen.add(kind.replace(/^PREC-\w{5}-P/, 'PREC-P'));
      return !known;
    });
    const faults: string[] = [];
    for (const { file, html } of chosen) {
      for (const { messages } of (await validator.validateString(html)).results) {
        faults.push(...messages.map(({ line, message }) => `${file}:${line}: ${message}`));
      }
    }
    expect(chosen.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  }, 120_000);
});

describe('what audits the site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('sees dead links, dead fragments, double ids, inline code, foreign loads and addresses', () => {
    const bad = auditPage(
      'index.html',
      `<p id="a" style="x"></p><p id="a" onclick="x">ann@example.org, </p><a href="/none/">x</a><a href="#b">x</a>
       <a href="javascript:x">x</a><script>x</script><style>x</style><img src="//evil.example/x.png">
       <p>https://example.org/2005.x@example.org/ Message-ID: &lt;1@example.org&gt;</p>`,
    );
    expect(bad.doubleIds).toEqual(['a']);
    expect(bad.inline).toEqual(['p style', 'p onclick', 'javascript: link', 'script with a text', 'style element']);
    expect(bad.loads).toEqual(['//evil.example/x.png']);
    expect(mailAddresses(bad, messageIds([bad]))).toEqual(['index.html: ann@example.org']);
    expect(deadLinks([bad], folder)).toEqual(['index.html: /none/', 'index.html: #b']);
  });
});
