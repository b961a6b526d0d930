import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** How a page is opened: what the reader's machine prefers and can do. */
export interface PageOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** False reads the site with scripts off. */
  readonly scripts?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** True lets the site install its service worker, which goes on loading behind the page. */
  readonly worker?: boolean;
}

/** A page of its own context, and what went wrong in it so far. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses outside the site that the page asked for; each was refused. */
  readonly foreign: readonly string[];
  /** Uncaught errors, violations of the content security policy and what else the console calls an error. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Starts the Chromium the tests run in. It reaches for nothing of its own, neither updates nor accounts. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...stringsOf(process.env), ...env },
    // The tests load pages of this project only, and a sandbox needs rights that a container does not give.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/**
 * Opens an empty page that may load from `origin` alone: every other request is refused and remembered. Nothing is kept
 * from one page to the next.
 */
export async function newPage(browser: Browser, origin: string, options: PageOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    baseURL: `${origin}/`,
    colorScheme: options.colorScheme ?? 'light',
    javaScriptEnabled: options.scripts ?? true,
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    reducedMotion: 'reduce',
    serviceWorkers: options.worker === true ? 'allow' : 'block',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const foreign: string[] = [];
  const errors: string[] = [];
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (new URL(url).origin === new URL(origin).origin) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  // Of the context, so that what further pages of it do is watched as well.
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const page = await context.newPage();
  return { page, context, foreign, errors, close: () => context.close() };
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
