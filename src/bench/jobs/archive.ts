import { createHash } from 'node:crypto';
import { jsonSink, makePlan, runJobs } from '../../sharding/index.ts';
import { measureJob } from '../job.ts';

// archive.ts FILE JOBS: extracts a mailbox thread by thread in so many worker threads and digests what it would print.
const [file = '', jobs = '1'] = process.argv.slice(2);

await measureJob(async () => {
  const processor = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const began = processor();
  const { plan, end } = await makePlan([file], { whole: 0 });
  const scanned = processor();
  const hash = createHash('sha256');
  let bytes = 0;
  let messages = 0;
  const sink = jsonSink((text) => {
    hash.update(text);
    bytes += Buffer.byteLength(text);
  });
  try {
    await runJobs(plan, Number(jobs), [], sink, (done) => {
      messages += done;
    });
  } finally {
    end();
  }
  const seconds = { scan: scanned - began, extract: processor() - scanned };
  return { messages, bytes, digest: hash.digest('hex'), seconds };
});
