import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

/** What a built page links to, can be linked to by, and must not hold. */
export interface AuditedPage {
  /** Path in the built folder, such as `terms/nbd/index.html`. */
  readonly file: string;
  readonly html: string;
  readonly ids: ReadonlySet<string>;
  readonly doubleIds: readonly string[];
  readonly links: readonly string[];
  /** Addresses that the browser loads by itself. */
  readonly loads: readonly string[];
  /** Inline code: `style` and `on…` attributes, style elements, scripts with a text of their own, `javascript:` links. */
  readonly inline: readonly string[];
  /** Text as a reader sees it. */
  readonly text: string;
}

/** The links by which a browser loads something. */
const LOADING = /^(?:stylesheet|preload|modulepreload|prefetch|icon|manifest)$/;

/** Reads all pages of a built site, in the order of their names. */
export function auditPages(dist: string): AuditedPage[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((file) => auditPage(file, readFileSync(join(dist, file), 'utf8')));
}

/** Reads one page: its ids, its links, what it loads and runs, and what it says. */
export function auditPage(file: string, html: string): AuditedPage {
  const ids = new Set<string>();
  const doubleIds: string[] = [];
  const links: string[] = [];
  const loads: string[] = [];
  const inline: string[] = [];
  const texts: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      const { id, href, src, action } = attributes;
      if (id !== undefined && ids.has(id)) doubleIds.push(id);
      if (id !== undefined) ids.add(id);
      for (const address of [href, src, action]) if (address !== undefined) links.push(address);
      if (src !== undefined) loads.push(src);
      if (name === 'link' && href !== undefined && LOADING.test(attributes.rel ?? '')) loads.push(href);
      for (const key of Object.keys(attributes))
        if (key === 'style' || key.startsWith('on')) inline.push(`${name} ${key}`);
      if (name === 'style') inline.push('style element');
      if (/^\s*javascript:/i.test(href ?? '')) inline.push('javascript: link');
    },
    ontext(text) {
      if (open.at(-1) === 'script' && text.trim() !== '') inline.push('script with a text');
      else texts.push(text);
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.write(html);
  parser.end();
  return { file, html, ids, doubleIds, links, loads, inline, text: texts.join('') };
}

/** Links of the site that lead to no file of it, or to a fragment that its page does not have. */
export function deadLinks(pages: readonly AuditedPage[], dist: string): string[] {
  const idsOf = new Map(pages.map(({ file, ids }) => [file, ids]));
  return pages.flatMap(({ file, links }) =>
    links.flatMap((link) => {
      const url = new URL(link, `http://site/${file.replace(/index\.html$/, '')}`);
      if (url.host !== 'site') return [];
      const path = decodeURIComponent(url.pathname).slice(1);
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const fragment = decodeURIComponent(url.hash.slice(1));
      const found = existsSync(join(dist, target)) && (fragment === '' || idsOf.get(target)?.has(fragment));
      return found ? [] : [`${file}: ${link}`];
    }),
  );
}
