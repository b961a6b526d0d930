import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../../e2e/browser.ts';
import { serveFolder } from '../../e2e/server.ts';
import { writeFileAtomic } from '../../files/write.ts';
import { folderFile, folderPaths } from '../../offline/folder.ts';
import { loadKnowledge } from '../../records/load.ts';
import { type SearchIndexReport, writeSearchIndex } from '../../search/build.ts';
import type { SearchRecord } from '../../search/record.ts';
import { searchRecords } from '../../search/records.ts';
import { writeSearchScripts } from '../../search/scripts.ts';
import { writeProject } from '../corpus/project.ts';
import { type Bench, type Figure, type Measurement, median, percentile, skipped } from '../measurement.ts';
import { installPagefind, writePagefindSite } from '../search/pagefind.ts';
import { type SearchPage, type Typed, typeWords } from '../search/typing.ts';

/** Positions of one generated decision. */
const EACH = 6;
/** Words typed letter by letter. */
const TYPED = 15;
/** Fewer of them where it is slow: it is the same words. */
const TYPED_BESIDE = 5;
/** Most that the first search may load, in kB, by the number of positions. */
const FIRST_SEARCH = new Map([
  [1000, 110],
  [10_000, 160],
]);
/** Most milliseconds to the first result in a folder that was opened by double click. */
const FIRST_RESULT = 150;

/** Searching in a real browser: from the keystroke to the results on the page, and what must be loaded for it. */
export const search: Measurement = {
  name: 'search',
  what: 'searching generated positions in Chromium, hosted, unzipped, and beside Pagefind and its own interface',
  run: async (bench) => {
    if (!existsSync(join(bench.dist, 'search/index.html'))) {
      return [skipped('search', `there is no site in ${bench.dist}: run npm run build`)];
    }
    const figures: Figure[] = [];
    for (const positions of bench.quick ? [100, 1000] : [100, 1000, 10_000])
      figures.push(...(await searchAt(bench, positions)));
    return figures;
  },
};

async function searchAt(bench: Bench, positions: number): Promise<Figure[]> {
  const records = searchRecords(await loadKnowledge(writeProject(bench.workshop, Math.ceil(positions / EACH))));
  const served = join(bench.workshop, 'search');
  const { index, seconds } = await writeOurs(bench.dist, served, records);
  const unzipped = join(bench.workshop, 'search unzipped');
  rmSync(unzipped, { recursive: true, force: true });
  for (const path of folderPaths(served))
    writeFileAtomic(join(unzipped, path), folderFile(path, readFileSync(join(served, path)), '/'));
  const words = wordsOf(records);
  const at = `at ${positions.toLocaleString('en')} positions`;
  return [
    ...hostedFigures(positions, at, index, seconds, await usePage(served, ours, words)),
    ...unzippedFigures(at, await useFolder(unzipped, words)),
    ...(await besidePagefind(bench, at, records, words.slice(0, TYPED_BESIDE))),
  ];
}

/** The search page with its styles as it is; only what it searches is generated. */
async function writeOurs(
  dist: string,
  folder: string,
  records: readonly SearchRecord[],
): Promise<{ index: SearchIndexReport; seconds: number }> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['search', '_astro', 'scripts', 'fonts', 'favicon.svg']) {
    if (existsSync(join(dist, name))) cpSync(join(dist, name), join(folder, name), { recursive: true });
  }
  await writeSearchScripts(folder);
  const began = performance.now();
  const index = writeSearchIndex(folder, records);
  return { index, seconds: (performance.now() - began) / 1000 };
}

const OURS = { field: '#search-q', said: '#search-summary', result: '#search-results .hit' } as const;

/** Every file below the folder of the search is loaded for searching, but for the page itself. */
function ours(origin: string): SearchPage {
  const counts = (path: string) => /^\/search\/./.test(path);
  return { ...OURS, origin, address: `${origin}/search/`, counts };
}

function theirs(origin: string): SearchPage {
  return {
    origin,
    address: `${origin}/`,
    field: '.pagefind-ui__search-input',
    said: '.pagefind-ui__message',
    result: '.pagefind-ui__result-link',
    counts: (path) => path.startsWith('/pagefind/'),
  };
}

interface Used extends Typed {
  /** kB that travelled for the first search, compressed. */
  readonly weight: number;
}

async function usePage(folder: string, page: (origin: string) => SearchPage, words: readonly string[]): Promise<Used> {
  const server = await serveFolder(folder);
  const browser = await openBrowser();
  try {
    const typed = await typeWords(browser, page(server.origin), words);
    return { ...typed, weight: typed.loaded.reduce((sum, path) => sum + sizeOf(folder, path), 0) / 1024 };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function useFolder(folder: string, words: readonly string[]): Promise<Typed> {
  const browser = await openBrowser();
  try {
    const address = pathToFileURL(join(folder, 'search/index.html')).href;
    return await typeWords(browser, { ...OURS, origin: 'file://', address, counts: () => true }, words);
  } finally {
    await browser.close();
  }
}

async function besidePagefind(
  bench: Bench,
  at: string,
  records: readonly SearchRecord[],
  words: readonly string[],
): Promise<Figure[]> {
  const installed = join(bench.workshop, 'pagefind');
  const site = join(bench.workshop, 'pagefind-site');
  const missing = installPagefind(installed) ?? writePagefindSite(installed, site, records);
  if (missing !== null) return [skipped(`Pagefind ${at}`, missing)];
  const used = await usePage(site, theirs, words);
  return [
    {
      label: `Pagefind: keystroke to results, 95 of 100, ${at}`,
      value: percentile(used.warm, 0.95),
      unit: 'ms',
      note: `median ${median(used.warm).toFixed(1)}; its own interface without its wait of 300 ms; from a folder it does not run`,
    },
    {
      label: `Pagefind: first search over the wire ${at}`,
      value: used.weight,
      unit: 'kB',
      note: `results after ${Math.round(used.first)} ms`,
    },
  ];
}

/** Bytes of a file as a server would send it. */
function sizeOf(folder: string, path: string): number {
  const file = join(folder, path);
  if (!existsSync(file)) return 0;
  const bytes = readFileSync(file);
  return Math.min(bytes.length, gzipSync(bytes).length);
}

/** Words of positions spread over all of them, none twice, long enough to be worth typing. */
function wordsOf(records: readonly SearchRecord[]): string[] {
  const positions = records.filter(({ kind }) => kind === 'position');
  const step = Math.max(1, Math.floor(positions.length / (TYPED * 2)));
  const words = positions.flatMap(({ text }, index) => {
    const word = index % step === 0 ? text.join(' ').match(/\b[a-z]{5,9}\b/)?.[0] : undefined;
    return word === undefined ? [] : [word];
  });
  return [...new Set(words)].slice(0, TYPED);
}

function hostedFigures(positions: number, at: string, index: SearchIndexReport, seconds: number, used: Used): Figure[] {
  const most = FIRST_SEARCH.get(positions);
  return [
    {
      label: `keystroke to results, 95 of 100, ${at}`,
      value: percentile(used.warm, 0.95),
      unit: 'ms',
      budget: { most: 16 },
      note: `median ${median(used.warm).toFixed(1)}; while the index loads ${percentile(used.cold, 0.95).toFixed(1)}`,
    },
    {
      label: `first search over the wire ${at}`,
      value: used.weight,
      unit: 'kB',
      ...(most === undefined ? {} : { budget: { most } }),
      note: `script and all; results after ${Math.round(used.first)} ms`,
    },
    {
      label: `index ${at}`,
      value: index.gzipBytes / 1024,
      unit: 'kB',
      note: `compressed; written in ${seconds.toFixed(1)} s`,
    },
  ];
}

function unzippedFigures(at: string, used: Typed): Figure[] {
  return [
    {
      label: `unzipped: first result ${at}`,
      value: used.first,
      unit: 'ms',
      budget: { most: FIRST_RESULT },
      note: 'from the keystroke, nothing of the index loaded before, no network',
    },
    {
      label: `unzipped: keystroke to results, 95 of 100, ${at}`,
      value: percentile(used.warm, 0.95),
      unit: 'ms',
      budget: { most: 16 },
    },
  ];
}
