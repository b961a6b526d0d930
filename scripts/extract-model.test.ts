import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Behaviour, type ChatServer, startServer } from '../src/extraction/model/__fixtures__/server.ts';
import { loadKnowledge } from '../src/records/load.ts';
import { verify } from '../src/verify/index.ts';

const PROJECT = join(import.meta.dirname, '..');

/** Takes every numbered sentence for a position. */
const eager: Behaviour = (_, { body }) => {
  const numbers = [...(body.messages[1]?.content ?? '').matchAll(/^\[(\d+)\] /gm)].map((match) => Number(match[1]));
  const positions = numbers.map((number) => ({ sentences: [number], stance: 'supports', confidence: 0.9 }));
  return JSON.stringify({ positions });
};

// Each call starts a process, which takes its time on a busy machine.
describe('npm run extract -- --model', { timeout: 60_000 }, () => {
  let root: string;
  let server: ChatServer;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'precedent-model-'));
    const source = 'content/sources/2014-ksummit-raw-devices';
    cpSync(join(PROJECT, source), join(root, source), { recursive: true });
    server = await startServer(eager);
  });
  afterEach(async () => {
    await server.close();
    rmSync(root, { recursive: true });
  });

  const extract = (...args: readonly string[]): Promise<{ status: number | null; out: string; err: string }> => {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [join(PROJECT, 'scripts/extract.ts'), ...args], {
        cwd: root,
        env: { ...process.env, PRECEDENT_MODEL_KEY: 'hush' },
      });
      let [out, err] = ['', ''];
      child.stdout.on('data', (data) => {
        out += String(data);
      });
      child.stderr.on('data', (data) => {
        err += String(data);
      });
      child.on('close', (status) => resolve({ status, out, err }));
    });
  };
  const withModel = (...args: readonly string[]) => extract('--model', server.url, '--model-name', 'small', ...args);

  it('drafts records that verify, marks what the model found, and asks nothing twice', async () => {
    const first = await withModel();
    expect(first).toMatchObject({
      status: 0,
      err: expect.stringMatching(/^model: \d+ asked, 0 cached, .* 0 dropped\n$/),
    });
    expect(server.seen[0]?.headers.authorization).toBe('Bearer hush');
    const knowledge = await loadKnowledge(root);
    const positions = knowledge.decisions.flatMap((decision) => decision.positions);
    expect(positions.length).toBeGreaterThan(3);
    expect(new Set(positions.map(({ extractor }) => extractor))).toEqual(new Set(['model:small']));
    expect(verify(knowledge).findings).toEqual([]);
    const asked = server.seen.length;
    expect(await withModel('--check')).toMatchObject({ status: 0 });
    expect(server.seen.length).toBe(asked);
  });

  it('leaves what the model found alone when the rules run, and the other way round', async () => {
    await withModel();
    await extract();
    const text = () =>
      readdirSync(join(root, 'content/decisions')).map((name) =>
        readFileSync(join(root, 'content/decisions', name), 'utf8'),
      );
    const before = text();
    expect(before.join('')).toMatch(/extractor: "?model:small/);
    await withModel();
    await extract();
    expect(text()).toEqual(before);
    expect(verify(await loadKnowledge(root)).findings).toEqual([]);
  });

  it('says in the JSON what found a position', async () => {
    const { out } = await withModel('--json', 'content/sources/2014-ksummit-raw-devices/message.txt');
    const { positions } = JSON.parse(out);
    expect(new Set(positions.map((position: { extractor: string }) => position.extractor))).toEqual(
      new Set(['model:small']),
    );
  });

  it('writes nothing where the server cannot be reached', async () => {
    await server.close();
    const failed = await extract('--model', server.url, '--model-name', 'small', '--json', join(root, 'nowhere'));
    expect(failed.status).toBe(1);
    server = await startServer(() => 400);
    const refused = await withModel();
    expect(refused).toMatchObject({ status: 1, err: expect.stringContaining('model-refused') });
    expect(readdirSync(join(root, 'content'))).toEqual(['sources']);
  });

  it('asks no server without the flag, and is told when it is called wrongly', async () => {
    await extract();
    expect(server.seen).toEqual([]);
    for (const args of [
      ['--model', server.url],
      ['--model-name', 'small'],
      ['--model', 'file:///x', '--model-name', 'x'],
    ]) {
      expect(await extract(...args)).toMatchObject({ status: 2, err: expect.stringMatching(/^usage: /) });
    }
    expect(server.seen).toEqual([]);
  });
});
