import { citeCommand } from '../citation/command.ts';
import { runCommand } from '../cli/command.ts';
import { besideMe } from './beside.ts';

await runCommand(citeCommand(besideMe, 'node tools/cite.mjs'));
