import { usageError } from '../cli/command.ts';
import { jobsOf } from '../cli/jobs.ts';
import type { Shard } from '../sharding/index.ts';

/** How the work is shared out: in so many threads, or one share of it alone. */
export interface Share {
  readonly jobs: number;
  readonly shard: Shard | null;
}

/**
 * Reads how the work is to be shared out from the options of `npm run extract`; without any, one thread does it all. Throws a
 * PrecedentError `usage` where they contradict each other or are no numbers.
 *
 * @example shareOf({ json: true, shard: '2/4' }) → { jobs: 1, shard: { number: 2, of: 4 } }
 */
export function shareOf(options: { json?: boolean; jobs?: string; shard?: string }): Share {
  if (options.jobs === undefined && options.shard === undefined) return { jobs: 1, shard: null };
  if (!options.json) throw usageError('extract', '--jobs and --shard go with --json');
  if (options.jobs !== undefined && options.shard !== undefined)
    throw usageError('extract', '--jobs goes without --shard: start one shard for each core');
  const jobs = jobsOf('extract', options.jobs);
  if (options.shard === undefined) return { jobs, shard: null };
  const [, number, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(options.shard) ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of)
    throw usageError('extract', '--shard is not of the form 2/4, counted from 1');
  return { jobs, shard: { number, of } };
}
