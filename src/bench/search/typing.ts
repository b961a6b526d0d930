import type { Browser, Page } from 'playwright-core';
import { newPage } from '../../e2e/browser.ts';

/** A page on which one searches: where one types, and what stands there once the results do. */
export interface SearchPage {
  /** What its address begins with: that of a server, or `file://`. */
  readonly origin: string;
  readonly address: string;
  readonly field: string;
  /** The element that names what was searched for, with the results beside it. */
  readonly said: string;
  /** A result; not waited for where what was said begins with `No` or `Nothing`. */
  readonly result: string;
  /** Whether a request of the page is made for searching. */
  readonly counts: (path: string) => boolean;
}

export interface Typed {
  /** Milliseconds until the first results stood there, nothing loaded before. */
  readonly first: number;
  /** Paths of what was loaded for them, scripts and all. */
  readonly loaded: readonly string[];
  /** Milliseconds from a keystroke to its results, the first time and once everything is loaded. */
  readonly cold: readonly number[];
  readonly warm: readonly number[];
}

/** Types words letter by letter, twice, and measures inside the page. */
export async function typeWords(browser: Browser, where: SearchPage, words: readonly string[]): Promise<Typed> {
  const watched = await newPage(browser, where.origin);
  const { page } = watched;
  const loaded: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (where.counts(pathname)) loaded.push(decodeURIComponent(pathname));
  });
  if (where.origin === 'file://') await watched.context.setOffline(true);
  await page.goto(where.address);
  await page.waitForSelector(where.field);
  const [word = 'word'] = words;
  const first = await type(page, where, word);
  const forFirst = [...new Set(loaded)];
  const typed = words.flatMap((each) =>
    Array.from({ length: each.length - 1 }, (_, letters) => each.slice(0, letters + 2)),
  );
  const pass = async (): Promise<number[]> => {
    const times: number[] = [];
    for (const text of typed) times.push(await type(page, where, text));
    return times;
  };
  const cold = await pass();
  const warm = await pass();
  await watched.close();
  return { first, loaded: forFirst, cold, warm };
}

/** Puts text into the field and waits for its results. */
function type(page: Page, { field, said, result }: SearchPage, text: string): Promise<number> {
  return page.evaluate(
    async ([fieldAt, saidAt, resultAt, q]) => {
      const input = document.querySelector(fieldAt);
      if (!(input instanceof HTMLInputElement)) throw new Error(`there is no field ${fieldAt}`);
      const there = () => {
        const words = document.querySelector(saidAt)?.textContent ?? '';
        if (!new RegExp(`for “?${q}\\b`).test(words)) return false;
        return /^\s*No/.test(words) || document.querySelector(resultAt) !== null;
      };
      const done = new Promise<void>((resolve, reject) => {
        setTimeout(() => reject(new Error(`no results for ${q} after half a minute`)), 30_000);
        const observer = new MutationObserver(() => {
          if (!there()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
      });
      const began = performance.now();
      input.focus();
      input.value = q;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await done;
      return performance.now() - began;
    },
    [field, said, result, text] as const,
  );
}
