import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldedSlice } from '../../model/quote.ts';
import type { Term } from '../../model/term.ts';
import { messageOf, proseLines } from '../__fixtures__/lines.ts';
import { type Behaviour, type ChatServer, startServer } from './__fixtures__/server.ts';
import { readAnswer, repair } from './answer.ts';
import { completionsUrl, type Endpoint, modelRun, openCache } from './index.ts';

const LETTER = `> I propose that we add a splice flag so that readers can skip the copy of every page.
I don't think this is a good idea. It breaks every application that reads twice.

Write to me at mo@example.org if you like.
I would prefer a separate system call. Thanks!`;
const letter = messageOf(proseLines(LETTER, ['Ann', 'Bob']));

const said = (positions: readonly unknown[]): string => JSON.stringify({ positions });
const ONE = { sentences: [2, 3], stance: 'opposes', confidence: 0.9, arguments: [{ sentence: 3, polarity: 'con' }] };
const GOOD = said([{ sentences: [1], stance: 'proposes', confidence: 0.95 }, ONE]);

describe('asking a model', () => {
  let folder: string;
  let server: ChatServer | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-model-'));
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    rmSync(folder, { recursive: true });
  });

  const start = async (behaviour: Behaviour, change: Partial<Endpoint> = {}) => {
    server = await startServer(behaviour);
    const endpoint = { url: server.url, model: 'small', patience: 1, ...change };
    return { server, run: () => modelRun(endpoint, openCache(join(folder, 'cache'))) };
  };

  it('copies the words from the text and takes the holder from the lines', async () => {
    const { run, server } = await start(() => GOOD);
    const model = run();
    const found = await model.find([letter], []);
    expect(
      found.map(({ holder, basis, stance, secondHand, quotedBy, exact }) => [
        holder,
        basis,
        stance,
        secondHand,
        quotedBy,
        exact,
      ]),
    ).toEqual([
      [
        'Bob',
        'attribution',
        'proposes',
        true,
        'Ann',
        'I propose that we add a splice flag so that readers can skip the copy of every page.',
      ],
      [
        'Ann',
        'header',
        'opposes',
        false,
        undefined,
        "I don't think this is a good idea. It breaks every application that reads twice.",
      ],
    ]);
    for (const { start, end, exact, arguments: reasons } of found) {
      expect(foldedSlice(letter.lines, start, end)).toBe(exact);
      for (const reason of reasons) expect(foldedSlice(letter.lines, reason.start, reason.end)).toBe(reason.exact);
    }
    expect(found[1]).toMatchObject({
      respondsTo: 0,
      arguments: [{ polarity: 'con', exact: 'It breaks every application that reads twice.' }],
    });
    expect(model.counts).toEqual({ asked: 1, cached: 0, repaired: 0, retried: 0, unread: 0, dropped: 0 });
    expect(server.seen[0]?.path).toBe('/v1/chat/completions');
  });

  it('sends numbered sentences, and neither names nor addresses of people nor a key that nobody gave', async () => {
    const { run, server } = await start(() => GOOD);
    await run().find([letter], []);
    const sent = JSON.stringify(server.seen[0]?.body);
    expect(sent).toContain("[2] I don't think this is a good idea.");
    expect(sent).toContain('Write to me at [address] if you like.');
    expect(sent).not.toMatch(/@|\bAnn\b|\bBob\b/);
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  it('sends the key as a bearer token and writes it nowhere', async () => {
    const { run, server } = await start(() => GOOD, { key: 'hush' });
    await run().find([letter], []);
    expect(server.seen[0]?.headers.authorization).toBe('Bearer hush');
    const kept = readdirSync(join(folder, 'cache')).map((name) => readFileSync(join(folder, 'cache', name), 'utf8'));
    expect(kept.join('')).not.toContain('hush');
  });

  it('asks nothing a second time, but asks again where model or text differ or the answer kept is broken', async () => {
    const { run, server } = await start(() => GOOD);
    const first = await run().find([letter], []);
    const again = run();
    expect(await again.find([letter], [])).toEqual(first);
    expect([again.counts.cached, server.seen.length]).toEqual([1, 1]);
    await modelRun({ url: server.url, model: 'large' }, openCache(join(folder, 'cache'))).find([letter], []);
    await run().find([messageOf(proseLines('Another text entirely.'))], []);
    expect(server.seen).toHaveLength(3);
    for (const name of readdirSync(join(folder, 'cache')))
      writeFileSync(join(folder, 'cache', name), '{"positions": 7');
    expect(await run().find([letter], [])).toEqual(first);
    expect(server.seen).toHaveLength(4);
  });

  it('waits for a slow answer', async () => {
    const { run } = await start(() => (response) => {
      setTimeout(() => response.end(JSON.stringify({ choices: [{ message: { content: GOOD } }] })), 150);
    });
    expect(await run().find([letter], [])).toHaveLength(2);
  });

  it('tries again after a time-out', async () => {
    const { run, server } = await start((number) => (number === 0 ? () => {} : GOOD), { timeout: 300 });
    expect(await run().find([letter], [])).toHaveLength(2);
    expect(server.seen).toHaveLength(2);
  });

  it.each([429, 500, 503])('tries again after %d', async (status) => {
    const { run, server } = await start((number) => (number < 3 ? status : GOOD));
    expect(await run().find([letter], [])).toHaveLength(2);
    expect(server.seen).toHaveLength(4);
  });

  it('waits as long as the server asks', async () => {
    const { run, server } = await start(
      (number) => (number === 0 ? (response) => response.writeHead(429, { 'retry-after': '0' }).end() : GOOD),
      { patience: 3_600_000 },
    );
    expect(await run().find([letter], [])).toHaveLength(2);
    expect(server.seen).toHaveLength(2);
  });

  it('gives up after four tries, and says so', async () => {
    const { run, server } = await start(() => 503);
    await expect(run().find([letter], [])).rejects.toThrow(
      /^model-unreachable: the server answers 503, 4 times in a row/,
    );
    expect(server.seen).toHaveLength(4);
  });

  it('gives up at once where the server says no', async () => {
    const { run, server } = await start(() => 401, { key: 'hush' });
    const failure = await run().find([letter], []).then(String, String);
    expect(failure).toContain('model-refused: the server answers 401');
    expect(failure).not.toContain('hush');
    expect(server.seen).toHaveLength(1);
  });

  it('follows no redirect, so that text and key go nowhere else', async () => {
    const elsewhere = await startServer(() => GOOD);
    const { run } = await start(() => (response) => response.writeHead(307, { location: elsewhere.url }).end());
    await expect(run().find([letter], [])).rejects.toThrow(/model-refused: the server answers 307/);
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });

  it('says where no server listens', async () => {
    const { run, server } = await start(() => GOOD);
    await server.close();
    await expect(run().find([letter], [])).rejects.toThrow(/^model-unreachable: the server cannot be reached/);
  });

  it('mends what surrounds the answer', async () => {
    const { run } = await start(
      () =>
        `Sure, here you are:\n\`\`\`json\n${GOOD.replaceAll('}', ',}').replaceAll(']', ' ,\n]')}\n\`\`\`\nAnything else?`,
    );
    const model = run();
    expect(await model.find([letter], [])).toHaveLength(2);
    expect(model.counts).toMatchObject({ repaired: 1, retried: 0, unread: 0 });
  });

  it.each([
    ['no JSON', 'I find no positions in this text.'],
    ['broken JSON', '{"positions":[{"sentences":[1'],
    ['another shape', '{"answer": 42}'],
    ['a stance that is none', said([{ sentences: [1], stance: 'loves', confidence: 1 }])],
    ['a confidence that is none', said([{ sentences: [1], stance: 'supports', confidence: 7 }])],
    ['nothing', ''],
  ])('asks once more after %s, and then drops the request and counts it', async (_, text) => {
    const { run, server } = await start(() => text);
    const model = run();
    expect(await model.find([letter], [])).toEqual([]);
    expect(model.counts).toMatchObject({ asked: 2, retried: 1, unread: 1 });
    expect(server.seen).toHaveLength(2);
    const second = await start((number) => (number === 0 ? text : GOOD));
    expect(await second.run().find([letter], [])).toHaveLength(2);
    await server.close();
  });

  it.each([
    ['no completion', (): Behaviour => () => (response) => response.end('{"error":"x"}')],
    ['HTML', (): Behaviour => () => (response) => response.end('<html>')],
    ['an answer without end', (): Behaviour => () => (response) => response.end('x'.repeat(3_000_000))],
  ])('takes %s for an answer that cannot be read', async (_, behaviour) => {
    const { run } = await start(behaviour());
    const model = run();
    expect(await model.find([letter], [])).toEqual([]);
    expect(model.counts.unread).toBe(1);
  });

  it('drops and counts sentences that do not exist, do not stand together, or are taken', async () => {
    const wrong = [[99], [0], [-1], [2, 4], [1, 2], [3, 99]].map((sentences) => ({ ...ONE, sentences }));
    const { run } = await start(() => said([...wrong, ONE, { ...ONE, sentences: [3] }]));
    const model = run();
    expect((await model.find([letter], [])).map(({ exact }) => exact)).toEqual([
      "I don't think this is a good idea. It breaks every application that reads twice.",
    ]);
    expect(model.counts.dropped).toBe(7);
  });

  it('passes over reasons outside the position and terms that the vocabulary does not have', async () => {
    const term: Term = {
      id: 'system-call',
      prefLabel: 'a system call',
      altLabel: [],
      hiddenLabel: [],
      definition: 'A test.',
      broader: [],
      related: [],
    };
    const made = [
      {
        ...ONE,
        arguments: [
          { sentence: 99, polarity: 'con' },
          { sentence: 1, polarity: 'pro' },
        ],
        term: 'made-up',
      },
      { sentences: [5], stance: 'supports', confidence: 0.8, term: 'system-call' },
    ];
    const { run, server } = await start(() => said(made));
    const found = await run().find([letter], [term]);
    expect(found.map((position) => [position.term, position.arguments.length])).toEqual([
      [null, 0],
      ['system-call', 0],
    ]);
    expect(server.seen[0]?.body.messages[1]?.content).toContain('system-call: a system call');
  });

  it('lets no words of a model into a position', async () => {
    const evil = { ...ONE, exact: 'I love it', holder: 'Mallory', source: '../../etc' };
    const { run } = await start(() => said([evil]));
    expect(JSON.stringify(await run().find([letter], []))).not.toMatch(/Mallory|love|etc/);
  });

  it('asks about a long message in pieces, each numbered from 1', async () => {
    const words = (at: number) => Array.from({ length: 40 }, (_, word) => `page${at}x${word}`).join(' ');
    const long = Array.from({ length: 60 }, (_, at) => `We should keep ${words(at)} where it is.\n`).join('\n');
    const { run, server } = await start(() => said([{ sentences: [1], stance: 'supports', confidence: 0.9 }]));
    const found = await run().find([messageOf(proseLines(long))], []);
    expect(server.seen.length).toBeGreaterThan(1);
    expect(found).toHaveLength(server.seen.length);
    expect(new Set(found.map(({ start }) => start.line)).size).toBe(found.length);
  });
});

describe('the address of a model', () => {
  it.each([
    ['http://localhost:11434', 'http://localhost:11434/v1/chat/completions'],
    ['http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
    ['https://example.org/api/v1/chat/completions', 'https://example.org/api/v1/chat/completions'],
  ])('%s leads to %s', (given, url) => {
    expect(completionsUrl(given).href).toBe(url);
  });

  it.each(['localhost:11434', 'file:///etc/passwd', 'http://me:secret@example.org', ''])('is refused: %j', (given) => {
    expect(() => completionsUrl(given)).toThrow(/^usage: /);
    expect(() => completionsUrl(given)).not.toThrow(/secret/);
  });
});

describe('repairing an answer', () => {
  it.each([
    ['```json\n{"positions": [],}\n```', '{"positions": []}'],
    ['[1, 2, ]', '{"positions":[1, 2 ]}'],
    ['{"a": "b,}", "c": "\\",]"}', '{"a": "b,}", "c": "\\",]"}'],
    ['nothing', ''],
    ['}{', ''],
  ])('%j becomes %j', (text, mended) => {
    expect(repair(text)).toBe(mended);
  });

  it('takes no more than one pass over a hostile answer', () => {
    const begun = performance.now();
    expect(readAnswer(`{${', '.repeat(500_000)}}`)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
