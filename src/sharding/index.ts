export { runJobs } from './jobs.ts';
export { mergeParts, type Sink } from './merge.ts';
export { partWriter } from './part.ts';
export { makePlan, type Plan, planOf, type Shard } from './plan.ts';
export { jsonSink, textSink } from './sinks.ts';
export { doShard } from './work.ts';
