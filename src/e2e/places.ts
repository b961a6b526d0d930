import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { writeFileAtomic } from '../files/write.ts';
import { ARCHIVE } from '../offline/index.ts';
import { readZip } from '../offline/zip.ts';
import type { PageOptions, WatchedPage } from './browser.ts';
import { DIST, useSite } from './site.ts';
import { useBrowser } from './use-browser.ts';

/** A place from which the site is read: a server, or a folder that was opened by double click. */
export interface Place {
  /** Opens a page by its address from the root of the site, such as `/search/?q=x`. */
  open(address: string, options?: PageOptions): Promise<WatchedPage>;
  /** The address from the root of the site that an address of this place stands for. */
  addressOf(url: string): string;
}

/** The site as a server gives it. */
export function hosted(): Place {
  const site = useSite();
  return {
    open: (address, options) => site.open(address, options),
    addressOf: (url) => url.slice(site.origin.length),
  };
}

/** The folder in which the archive was unpacked, under a path with a blank and letters that addresses escape. */
export interface Folder extends Place {
  /** Where the archive was unpacked. */
  readonly path: string;
}

/** The archive, unzipped and opened as files, without a network. */
export function unzipped(): Folder {
  let parent = '';
  const browser = useBrowser();
  const path = () => join(parent, 'Größe des Archivs');
  const top = () => `${pathToFileURL(join(path(), 'precedent')).href}/`;
  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'precedent-folder-'));
    for (const entry of readZip(readFileSync(join(DIST, ARCHIVE))))
      writeFileAtomic(join(path(), entry.path), entry.bytes);
  });
  afterAll(() => rmSync(parent, { recursive: true }));
  return {
    get path() {
      return path();
    },
    async open(address, options) {
      const watched = await browser.newPage('file://', options);
      await watched.context.setOffline(true);
      await watched.page.goto(new URL(address.slice(1).replace(/(^|\/)(?=[?#]|$)/, '$1index.html'), top()).href);
      return watched;
    },
    addressOf: (url) => `/${url.slice(top().length).replace(/(^|\/)index\.html(?=[?#]|$)/, '$1')}`,
  };
}
