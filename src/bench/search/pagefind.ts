import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../../files/write.ts';
import type { SearchRecord } from '../../search/record.ts';
import { installRival } from '../install.ts';

/** The version that is compared with. */
const PAGEFIND = '1.6.0';
/** Records a folder: some file systems are slow with more. */
const TOGETHER = 500;

/** Installs Pagefind (`installRival`). */
export function installPagefind(folder: string): string | null {
  return installRival(folder, {
    name: 'Pagefind',
    version: PAGEFIND,
    manifest: { dependencies: { pagefind: PAGEFIND } },
  });
}

/**
 * Writes each record as a page, the words and filters the same as in our index, and a page with Pagefind's own interface; then
 * lets Pagefind index them. Returns null when that worked, else what Pagefind said.
 *
 * @param installed Where Pagefind is installed.
 * @param folder Where the pages go; emptied first.
 */
export function writePagefindSite(installed: string, folder: string, records: readonly SearchRecord[]): string | null {
  rmSync(folder, { recursive: true, force: true });
  for (const [number, record] of records.entries()) {
    writeFileAtomic(join(folder, 'r', String(Math.floor(number / TOGETHER)), `${number}.html`), pageOf(record));
  }
  writeFileAtomic(join(folder, 'index.html'), INTERFACE);
  writeFileAtomic(join(folder, 'start.js'), START);
  const program = join(installed, 'node_modules/pagefind/lib/runner/bin.cjs');
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, '--site', folder, '--glob', 'r/**/*.html'], {
    encoding: 'utf8',
    timeout: 600_000,
  });
  return status === 0 ? null : `Pagefind ended with ${status}: ${(stderr + stdout).trim().slice(-300)}`;
}

function pageOf({ title, text, filters }: SearchRecord): string {
  const tags = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => `<span data-pagefind-filter="${name}:${escaped(value)}"></span>`),
  );
  return `<!doctype html><html lang="en"><title>${escaped(title)}</title><main data-pagefind-body><h1>${escaped(title)}</h1><p>${text
    .map(escaped)
    .join('\n')}</p>${tags.join('')}</main></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const INTERFACE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title>
<link rel="stylesheet" href="pagefind/pagefind-ui.css"><div id="search"></div>
<script src="pagefind/pagefind-ui.js"></script><script src="start.js"></script></html>
`;
/** Its own wait after each letter is set to nothing: what is measured is the search. */
const START = `new PagefindUI({ element: '#search', showSubResults: false, showImages: false, debounceTimeoutMs: 0 });
`;
