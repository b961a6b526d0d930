import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { newPage, openBrowser } from '../../e2e/browser.ts';
import { serveFolder } from '../../e2e/server.ts';
import { loadKnowledge } from '../../records/load.ts';
import { type SearchIndexReport, writeSearchIndex } from '../../search/build.ts';
import type { SearchRecord } from '../../search/record.ts';
import { searchRecords } from '../../search/records.ts';
import { writeSearchScripts } from '../../search/scripts.ts';
import { writeProject } from '../corpus/project.ts';
import { type Bench, type Figure, type Measurement, median, percentile, skipped } from '../measurement.ts';

/** Positions of one generated decision. */
const EACH = 6;
/** Words typed letter by letter. */
const TYPED = 15;
/** Most that the first search may load, in kB, by the number of positions. */
const FIRST_SEARCH = new Map([
  [1000, 110],
  [10_000, 160],
]);

/** Searching in a real browser: from the keystroke to the results on the page, and what must be loaded for it. */
export const search: Measurement = {
  name: 'search',
  what: 'searching generated positions in Chromium, from the keystroke to the results',
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
  const knowledge = await loadKnowledge(writeProject(bench.workshop, Math.ceil(positions / EACH)));
  const records = searchRecords(knowledge);
  const folder = join(bench.workshop, 'search');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The search page with its styles as it is; only what it searches is generated.
  for (const name of ['search', '_astro', 'scripts', 'fonts', 'favicon.svg']) {
    if (existsSync(join(bench.dist, name))) cpSync(join(bench.dist, name), join(folder, name), { recursive: true });
  }
  await writeSearchScripts(folder);
  const began = performance.now();
  const index = await writeSearchIndex(folder, records);
  const seconds = (performance.now() - began) / 1000;
  const used = await useSearch(folder, wordsOf(records));
  return figuresOf(positions, index, seconds, used);
}

interface Used {
  /** kB that travelled for the first search, compressed. */
  readonly first: number;
  readonly firstTime: number;
  readonly cold: readonly number[];
  readonly warm: readonly number[];
}

async function useSearch(folder: string, words: readonly string[]): Promise<Used> {
  const server = await serveFolder(folder);
  const browser = await openBrowser();
  try {
    const { page } = await newPage(browser, server.origin);
    await page.goto('/search/');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    const [word = 'word'] = words;
    const firstTime = await type(page, word);
    const first = loaded.reduce((sum, path) => sum + sizeOf(folder, path), 0) / 1024;
    const typed = words.flatMap((each) =>
      Array.from({ length: each.length - 1 }, (_, letters) => each.slice(0, letters + 2)),
    );
    const pass = async (): Promise<number[]> => {
      const times: number[] = [];
      for (const text of typed) times.push(await type(page, text));
      return times;
    };
    return { first, firstTime, cold: await pass(), warm: await pass() };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Puts text into the field and waits for its results. Returns milliseconds, measured inside the page. */
function type(page: Page, text: string): Promise<number> {
  return page.evaluate(async (q) => {
    const input = document.getElementById('search-q');
    const summary = document.getElementById('search-summary');
    if (!(input instanceof HTMLInputElement) || summary === null) throw new Error('this is not the search page');
    const done = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!(summary.textContent ?? '').includes(q)) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(summary, { childList: true, characterData: true, subtree: true });
    });
    const began = performance.now();
    input.focus();
    input.value = q;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await done;
    return performance.now() - began;
  }, text);
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

function figuresOf(positions: number, index: SearchIndexReport, seconds: number, used: Used): Figure[] {
  const at = `at ${positions.toLocaleString('en')} positions`;
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
      value: used.first,
      unit: 'kB',
      ...(most === undefined ? {} : { budget: { most } }),
      note: `results after ${Math.round(used.firstTime)} ms`,
    },
    {
      label: `index ${at}`,
      value: index.gzipBytes / 1024,
      unit: 'kB',
      note: `compressed; written in ${seconds.toFixed(1)} s`,
    },
  ];
}
