import { readFileSync } from 'node:fs';
import {
  checkTexts,
  commitTexts,
  fileTexts,
  githubReport,
  jsonReport,
  type Text,
  textReport,
} from '../src/checking/index.ts';
import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { openCorpus } from '../src/corpus/open.ts';
import { type Finding, formatFinding } from '../src/model/problem.ts';
import { printable } from '../src/records/printable.ts';

await runCommand({
  name: 'check',
  operands: 'PATH… | -',
  summary:
    'Finds ids of decisions and positions in any text and reports those that are unknown, withdrawn, superseded, moved, or changed since the version cited.',
  options: {
    commits: { type: 'string', value: 'A..B', help: 'looks through the messages of these commits' },
    from: { type: 'string', value: 'FILE', help: 'reads a published api/v1/corpus.json instead of content/' },
    json: { type: 'boolean', help: 'prints one JSON object' },
    github: { type: 'boolean', help: 'prints annotations for GitHub’s workflow runner' },
  },
  examples: [
    'npm run check -- src docs',
    'npm run check -- --commits main..HEAD',
    'git log -1 --format=%B | npm run check -- -',
  ],
  async run({ operands, options }) {
    if (operands.length === 0 && options.commits === undefined) throw usageError('check', 'no text is given');
    const unread: Finding[] = [];
    const corpus = await openCorpus('.', options.from);
    const report = checkTexts(texts(operands, options.commits, unread), corpus);
    const print = options.json ? jsonReport : options.github ? githubReport : textReport;
    process.stdout.write(print(report));
    for (const finding of unread) process.stderr.write(`${printable(formatFinding(finding))}\n`);
    return report.findings.length + unread.length > 0 ? EXIT.problems : EXIT.ok;
  },
});

function* texts(paths: readonly string[], commits: string | undefined, unread: Finding[]): Generator<Text> {
  if (commits !== undefined) yield* commitTexts(commits);
  for (const path of paths) {
    if (path === '-') yield { name: 'standard input', text: readFileSync(0, 'utf8') };
    else yield* fileTexts([path], (finding) => unread.push(finding));
  }
}
