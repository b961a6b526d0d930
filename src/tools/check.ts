import { checkCommand } from '../checking/command.ts';
import { runCommand } from '../cli/command.ts';
import { besideMe } from './beside.ts';

await runCommand(checkCommand(besideMe, 'node tools/check.mjs'));
