import { argumentMap, renderDiagram } from '../../diagrams/index.ts';
import { loadKnowledge } from '../../records/load.ts';
import { measureJob } from '../job.ts';

// diagrams.ts ROOT: draws the argument map of every decision.
const [root = ''] = process.argv.slice(2);
const { decisions, terms } = await loadKnowledge(root);
const texts = decisions.map((decision) => argumentMap(decision, { terms, hrefOf: (id) => `/${id}/` }));

await measureJob(async () => {
  const began = performance.now();
  const times: number[] = [];
  for (const text of texts) {
    const before = performance.now();
    await renderDiagram(text, 'map');
    times.push(performance.now() - before);
  }
  return { first: times[0] ?? 0, later: times.slice(1), whole: performance.now() - began };
});
