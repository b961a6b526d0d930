import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packings } from '../archive/__fixtures__/packings.ts';
import type { Place } from '../archive/places.ts';
import { generateMail } from '../bench/corpus/mail.ts';
import { makeRandom } from '../bench/corpus/random.ts';
import { extractPositions } from '../extraction/index.ts';
import { sha256 } from '../model/digest.ts';
import { attributePlace } from '../records/document.ts';
import { documentJson } from '../records/document-json.ts';
import { runJobs } from './jobs.ts';
import { mergeParts } from './merge.ts';
import { partFile } from './part.ts';
import { makePlan, type OpenPlan, unitsIn } from './plan.ts';
import { jsonSink, textSink } from './sinks.ts';
import { doShard } from './work.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** Small enough that the mailbox below is read thread by thread. */
const WHOLE = 20_000;

let folder: string;
let file: string;

/** Generated mails, none of which answers one that it does not name: such a mail is a conversation of its own. */
function mails(seed: number, count: number): string[] {
  const texts: string[] = [];
  const dropped = new Set<string>();
  for (const { id, text, subject, references } of generateMail(makeRandom(seed))) {
    const stray = subject.startsWith('Re: ') && references.length === 0;
    if (stray || references.some((reference) => dropped.has(reference))) {
      dropped.add(id);
      continue;
    }
    texts.push(`From mboxrd@z Thu Jan  1 00:00:00 1970\n${text}\n`);
    if (texts.length === count) break;
  }
  return texts;
}

/** A digest, whose messages lie in one mail and belong to two conversations, and a mail that came in twice. */
function oddMails(texts: readonly string[]): string[] {
  const rule = `${'-'.repeat(30)}\n\n`;
  const enclosed = ['Ann Example', 'Ben Example'].map(
    (name, index) =>
      `${rule}Date: Mon, 1 Jun 2015 10:0${index}:00 +0000\nFrom: ${name} <${index}@example.org>\nSubject: Caches ${index}\n\nI think we should ${index === 0 ? 'add' : 'drop'} the write-back cache, because it is slow.\n\n`,
  );
  const digest = `From x@example.org Mon Jun  1 10:00:00 2015\nFrom: list@example.org\nSubject: example Digest, Vol 1\nDate: Mon, 1 Jun 2015 11:00:00 +0000\n\nTopics\n\n${'-'.repeat(70)}\n\n${enclosed.join('')}\n`;
  return [digest, texts[3] ?? ''];
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-sharding-'));
  file = join(folder, 'list.mbox');
  const texts = mails(7, 60);
  writeFileSync(file, [...texts, ...oddMails(texts)].join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withPlan<T>(paths: readonly string[], work: (open: OpenPlan) => Promise<T>, whole = WHOLE): Promise<T> {
  const open = await makePlan(paths, { whole });
  try {
    return await work(open);
  } finally {
    open.end();
  }
}

/** The parts of so many shards, as files. */
function partsOf(paths: readonly string[], of: number, name = 'part'): Promise<string[]> {
  return withPlan(paths, async ({ plan }) => {
    const files: string[] = [];
    for (let number = 1; number <= of; number += 1) {
      const path = join(folder, `${name}-${number}-of-${of}.jsonl`);
      const { part, close } = partFile(path);
      await doShard(plan, { number, of }, [], part);
      close();
      files.push(path);
    }
    return files;
  });
}

/** The digest of what the parts give: where it differs, megabytes of text would tell nobody anything. */
function digestOf(parts: readonly string[]): string {
  return sha256(merged(parts));
}

function merged(parts: readonly string[], makeSink = jsonSink): string {
  let text = '';
  mergeParts(
    parts,
    makeSink((more) => (text += more)),
  );
  return text;
}

async function wholeText(path: string, kind: Place['kind'] = 'file'): Promise<string> {
  const { document } = await attributePlace({ name: path, kind });
  if (document === null) throw new Error(`${path} cannot be read`);
  return `${JSON.stringify(documentJson(path, document, extractPositions(document.messages, [])))}\n`;
}

describe('a mailbox read thread by thread', () => {
  it('gives every message and line as reading it whole does', async () => {
    const messagesIn = (text: string): string => sha256(JSON.stringify(JSON.parse(text).messages));
    expect(messagesIn(merged(await partsOf([file], 1)))).toBe(messagesIn(await wholeText(file)));
  });

  it('gives the bytes that reading it whole gives, where all is one conversation', async () => {
    const rootOf = (text: string): string =>
      (/^References: (\S+)/m.exec(text) ?? /^Message-ID: (\S+)$/m.exec(text))?.[1] ?? '';
    const threads = [...Map.groupBy(mails(7, 120), rootOf).values()];
    const thread = threads.toSorted((a, b) => b.length - a.length)[0] ?? [];
    expect(thread.length).toBeGreaterThan(2);
    const one = join(folder, 'one.mbox');
    writeFileSync(one, thread.join(''));
    expect(digestOf(await partsOf([one], 2, 'one'))).toBe(sha256(await wholeText(one)));
  });

  it('gives the same bytes in any number of shards, in whatever order their parts are named', async () => {
    const once = digestOf(await partsOf([file], 1));
    for (const of of [2, 3, 7]) expect(digestOf((await partsOf([file], of)).toReversed())).toBe(once);
  });

  it('gives the same bytes in worker threads', async () => {
    let text = '';
    await withPlan([file], ({ plan }) =>
      runJobs(
        plan,
        2,
        [],
        jsonSink((more) => (text += more)),
      ),
    );
    expect(sha256(text)).toBe(digestOf(await partsOf([file], 1)));
  });

  it.each(packings())('gives the same when it is packed by $name', async ({ name, pack }) => {
    const packed = join(folder, `list.mbox.${name}`);
    writeFileSync(packed, pack(readFileSync(file)));
    await withPlan([packed], async ({ plan }) => expect(plan.documents[0]?.mailbox).not.toBeNull());
    const told = merged(await partsOf([packed], 2, 'packed')).replace(packed, file);
    expect(sha256(told)).toBe(digestOf(await partsOf([file], 1)));
  });

  it.each(packings())(
    'gives what comes before the damage when it is cut off, packed by $name',
    async ({ name, pack }) => {
      const cut = join(folder, `cut.mbox.${name}`);
      // Packed in pieces, as an archive that grew is: a program that packs in large blocks gives nothing of half a block.
      const bytes = readFileSync(file);
      const half = pack(bytes.subarray(0, bytes.length / 2));
      writeFileSync(cut, Buffer.concat([half, pack(bytes.subarray(bytes.length / 2)).subarray(0, 60)]));
      const parts = await partsOf([cut], 2, 'cut');
      const codes = mergeParts(
        parts,
        jsonSink(() => {}),
      ).map(({ code }) => code);
      expect(codes).toContain('unpack-damaged');
      expect(JSON.parse(merged(parts)).messages.length).toBeGreaterThan(20);
    },
  );

  it('is not unpacked beyond all measure, and told', async () => {
    const bomb = join(folder, 'bomb.mbox.gz');
    writeFileSync(
      bomb,
      gzipSync(
        Buffer.concat([
          Buffer.from('From a@b Mon Jun  1 00:00:00 2015\nFrom: A <a@b>\nDate: x\n\n'),
          Buffer.alloc(100_000_000),
        ]),
      ),
    );
    const parts = await partsOf([bomb], 2, 'bomb');
    expect(
      mergeParts(
        parts,
        jsonSink(() => {}),
      ),
    ).toMatchObject([{ code: 'unpack-failed', where: { file: bomb } }]);
  });

  it('may be a Maildir or a public-inbox repository, and gives what reading it whole gives', async () => {
    const texts = mails(7, 40).map((text) => text.replace(/^From .*\n/, ''));
    const maildir = join(folder, 'maildir');
    for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, name), { recursive: true });
    texts.forEach((text, at) => {
      writeFileSync(join(maildir, at % 2 === 0 ? 'cur' : 'new', `${1000 + at}`), text);
    });
    const repository = join(folder, 'inbox.git');
    mkdirSync(repository);
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.example', ...args], { cwd: repository });
    git('init', '-q');
    for (const text of texts) {
      writeFileSync(join(repository, 'm'), text);
      git('add', 'm');
      git('commit', '-q', '-m', 'x');
    }
    const messagesIn = (text: string): string => sha256(JSON.stringify({ ...JSON.parse(text), positions: [] }));
    for (const [path, kind] of [
      [maildir, 'maildir'],
      [repository, 'public-inbox'],
    ] as const) {
      await withPlan([path], async ({ plan }) => expect(plan.documents[0]?.mailbox?.format).toBe(kind));
      const parts = merged(await partsOf([path], 3, kind));
      expect(messagesIn(parts)).toBe(messagesIn(await wholeText(path, kind)));
      expect(JSON.parse(parts).positions.length).toBeGreaterThan(3);
      expect(sha256(parts)).toBe(digestOf(await partsOf([path], 1, kind)));
    }
  });

  it('is summarised with a line for each position', async () => {
    const text = merged(await partsOf([file], 2), textSink);
    const { messages, positions } = JSON.parse(merged(await partsOf([file], 1)));
    expect(text).toContain(`${messages.length} messages, ${positions.length} positions`);
    expect(text.trimEnd().split('\n')).toHaveLength(positions.length + 2);
  });

  it('is refused when it changes while it is read', async () => {
    const changing = join(folder, 'changing.mbox');
    writeFileSync(changing, readFileSync(file));
    await withPlan([changing], async ({ plan }) => {
      writeFileSync(changing, 'From x');
      const { part, close } = partFile(join(folder, 'changing.jsonl'));
      await expect(doShard(plan, { number: 1, of: 1 }, [], part)).rejects.toThrow(/changed while it was read/);
      close();
    });
  });
});

describe('shards', () => {
  it('share out every unit once, each about as many bytes', async () => {
    await withPlan([file], async ({ plan }) => {
      const shares = [1, 2, 3].map((number) => unitsIn(plan, { number, of: 3 }));
      expect(shares.flat()).toEqual([...plan.weights.keys()]);
      const bytes = shares.map((units) => units.reduce((sum, unit) => sum + (plan.weights[unit] ?? 0), 0));
      expect(Math.max(...bytes)).toBeLessThan(2 * Math.min(...bytes));
    });
  });

  it('hand on what could not be read, once', async () => {
    const bad = join(folder, 'nothing.bin');
    writeFileSync(bad, Buffer.from([0, 1, 2, 3]));
    const parts = await partsOf([join(folder, 'absent'), bad, file], 2, 'bad');
    const codes = mergeParts(
      parts,
      jsonSink(() => {}),
    ).map(({ code }) => code);
    expect(codes).toEqual(['place-missing', 'format-unknown']);
  });
});

describe('merging refuses', () => {
  it.each([
    ['a missing part', (parts: string[]) => parts.slice(1), /missing: 1/],
    ['a part given twice', (parts: string[]) => [...parts, ...parts.slice(0, 1)], /is shard 1, and so is/],
    ['no part at all', () => [], /are missing/],
  ])('%s', async (_, choose, message) => {
    const parts = await partsOf([file], 3);
    expect(() => merged(choose(parts))).toThrow(message);
  });

  it('a part that was cut short', async () => {
    const parts = await partsOf([file], 2, 'cut');
    const [first = ''] = parts;
    const bytes = readFileSync(first);
    writeFileSync(first, bytes.subarray(0, bytes.length >> 1));
    expect(() => merged(parts)).toThrow(/was cut short/);
    writeFileSync(first, `${bytes.toString('utf8').split('\n').toSpliced(4, 1).join('\n')}`);
    expect(() => merged(parts)).toThrow(/lines where it should have/);
  });

  it('parts of other documents, and files that are none', async () => {
    const other = join(folder, 'other.mbox');
    writeFileSync(other, mails(8, 40).join(''));
    const [first = ''] = await partsOf([file], 2);
    const [, second = ''] = await partsOf([other], 2, 'other');
    expect(() => merged([first, second])).toThrow(/other documents/);
    expect(() => merged([file])).toThrow(/no shard writes/);
  });
});

describe('npm run extract over shards', { timeout: 120_000 }, () => {
  const extract = (...args: string[]) =>
    spawnSync(process.execPath, [join(PROJECT, 'scripts/extract.ts'), ...args], {
      cwd: PROJECT,
      encoding: 'utf8',
      maxBuffer: 1e9,
    });

  it('gives, in three processes merged and in two threads, what one run gives', () => {
    const archive = join(folder, 'archive');
    mkdirSync(archive);
    for (const seed of [1, 2, 3, 4]) writeFileSync(join(archive, `${seed}.mbox`), mails(seed, 12).join(''));
    const once = extract('--json', archive);
    expect(once.status).toBe(0);
    const parts = [1, 2, 3].map((number) => {
      const { stdout, status } = extract('--json', '--shard', `${number}/3`, archive);
      expect(status).toBe(0);
      const path = join(folder, `process-${number}.jsonl`);
      writeFileSync(path, stdout);
      return path;
    });
    expect(sha256(extract('--merge', ...parts).stdout)).toBe(sha256(once.stdout));
    expect(sha256(extract('--json', '--jobs', '2', archive).stdout)).toBe(sha256(once.stdout));
    expect(once.stdout.split('\n')).toHaveLength(5);
  });

  it.each([
    [['--json', '--shard', '5/4', 'x'], /--shard is not of the form/],
    [['--json', '--jobs', '0', 'x'], /no number from 1/],
    [['--jobs', '2', 'x'], /go with --json/],
    [['--json', '--jobs', '2', '--shard', '1/2', 'x'], /goes without --shard/],
    [['--merge'], /needs the parts/],
  ])('is told what is wrong with %j', (args, message) => {
    const { status, stderr } = extract(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
