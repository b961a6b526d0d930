import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { keepFinding } from '../src/fuzz/fixtures.ts';
import { fuzzWhile, type TargetReport, together } from '../src/fuzz/run.ts';
import { TARGETS } from '../src/fuzz/targets/index.ts';

await runCommand({
  name: 'fuzz',
  summary:
    'Feeds made-up and broken input to everything that reads what others wrote, for as long as asked.\n' +
    'What breaks a promise is made small and kept in src/fuzz/__fixtures__, where npm test feeds it again.',
  options: {
    minutes: { type: 'string', value: 'N', help: 'how long, in minutes; 1 unless told' },
    target: { type: 'string', value: 'NAME', help: 'only this target' },
    seed: { type: 'string', value: 'N', help: 'where chance begins: the same number, the same inputs; 1 unless told' },
    list: { type: 'boolean', help: 'lists the targets and does nothing' },
    json: { type: 'boolean', help: 'prints one JSON object' },
  },
  examples: ['npm run fuzz -- --minutes 10', 'npm run fuzz -- --target read-mbox --seed 7'],
  async run({ options }) {
    if (options.list) {
      for (const { name, takes } of TARGETS) process.stdout.write(`${name.padEnd(16)}  ${takes}\n`);
      return EXIT.ok;
    }
    const targets = TARGETS.filter(({ name }) => options.target === undefined || name === options.target);
    if (targets.length === 0) throw usageError('fuzz', `no target ${options.target}; --list lists them`);
    // What is made of made-up input is wanted once.
    process.env.PRECEDENT_CACHE = '';
    const end = performance.now() + numberOf('minutes', options.minutes ?? '1') * 60_000;
    const seed = numberOf('seed', options.seed ?? '1');
    const reports: TargetReport[] = [];
    for await (const report of fuzzWhile(targets, seed, () => performance.now() < end)) {
      reports.push(report);
      for (const finding of report.findings) {
        process.stderr.write(`${finding.target}: ${finding.error.split('\n')[0]}\n  kept as ${keepFinding(finding)}\n`);
      }
    }
    const all = together(reports);
    process.stdout.write(options.json ? `${JSON.stringify({ seed, targets: all })}\n` : table(all));
    return all.some(({ findings }) => findings.length > 0) ? EXIT.problems : EXIT.ok;
  },
});

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0) throw usageError('fuzz', `--${name} is no number`);
  return number;
}

function table(reports: readonly TargetReport[]): string {
  const rows = reports.map(({ target, executions, milliseconds, findings }) => [
    target.padEnd(16),
    executions.toLocaleString('en').padStart(11),
    `${Math.round(milliseconds / 1000).toLocaleString('en')} s`.padStart(9),
    String(findings.length).padStart(9),
  ]);
  const sum = reports.reduce((total, { executions }) => total + executions, 0);
  const found = reports.reduce((total, { findings }) => total + findings.length, 0);
  return [
    'target            executions      time  findings',
    ...rows.map((row) => row.join(' ')),
    `${sum.toLocaleString('en')} executions over ${reports.length} targets, ${found} findings`,
    '',
  ].join('\n');
}
