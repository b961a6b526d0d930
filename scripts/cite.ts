import { citeCommand } from '../src/citation/command.ts';
import { runCommand } from '../src/cli/command.ts';
import { openCorpus } from '../src/corpus/open.ts';

await runCommand(citeCommand((from) => openCorpus('.', from)));
