import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../model/problem.ts';
import type { Term } from '../model/term.ts';
import { mergeParts, type Sink } from './merge.ts';
import type { Plan } from './plan.ts';
import type { Order } from './worker.ts';

/** Megabytes for young objects: nearly all that extraction makes is dropped at once, and a small nursery would be tidied all the time. */
const NURSERY = 64;

/**
 * Does a plan in so many worker threads, each a shard of its own, and merges what they found into the sink: the same bytes
 * whatever their number. What they found lies on the disk meanwhile, in the system's folder for temporary files. Rejects with
 * the error of the first worker that fails.
 */
export async function runJobs(
  plan: Plan,
  jobs: number,
  terms: readonly Term[],
  sink: Sink,
  onDone: (messages: number) => void = () => {},
): Promise<readonly Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-parts-'));
  try {
    const files = Array.from({ length: jobs }, (_, index) => join(folder, `${index + 1}.jsonl`));
    const workers = files.map((file, index) =>
      startWorker({ plan, shard: { number: index + 1, of: jobs }, terms, file }),
    );
    try {
      await Promise.all(workers.map((worker) => ended(worker, onDone)));
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
    return mergeParts(files, sink);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startWorker(order: Order): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: NURSERY };
  return new Worker(new URL('worker.ts', import.meta.url), { workerData: order, resourceLimits });
}

function ended(worker: Worker, onDone: (messages: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', onDone);
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
}
