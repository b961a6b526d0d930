import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { dayOption } from '../src/cli/day.ts';
import { count } from '../src/model/count.ts';
import { formatFinding } from '../src/model/problem.ts';
import { ReasonCode } from '../src/model/redirect.ts';
import { printable } from '../src/records/printable.ts';
import { withdraw } from '../src/withdrawing/index.ts';

await runCommand({
  name: 'withdraw',
  operands: 'ID|MESSAGE-ID',
  summary:
    'Takes words out of everything the project says: out of the sources wherever they stand, out of records, versions, themes and\n' +
    'annotations. Of each id that is gone a tombstone stays; content/withdrawn.jsonl says what was done, without the words.',
  options: {
    reason: { type: 'string', value: 'CODE', help: `why: ${ReasonCode.options.join(', ')}` },
    date: { type: 'string', value: 'YYYY-MM-DD', help: 'the day, which is written down' },
    say: { type: 'string', value: 'SENTENCE', help: 'why, in a sentence of your own for the tombstone' },
  },
  examples: [
    'npm run withdraw -- PREC-7F3Q2-P3 --reason author-request --date 2026-11-21',
    'npm run withdraw -- "<id@example.org>" --reason legal --date 2026-11-21',
  ],
  changes: () => true,
  async run({ operands, options: { reason, date, say } }) {
    const [target, ...more] = operands;
    if (target === undefined || more.length > 0) throw usageError('withdraw', 'name one id or one Message-ID');
    const code = ReasonCode.safeParse(reason);
    if (!code.success) throw usageError('withdraw', `--reason is none of ${ReasonCode.options.join(', ')}`);
    const { withdrawal, written, notes, findings } = await withdraw('.', {
      target,
      code: code.data,
      date: dayOption('withdraw', date),
      reason: say,
    });
    for (const finding of findings) process.stderr.write(`${printable(formatFinding(finding))}\n`);
    if (withdrawal === null) {
      process.stderr.write('Nothing was withdrawn: mend the above first.\n');
      return EXIT.problems;
    }
    for (const id of withdrawal.ids) process.stdout.write(`${id} withdrawn: ${printable(withdrawal.reason)}\n`);
    for (const { source, start, end } of withdrawal.stretches) {
      process.stdout.write(
        `content/sources/${source}/message.txt:${start.line}: overwritten from column ${start.column} to ${end.line}:${end.column}\n`,
      );
    }
    for (const file of written) process.stdout.write(`wrote ${file}\n`);
    for (const note of notes) process.stderr.write(`look at ${note}\n`);
    process.stdout.write(
      `${count(withdrawal.ids.length, 'position')} and ${count(withdrawal.stretches.length, 'stretch', 'stretches')} withdrawn. Now: npm run verify, npm run build.\n` +
        'The history of the repository, and copies that others have, still hold the words: see SECURITY.md.\n',
    );
    return notes.length === 0 ? EXIT.ok : EXIT.problems;
  },
});
