import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { pathInside, writeFileAtomic } from '../src/files/write.ts';
import { loadKnowledge } from '../src/records/load.ts';
import { openRecord } from '../src/records/open.ts';

await runCommand({
  name: 'new',
  operands: '"QUESTION?"',
  summary: 'Opens a decision record for a design question: a draft in content/decisions, with an id of its own.',
  options: {},
  examples: ['npm run new -- "Should a pipe be seekable?"'],
  changes: () => true,
  async run({ operands }) {
    const [question, ...others] = operands;
    if (question === undefined) throw usageError('new', 'no question is given');
    if (others.length > 0) throw usageError('new', 'one question at a time, in quotation marks');
    const { id, file, text } = openRecord(await loadKnowledge('.'), question);
    if (text !== null) writeFileAtomic(pathInside('.', file), text);
    process.stdout.write(
      [
        text === null ? `${id} asks this already: ${file}` : `${id} is open: ${file}`,
        'Next: write its summary; list its options by terms of content/terms.yaml; let each position quote a source.',
        'npm run dev shows it as you write; npm run verify -- --complete says what it still lacks.\n',
      ].join('\n'),
    );
    return EXIT.ok;
  },
});
