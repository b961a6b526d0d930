import { parentPort, workerData } from 'node:worker_threads';
import type { Term } from '../model/term.ts';
import { partFile } from './part.ts';
import type { Plan, Shard } from './plan.ts';
import { doShard } from './work.ts';

/** What a worker thread is given; made by `jobs.ts` of the same process, so it is no outside data. */
export interface Order {
  readonly plan: Plan;
  readonly shard: Shard;
  readonly terms: readonly Term[];
  readonly file: string;
}

const { plan, shard, terms, file }: Order = workerData;
const { part, close } = partFile(file);
await doShard(plan, shard, terms, part, (messages) => parentPort?.postMessage(messages));
close();
