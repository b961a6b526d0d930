import { EXIT, runCommand } from '../src/cli/command.ts';
import { verifyKnowledge } from '../src/verify/index.ts';
import { summariseReport } from '../src/verify/report.ts';

await runCommand({
  name: 'verify',
  summary: 'Checks every quotation, speaker, reference, mark and id of content/, and that its records hold no code.',
  options: {
    json: { type: 'boolean', help: 'prints the report as one JSON object' },
  },
  examples: ['npm run verify', 'npm run verify -- --json'],
  async run({ options }) {
    const report = await verifyKnowledge('.');
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : summariseReport(report));
    return report.findings.length === 0 ? EXIT.ok : EXIT.problems;
  },
});
