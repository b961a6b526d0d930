export type { Kept } from './kept.ts';
export { forgetKept, keptOf, sweepKept } from './project.ts';
