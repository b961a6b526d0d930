import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { benchTable, forgetProjects, keptBudgets, MEASUREMENTS, type Measured } from '../src/bench/index.ts';
import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { progressLine } from '../src/cli/progress.ts';

/** Generated corpora and what they are compared with are kept here from one run to the next. */
const WORKSHOP = 'node_modules/.cache/precedent-bench';

await runCommand({
  name: 'bench',
  summary: `Measures speed, memory and weight, each beside its budget. Ends with 1 where a budget is missed. Names: ${MEASUREMENTS.map(({ name }) => name).join(', ')}.`,
  options: {
    only: { type: 'string', value: 'NAMES', help: 'measures these alone, names between commas' },
    quick: { type: 'boolean', help: 'smaller corpora and fewer rounds' },
    json: { type: 'boolean', help: 'prints one JSON object instead of a table' },
  },
  examples: ['npm run bench -- --quick', 'npm run bench -- --only reading,search'],
  async run({ options }) {
    const wanted = options.only?.split(',');
    const unknown = wanted?.find((name) => !MEASUREMENTS.some((one) => one.name === name));
    if (unknown !== undefined) throw usageError('bench', `nothing is measured under the name ${unknown}`);
    mkdirSync(WORKSHOP, { recursive: true });
    // All work is done in each run, except where a measurement says that it is kept.
    process.env.PRECEDENT_CACHE = '';
    forgetProjects(WORKSHOP);
    const bench = { quick: options.quick === true, workshop: resolve(WORKSHOP), dist: resolve('dist') };
    const chosen = MEASUREMENTS.filter(({ name, onlyByName }) => wanted?.includes(name) ?? onlyByName !== true);
    const progress = progressLine('measurements');
    const measured: Measured[] = [];
    for (const { name, what, run } of chosen) {
      progress.step(measured.length, chosen.length);
      measured.push({ name, what, figures: await run(bench) });
    }
    progress.end();
    process.stdout.write(options.json ? `${JSON.stringify(measured)}\n` : benchTable(measured));
    return keptBudgets(measured) ? EXIT.ok : EXIT.problems;
  },
});
