import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Checkout, PLAIN_ENV } from '../hostile/checkout.ts';
import { loadKnowledge } from '../records/load.ts';
import { shapes } from '../withdrawing/__fixtures__/shapes.ts';

/** Everything in a built site by its name, the archive and the database taken apart as well. */
function everything(dist: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const one of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!one.isFile()) continue;
    const path = join(one.parentPath, one.name);
    const bytes = readFileSync(path);
    files.set(path.slice(dist.length + 1), bytes.toString('utf8'));
    if (path.endsWith('.zip')) for (const [name, text] of unzipped(bytes)) files.set(`zip: ${name}`, text);
    if (path.endsWith('.sqlite')) files.set(`rows of ${one.name}`, rowsOf(path));
  }
  return files;
}

/** The members of a zip archive (APPNOTE 6.3.10 §4.3.7), stored or deflated. */
function* unzipped(zip: Buffer): Generator<[string, string]> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(begin, begin + size);
    yield [
      zip.toString('utf8', at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(data) : data).toString('utf8'),
    ];
    at += 46 + name + extra + comment;
  }
}

function rowsOf(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.map(({ name }) => JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).all()));
  database.close();
  return rows.join('\n');
}

/** Text without markup, entities, quote marks and line breaks, so that words are found however a format writes them. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:quot|#34|#x22);/g, '"')
    .replace(/\\["n]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase();
}

/** What is kept from one run to the next, in the checkout. */
const KEPT = '.cache/kept';
/** As many words in a row are nobody else's. */
const ROW = 8;

function rows(text: string): string[] {
  const words = plain(text).trim().split(' ');
  return words.slice(0, Math.max(words.length - ROW + 1, 0)).map((_, at) => words.slice(at, at + ROW).join(' '));
}

/** The position with most words, none of which our own prose repeats. */
async function longestQuotation(root: string): Promise<{ id: string; pieces: string[] }> {
  const { decisions, records } = await loadKnowledge(root);
  const prose = plain(records.map(({ body }) => body).join(' '));
  const all = decisions.flatMap((decision) =>
    decision.positions
      .filter(({ withdrawn, review }) => withdrawn === undefined && review !== 'rejected')
      .map(({ id, evidence }) => ({ id: `${decision.id}-${id}`, pieces: rows(evidence.exact) })),
  );
  const quiet = all.filter(({ pieces }) => pieces.length > 0 && !pieces.some((piece) => prose.includes(piece)));
  const [longest] = quiet.toSorted((a, b) => b.pieces.length - a.pieces.length);
  if (longest === undefined) throw new Error('no position is long enough');
  return longest;
}

function namesThatSay(files: ReadonlyMap<string, string>, pieces: readonly string[]): string[] {
  return [...files]
    .filter(([, text]) =>
      shapes(text)
        .map(plain)
        .some((shape) => pieces.some((piece) => shape.includes(piece))),
    )
    .map(([name]) => name);
}

describe('a site built after a position was withdrawn', { timeout: 600_000 }, () => {
  let checkout: Checkout;
  let target: { id: string; pieces: string[] };
  let before: Map<string, string>;
  let after: Map<string, string>;
  let keptBefore: Map<string, string>;

  function kept(): Map<string, string> {
    return everything(join(checkout.root, KEPT));
  }

  function run(script: string, ...args: string[]) {
    return spawnSync(process.execPath, [checkout.script(script), ...args], {
      cwd: checkout.root,
      encoding: 'utf8',
      env: { ...PLAIN_ENV, PRECEDENT_CACHE: KEPT },
    });
  }

  function built(): Map<string, string> {
    const { status, stderr } = run('build');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return everything(join(checkout.root, 'dist'));
  }

  beforeAll(async () => {
    checkout = new Checkout();
    target = await longestQuotation(checkout.root);
    before = built();
    keptBefore = kept();
    run('withdraw', target.id, '--reason', 'author-request', '--date', '2026-11-21');
    after = built();
  }, 600_000);
  afterAll(() => {
    checkout.remove();
  });

  it('had said the words in pages, in every kind of file for machines and in the archive', () => {
    const kinds = new Set(namesThatSay(before, target.pieces).map((name) => name.slice(name.lastIndexOf('.') + 1)));
    for (const kind of ['html', 'json', 'md', 'bib', 'ris', 'csv', 'js', 'sqlite']) expect(kinds).toContain(kind);
    expect(namesThatSay(before, target.pieces).some((name) => name.startsWith('zip: '))).toBe(true);
    const keeping = namesThatSay(keptBefore, target.pieces).map((name) => name.split(/[\\/]/)[0]);
    expect(new Set(keeping)).toEqual(new Set(['documents', 'positions', 'records', 'diagrams']));
  });

  it('says them nowhere', () => {
    expect(namesThatSay(after, target.pieces)).toEqual([]);
    expect(namesThatSay(kept(), target.pieces)).toEqual([]);
  });

  it('answers at the address with why, and passes its own checks', () => {
    expect(after.get(`${target.id}/index.html`)).toContain('Its author asked for it.');
    expect(run('verify').status).toBe(0);
    expect(run('extract', '--check').stdout).not.toContain(target.pieces[0] ?? '');
  });
});
