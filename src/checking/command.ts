import { readFileSync } from 'node:fs';
import { type Command, EXIT, usageError } from '../cli/command.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { type Finding, formatFinding } from '../model/problem.ts';
import { printable } from '../records/printable.ts';
import { checkTexts, type Text } from './check.ts';
import { githubReport, jsonReport, textReport } from './reporters.ts';
import { commitTexts, fileTexts } from './texts.ts';

const OPTIONS = {
  commits: { type: 'string', value: 'A..B', help: 'looks through the messages of these commits' },
  from: { type: 'string', value: 'FILE', help: 'reads this published api/v1/corpus.json' },
  json: { type: 'boolean', help: 'prints one JSON object' },
  github: { type: 'boolean', help: 'prints annotations for GitHub’s workflow runner' },
} as const;

/**
 * The command that finds citations in texts and says which of them no longer stand.
 *
 * @param open Opens the corpus: the file that was named, or else the one the command belongs to.
 * @param called How it is called, where it is no script of the project.
 */
export function checkCommand(
  open: (from?: string) => Corpus | Promise<Corpus>,
  called?: string,
): Command<typeof OPTIONS> {
  const self = { name: 'check', ...(called === undefined ? {} : { called }) };
  return {
    ...self,
    operands: 'PATH… | -',
    summary:
      'Finds ids of decisions and positions in any text and reports those that are unknown, withdrawn, superseded, moved, or changed since the version cited.',
    options: OPTIONS,
    examples: [
      'npm run check -- src docs',
      'npm run check -- --commits main..HEAD',
      'git log -1 --format=%B | npm run check -- -',
    ],
    async run({ operands, options }) {
      if (operands.length === 0 && options.commits === undefined) throw usageError(self, 'no text is given');
      const unread: Finding[] = [];
      const corpus = await open(options.from);
      const report = checkTexts(texts(operands, options.commits, unread), corpus);
      const print = options.json ? jsonReport : options.github ? githubReport : textReport;
      process.stdout.write(print(report));
      for (const finding of unread) process.stderr.write(`${printable(formatFinding(finding))}\n`);
      return report.findings.length + unread.length > 0 ? EXIT.problems : EXIT.ok;
    },
  };
}

function* texts(paths: readonly string[], commits: string | undefined, unread: Finding[]): Generator<Text> {
  if (commits !== undefined) yield* commitTexts(commits);
  for (const path of paths) {
    if (path === '-') yield { name: 'standard input', text: readFileSync(0, 'utf8') };
    else yield* fileTexts([path], (finding) => unread.push(finding));
  }
}
