import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';

const PRINT = join(import.meta.dirname, 'print.ts');
const PIECES = 4_000;
const PIECE = 50_000;

/** A process that prints 200 MB as a command does, and says on standard error how much memory it took. */
const PROGRAM = `
  import { print } from ${JSON.stringify(PRINT)};
  process.stdout.on('error', () => {});
  for (let nth = 0; nth < ${PIECES}; nth += 1) print(String(nth).padEnd(${PIECE} - 1) + '\\n');
  process.stderr.write(String(process.resourceUsage().maxRSS * 1024));
`;

it('prints for a slow reader without keeping what it has not taken', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  await setTimeout(500);
  let bytes = 0;
  let nth = 0;
  for await (const chunk of child.stdout) {
    bytes += chunk.length;
    nth += 1;
    if (nth % 200 === 0) await setTimeout(1);
  }
  expect(bytes).toBe(PIECES * PIECE);
  expect(Number(Buffer.concat(errors).toString())).toBeLessThan(150_000_000);
}, 60_000);

it('ends as done where the reader has gone', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
  expect(Buffer.concat(errors).toString()).toBe('');
}, 60_000);
