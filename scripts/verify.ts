import { EXIT, runCommand } from '../src/cli/command.ts';
import { loadKnowledge } from '../src/records/load.ts';
import { completenessOf, formatCompleteness } from '../src/verify/complete.ts';
import { verify } from '../src/verify/index.ts';
import { summariseReport } from '../src/verify/report.ts';

await runCommand({
  name: 'verify',
  summary:
    'Checks every quotation, speaker, reference, mark and id of content/, and that its records hold no code. The built site has a gate of its own: npm run build packs nothing that would not work from a folder (code folder-broken).',
  options: {
    complete: { type: 'boolean', help: 'says of each record what it has and what it lacks, worst first' },
    json: { type: 'boolean', help: 'prints the report as one JSON object' },
  },
  examples: ['npm run verify', 'npm run verify -- --complete', 'npm run verify -- --json'],
  async run({ options }) {
    const knowledge = await loadKnowledge('.');
    const report = verify(knowledge);
    const complete = options.complete ? completenessOf(knowledge, report) : undefined;
    if (options.json) process.stdout.write(`${JSON.stringify({ ...report, complete })}\n`);
    else
      process.stdout.write(
        (complete === undefined ? '' : `${formatCompleteness(complete)}\n`) + summariseReport(report),
      );
    return report.findings.length === 0 ? EXIT.ok : EXIT.problems;
  },
});
