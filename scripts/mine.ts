import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { jobsOf } from '../src/cli/jobs.ts';
import { progressLine } from '../src/cli/progress.ts';
import { mineArchives } from '../src/mining/index.ts';
import { minedJson, minedText, TOP } from '../src/mining/report.ts';
import { formatFinding } from '../src/model/problem.ts';
import { loadTerms } from '../src/records/load.ts';
import { printable } from '../src/records/printable.ts';

await runCommand({
  name: 'mine',
  operands: 'ARCHIVE…',
  summary: 'Ranks the threads of archives by how much argued design they hold, with the reasons. Writes nothing.',
  options: {
    json: { type: 'boolean', help: 'prints one JSON line for each thread' },
    jobs: { type: 'string', value: 'N', help: 'weighs threads in N worker threads; the output is the same' },
    top: {
      type: 'string',
      value: 'N',
      help: `lists the best N threads (${TOP} unless said otherwise, all with --json)`,
    },
  },
  examples: ['npm run mine -- 2014-June.txt.gz', 'npm run mine -- archive/*.mbox --top 5 --json'],
  async run({ operands, options }) {
    const [archive] = operands;
    const jobs = jobsOf('mine', options.jobs);
    if (archive === undefined) throw usageError('mine', 'no archive was named');
    const top = options.top === undefined ? undefined : Number(options.top);
    if (top !== undefined && !(Number.isInteger(top) && top > 0))
      throw usageError('mine', '--top is no number from 1 on');
    const lines = { reading: progressLine('messages read'), weighing: progressLine('messages weighed') };
    const step = (phase: keyof typeof lines, done: number, total?: number): void => lines[phase].step(done, total);
    const mined = await mineArchives(operands, loadTerms('.').terms, step, jobs);
    lines.weighing.end();
    process.stdout.write(
      options.json ? minedJson(mined, top ?? mined.threads.length) : minedText(mined, top ?? TOP, archive),
    );
    for (const finding of mined.findings) process.stderr.write(`${printable(formatFinding(finding))}\n`);
    return mined.findings.length === 0 ? EXIT.ok : EXIT.problems;
  },
});
