import { posix } from 'node:path';
import { Parser } from 'htmlparser2';
import type { Finding } from '../model/problem.ts';

/** What the check asks of one file; plain data, so that a thread can hand it over. */
export interface FileFacts {
  /** What is wrong with the file by itself. */
  readonly faults: readonly string[];
  /** Places and links of a page; null for every other file. */
  readonly page: { readonly ids: readonly string[]; readonly links: readonly string[] } | null;
}

/** Names that Windows reserves, whatever ending they have. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const PORTABLE = /^[A-Za-z0-9._-]+$/;
/** Path lengths beyond this fail to unpack in older Windows, where a folder of the reader's comes before it. */
const LONGEST_PATH = 180;

/**
 * Checks that a site works where it is opened from a folder by double click: no link from the root, no module, nothing
 * fetched or loaded from elsewhere, no link to a missing file or anchor, no name that some file system refuses.
 *
 * @param files What `factsOf` says of each file, by path with slashes.
 */
export function checkFolder(files: ReadonlyMap<string, FileFacts>): Finding[] {
  const places = new Map<string, ReadonlySet<string>>();
  return [
    ...[...files].flatMap(([path, { faults, page }]) => [
      ...faults.map((what) => fault(path, what)),
      ...linkFaults(path, page?.links ?? []),
    ]),
    ...nameFaults([...files.keys()]),
  ];

  function linkFaults(path: string, links: readonly string[]): Finding[] {
    return links.flatMap((link) => {
      const what = deadLink(path, link);
      return what === null ? [] : [fault(path, what)];
    });
  }

  function deadLink(path: string, link: string): string | null {
    if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return null;
    const [, before = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?#?(.*)$/s.exec(link) ?? [];
    if (before.startsWith('/')) return `links from the root: ${link}`;
    const target = before === '' ? path : posix.join(posix.dirname(path), decode(before));
    const there = files.get(target);
    if (there === undefined) return `links to a file that is not there: ${link}`;
    if (fragment === '' || there.page === null || idsOf(target, there.page.ids).has(decode(fragment))) return null;
    return `links to a place that is not there: ${link}`;
  }

  function idsOf(path: string, ids: readonly string[]): ReadonlySet<string> {
    const known = places.get(path) ?? new Set(ids);
    places.set(path, known);
    return known;
  }
}

/** Reads what the check asks of a file. */
export function factsOf(path: string, bytes: Uint8Array): FileFacts {
  return path.endsWith('.html') ? readPage(text(bytes)) : { faults: codeFaults(path, bytes), page: null };
}

function readPage(html: string): FileFacts {
  const ids = new Set<string>();
  const links = new Set<string>();
  const faults: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, href, src, action, type, rel } = attributes;
      if (id !== undefined) ids.add(id);
      for (const link of [href, src, action]) if (link !== undefined) links.add(link);
      if (name === 'script' && type === 'module')
        faults.push('holds a module script, which no browser loads from a folder');
      const loads = name === 'link' && /\b(?:stylesheet|preload|icon)\b/.test(rel ?? '') ? href : src;
      if (loads !== undefined && /^(?:https?:)?\/\//i.test(loads)) faults.push(`loads from elsewhere: ${loads}`);
      if (rel === 'preload') faults.push('fetches ahead, which is refused in a folder');
    },
  });
  parser.write(html);
  parser.end();
  return { faults, page: { ids: [...ids], links: [...links] } };
}

function codeFaults(path: string, bytes: Uint8Array): string[] {
  if (path.endsWith('.css')) {
    const bad = /url\(["']?(?:\/|https?:)[^)]{0,80}/.exec(text(bytes));
    return bad === null ? [] : [`loads from the root or from elsewhere: ${bad[0]}`];
  }
  // The files of the index are data with a quotation anywhere in them.
  if (!path.endsWith('.js') || /^search\/[0-9a-f]{12}\//.test(path)) return [];
  const bad = /(?<![\w$.])(?:fetch|importScripts|import)\s*\(|\bnew (?:Shared)?Worker\b|^\s*(?:import|export)\s/m.exec(
    text(bytes),
  );
  return bad === null ? [] : [`needs a server: ${bad[0].trim()}`];
}

function nameFaults(paths: readonly string[]): Finding[] {
  const folded = new Map<string, string>();
  return paths.flatMap((path) => {
    const found: Finding[] = [];
    const other = folded.get(path.toLowerCase());
    folded.set(path.toLowerCase(), path);
    if (other !== undefined) found.push(fault(path, `is the same file as ${other} where case does not count`));
    if (path.length > LONGEST_PATH) found.push(fault(path, 'has too long a path'));
    const bad = path.split('/').find((name) => !PORTABLE.test(name) || RESERVED.test(name) || name.endsWith('.'));
    if (bad !== undefined) found.push(fault(path, `has a name that some system refuses: ${bad}`));
    return found;
  });
}

function fault(file: string, what: string): Finding {
  return {
    code: 'folder-broken',
    what,
    where: { file },
    mend: 'the unzipped site would not work there; mend the page or src/offline/',
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
