import { existsSync } from 'node:fs';
import { Decision } from '../../model/decision.ts';
import { loadKnowledge } from '../../records/load.ts';
import { readRecord } from '../../records/record.ts';
import { planUpdateOf } from '../../records/update.ts';
import { decisionJson, newRecordText } from '../../records/write.ts';
import { verify } from '../../verify/index.ts';
import { measureJob } from '../job.ts';

// knowledge.ts ROOT: reads, verifies, extracts and writes the records of a project, each once.
const [root = ''] = process.argv.slice(2);
if (!existsSync(root)) throw new Error(`there is no ${root}`);

await measureJob(async () => {
  const seconds: Record<string, number> = {};
  const timed = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage();
    const made = await work();
    const { user, system } = process.cpuUsage(before);
    seconds[stage] = (user + system) / 1e6;
    return made;
  };
  const knowledge = await timed('reading the project', () => loadKnowledge(root));
  const { findings } = await timed('verifying', () => verify(knowledge));
  if (findings.length > 0) throw new Error(`the generated project has ${findings.length} findings`);
  await timed('extraction and merge', () => planUpdateOf(knowledge));
  const { records } = knowledge;
  // Another name: what is known under its own name is not read again.
  await timed('reading records', () => records.map(({ text, file }) => readRecord(text, `again-${file}`)));
  await timed('writing records', () =>
    records.map(({ decision, body }) => newRecordText(Decision.parse(decisionJson(decision)), body)),
  );
  return { records: records.length, seconds };
});
