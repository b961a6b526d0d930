import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, type Measurement, skipped } from '../measurement.ts';

const KB = 1024;

/** What a reader's browser loads for a decision page of the built site, before touching anything. */
export const pages: Measurement = {
  name: 'pages',
  what: 'the weight of the decision pages of the built site, compressed',
  run: async ({ dist }) => {
    const names = existsSync(dist) ? readdirSync(dist).filter((name) => /^PREC-[0-9A-Z]{5}$/.test(name)) : [];
    const htmls = names.map((name) => readFileSync(join(dist, name, 'index.html'), 'utf8'));
    const [first] = htmls;
    if (first === undefined) return [skipped('decision pages', `there is no site in ${dist}: run npm run build`)];
    const foreign = htmls.filter(asksElsewhere).length;
    return [
      heaviest(
        'HTML',
        htmls.map((html) => gzipSync(html).length),
        14,
      ),
      heaviest(
        'style sheets',
        htmls.map((html) => weigh(dist, styles(html))),
        10,
      ),
      heaviest(
        'scripts',
        htmls.map((html) => weigh(dist, scripts(html))),
        8,
      ),
      { label: 'decision pages that load from elsewhere', value: foreign, unit: 'pages', budget: { most: 0 } },
    ];
  },
};

function heaviest(what: string, bytes: readonly number[], most: number): Figure {
  const over = bytes.filter((size) => size > most * KB).length;
  const note = `${bytes.length} pages, ${over} over the budget`;
  return {
    label: `${what} of the heaviest decision page`,
    value: Math.max(...bytes) / KB,
    unit: 'kB',
    budget: { most },
    note,
  };
}

function styles(html: string): string[] {
  return [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>/g)].flatMap(([tag]) => attribute(tag, 'href'));
}

function scripts(html: string): string[] {
  return [...html.matchAll(/<script[^>]*\ssrc=[^>]*>/g)].flatMap(([tag]) => attribute(tag, 'src'));
}

function attribute(tag: string, name: string): string[] {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? [] : [value];
}

function weigh(dist: string, addresses: readonly string[]): number {
  return addresses.reduce(
    (sum, address) => sum + gzipSync(readFileSync(join(dist, address.replace(/[?#].*/, '')))).length,
    0,
  );
}

function asksElsewhere(html: string): boolean {
  const loaded = [
    ...styles(html),
    ...scripts(html),
    ...[...html.matchAll(/<(?:img|iframe|source)[^>]*>/g)].flatMap(([tag]) => attribute(tag, 'src')),
  ];
  return loaded.some((address) => /^(?:[a-z]+:)?\/\//i.test(address));
}
