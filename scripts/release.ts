import { EXIT, runCommand } from '../src/cli/command.ts';
import { dayOption } from '../src/cli/day.ts';
import { count } from '../src/model/count.ts';
import { formatFinding } from '../src/model/problem.ts';
import { loadKnowledge } from '../src/records/load.ts';
import { printable } from '../src/records/printable.ts';
import { verify } from '../src/verify/index.ts';
import { planRelease, writeRelease } from '../src/versions/index.ts';

await runCommand({
  name: 'release',
  summary:
    'Gives a new version to each decision and position whose substance has changed, and says what changed. Drafts are left out; stops where verification fails.',
  options: {
    date: { type: 'string', value: 'YYYY-MM-DD', help: 'the day of the release, which is written into the versions' },
    'dry-run': { type: 'boolean', help: 'says what would be released and writes nothing' },
  },
  examples: ['npm run release -- --date 2026-11-21'],
  changes: ({ options }) => !options['dry-run'],
  async run({ options }) {
    const date = dayOption('release', options.date);
    const knowledge = await loadKnowledge('.');
    const release = planRelease(knowledge, knowledge.released.histories, date);
    const findings = [...verify(knowledge).findings, ...release.findings];
    if (findings.length > 0) {
      for (const finding of findings) process.stderr.write(`${printable(formatFinding(finding))}\n`);
      process.stderr.write('Nothing was released: mend the above first.\n');
      return EXIT.problems;
    }
    for (const { id, version, changes } of release.versions) {
      const what = version === 1 ? 'first release' : changes.map(({ text }) => text).join('; ');
      process.stdout.write(`${id} version ${version}: ${printable(what)}\n`);
    }
    const written = options['dry-run'] ? [] : writeRelease('.', release.versions);
    for (const file of written) process.stdout.write(`wrote ${file}\n`);
    const drafts = knowledge.decisions.filter(({ draft }) => draft).length;
    process.stdout.write(
      `${count(release.versions.length, 'version')} ${options['dry-run'] ? 'to release' : 'released'}, ${count(drafts, 'draft')} left out\n`,
    );
    return EXIT.ok;
  },
});
