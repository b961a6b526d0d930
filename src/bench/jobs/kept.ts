import { loadKnowledge } from '../../records/load.ts';
import { planUpdateOf } from '../../records/update.ts';
import { measureJob } from '../job.ts';

// kept.ts ROOT: does what `npm run extract` does with the project in ROOT, without writing records.
const [root = ''] = process.argv.slice(2);

await measureJob(async () => {
  const timed = async <T>(work: () => T | Promise<T>): Promise<[made: T, seconds: number]> => {
    const before = process.cpuUsage();
    const made = await work();
    const { user, system } = process.cpuUsage(before);
    return [made, (user + system) / 1e6];
  };
  const [knowledge, read] = await timed(() => loadKnowledge(root));
  const [, extract] = await timed(() => planUpdateOf(knowledge));
  return { read, extract };
});
