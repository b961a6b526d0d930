import { checkCommand } from '../src/checking/command.ts';
import { runCommand } from '../src/cli/command.ts';
import { openCorpus } from '../src/corpus/open.ts';

await runCommand(checkCommand((from) => openCorpus('.', from)));
