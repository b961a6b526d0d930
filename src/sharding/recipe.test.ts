import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { generateMail } from '../bench/corpus/mail.ts';
import { makeRandom } from '../bench/corpus/random.ts';
import { sha256 } from '../model/digest.ts';

const PROJECT = join(import.meta.dirname, '../..');
const data = mkdtempSync(join(tmpdir(), 'precedent-recipe-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const Job = z.object({
  spec: z.object({
    completions: z.int(),
    template: z.object({ spec: z.object({ containers: z.tuple([z.object({ args: z.tuple([z.string()]) })]) }) }),
  }),
});

/** The recipes of CONTRIBUTING.md that are YAML. */
function recipes(): unknown[] {
  const page = readFileSync(join(PROJECT, 'CONTRIBUTING.md'), 'utf8');
  return [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) =>
    parseAllDocuments(text).flatMap((document) => (document.errors.length > 0 ? [] : [document.toJS()])),
  );
}

/** Runs a shell line as a pod of the Job does: in the project, with its index in the environment. */
function pod(line: string, index: number): Promise<number | null> {
  const env = { ...process.env, JOB_COMPLETION_INDEX: `${index}` };
  const child = spawn('sh', ['-ec', line], { cwd: PROJECT, env, stdio: 'ignore' });
  return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
}

it('spreads an archive over the pods of the Kubernetes Job, and the merge gives what one run gives', async () => {
  const [job] = recipes().flatMap((one) => Job.safeParse(one).data ?? []);
  expect(job).toBeDefined();
  const [container] = job?.spec.template.spec.containers ?? [];
  const archive = join(data, 'archive');
  const mails = generateMail(makeRandom(3));
  const text = Array.from(
    { length: 30 },
    () => `From mboxrd@z Thu Jan  1 00:00:00 1970\n${mails.next().value?.text}\n`,
  );
  writeFileSync(archive, text.join(''));
  // The folder of the test in place of the volume, and fewer pods.
  const line = (container?.args[0] ?? '').replaceAll('/data', data).replaceAll(`/${job?.spec.completions}"`, '/4"');
  expect(line).toContain('--shard "$number/4"');
  expect(await Promise.all([0, 1, 2, 3].map((index) => pod(line, index)))).toEqual([0, 0, 0, 0]);
  const parts = readdirSync(data).filter((name) => name.endsWith('.jsonl'));
  expect(parts.sort()).toEqual(['part-1.jsonl', 'part-2.jsonl', 'part-3.jsonl', 'part-4.jsonl']);
  const extract = (...args: string[]): string =>
    spawnSync(process.execPath, ['scripts/extract.ts', ...args], { cwd: PROJECT, maxBuffer: 1e9 }).stdout.toString();
  const merged = extract('--merge', ...parts.map((name) => join(data, name)));
  expect(JSON.parse(merged).messages).toHaveLength(30);
  expect(sha256(merged)).toBe(sha256(extract('--json', archive)));
}, 120_000);
