import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { loadKnowledge } from '../src/records/load.ts';
import { engineOf, formatPrecedents } from '../src/search/asked.ts';
import { askedBefore } from '../src/search/client/asked.ts';
import { SITE } from '../src/site/urls.ts';

await runCommand({
  name: 'precedent',
  operands: 'QUESTION',
  summary:
    'Says whether something was proposed before: the options that come nearest, each with what became of it and with the positions on it. Ends with 1 where nothing does.',
  options: { json: { type: 'boolean', help: 'prints one JSON array instead' } },
  examples: ['npm run precedent -- "mapping page cache into user space"'],
  async run({ operands, options }) {
    const question = operands.join(' ').trim();
    if (question === '') throw usageError('precedent', 'no question is given');
    const found = await askedBefore(await engineOf(await loadKnowledge('.')), question);
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : formatPrecedents(found, SITE));
    return found.length === 0 ? EXIT.problems : EXIT.ok;
  },
});
