import type { Measurement } from './measurement.ts';
import { archive } from './measurements/archive.ts';
import { diagrams } from './measurements/diagrams.ts';
import { extraction } from './measurements/extraction.ts';
import { kept } from './measurements/kept.ts';
import { records } from './measurements/knowledge.ts';
import { pages } from './measurements/pages.ts';
import { reading, readingMemory } from './measurements/reading.ts';
import { search } from './measurements/search.ts';
import { scale, site, sourcePage } from './measurements/site.ts';
import { slowest } from './measurements/slowest.ts';

export { forgetProjects } from './corpus/project.ts';
export type { Bench, Figure, Measurement } from './measurement.ts';
export { benchTable, keptBudgets, type Measured } from './report.ts';

/** Everything that is measured, in the order in which it runs. */
export const MEASUREMENTS: readonly Measurement[] = [
  reading,
  readingMemory,
  slowest,
  extraction,
  archive,
  pages,
  search,
  records,
  kept,
  diagrams,
  sourcePage,
  site,
  scale,
];
