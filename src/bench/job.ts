import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a job says when it is done: one line of JSON on standard output. */
export interface JobResult<Data> {
  readonly data: Data;
  /** Seconds that the measured work took by the clock. */
  readonly seconds: number;
  /** Seconds of processor time of the measured work, over all threads. */
  readonly processor: number;
  /** Largest resident memory of the whole process, in bytes. */
  readonly peak: number;
}

const Result = z.object({ data: z.unknown(), seconds: z.number(), processor: z.number(), peak: z.number() });

/** A program to measure: one of `jobs/`, or another that keeps the same form. */
export interface Job {
  readonly program: string;
  readonly args: readonly string[];
}

/** The job of that name in `jobs/`, for Node itself. */
export function nodeJob(name: string, ...args: readonly string[]): Job {
  return { program: process.execPath, args: [fileURLToPath(new URL(`jobs/${name}.ts`, import.meta.url)), ...args] };
}

/** Runs a job in a process of its own and reads its result. Rejects with what it wrote to standard error when it fails. */
export async function runJob<Data>(
  { program, args }: Job,
  schema: z.ZodType<Data>,
  env: NodeJS.ProcessEnv = {},
): Promise<JobResult<Data>> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new Error(`${args[0] ?? program} ended with ${code}: ${Buffer.concat(errors).toString('utf8').slice(-2000)}`);
  const last = Buffer.concat(out).toString('utf8').trimEnd().split('\n').at(-1) ?? '';
  const result = Result.parse(JSON.parse(last));
  return { ...result, data: schema.parse(result.data) };
}

/** Measures the work of a job and prints its result; called once, by the program of the job itself. */
export async function measureJob(work: () => unknown): Promise<void> {
  const began = performance.now();
  const before = process.cpuUsage();
  const data = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1000;
  const peak = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(`${JSON.stringify({ data, seconds, processor: (user + system) / 1e6, peak })}\n`);
}
