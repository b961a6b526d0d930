import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeProject } from '../corpus/project.ts';
import { nodeJob, runJob } from '../job.ts';
import { type Measurement, median } from '../measurement.ts';

const Drawn = z.object({ first: z.number(), later: z.array(z.number()), whole: z.number() });

/** Drawing the argument map of a decision: the first time, and from what an earlier run drew. */
export const diagrams: Measurement = {
  name: 'diagrams',
  what: 'drawing argument maps, and taking them from an earlier run',
  run: async (bench) => {
    const root = writeProject(bench.workshop, 50);
    const cache = join(bench.workshop, 'diagrams');
    rmSync(cache, { recursive: true, force: true });
    const run = () => runJob(nodeJob('diagrams', root), Drawn, { PRECEDENT_CACHE: cache });
    const [drawn, kept] = [await run(), await run()];
    return [
      {
        label: 'drawing one map',
        value: median(drawn.data.later),
        unit: 'ms',
        note: `the first, with Mermaid, ${Math.round(drawn.data.first)} ms`,
      },
      {
        label: 'taking one map from the cache',
        value: median(kept.data.later),
        unit: 'ms',
        note: `the first ${kept.data.first.toFixed(1)} ms`,
      },
    ];
  },
};
