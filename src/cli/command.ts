import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { exclusively } from '../files/lock.ts';
import { PrecedentError } from '../model/problem.ts';
import { RUNNING } from './codes.ts';
import { EXIT, type Exit } from './exit.ts';

export { EXIT, type Exit } from './exit.ts';

interface CommandOption {
  readonly type: 'boolean' | 'string';
  /** Placeholder of the value in the help text, such as `DIR`. */
  readonly value?: string;
  readonly help: string;
}

export interface Command<Options extends Record<string, CommandOption>> {
  readonly name: string;
  /** How it is called where it is no script of the project, such as `node tools/cite.mjs`. */
  readonly called?: string;
  /** What follows `--` in the usage line, such as `[FILE…]`; absent where the command takes no arguments. */
  readonly operands?: string;
  readonly summary: string;
  readonly options: Options;
  readonly examples?: readonly string[];
  /** Whether a call changes the project in the folder it is called in: such calls go one after the other. */
  readonly changes?: (given: Given<Options>) => boolean;
  readonly run: (given: Given<Options>) => Exit | Promise<Exit>;
}

export interface Given<Options extends Record<string, CommandOption>> {
  readonly operands: readonly string[];
  readonly options: { readonly [Key in keyof Options]?: Options[Key]['type'] extends 'boolean' ? boolean : string };
}

/**
 * Runs a command: reads its arguments, answers `--help`, and turns what it throws into one line on standard error and an
 * exit code (0 done, 1 problems found, 2 called wrongly). An error nobody foresaw is shown with its stack: it is a defect.
 */
export async function runCommand<Options extends Record<string, CommandOption>>(
  command: Command<Options>,
): Promise<void> {
  // A reader that closes early (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
  try {
    const given = read(command, process.argv.slice(2));
    if (given === 'help') {
      process.stdout.write(helpText(command));
      return;
    }
    const run = () => command.run(given);
    process.exitCode = command.changes?.(given) === true ? await exclusively('.', run, tellWaiting) : await run();
  } catch (caught) {
    const error = foreseen(caught);
    if (error === null) throw caught;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.finding.code === 'usage' ? EXIT.usage : EXIT.problems;
  }
}

function tellWaiting(pid: number): void {
  process.stderr.write(
    `Another command is changing this project (process ${pid}); this one goes on when it has ended.\n`,
  );
}

/** What the machine refuses, in words; what it means is in the manual of the system (errno). */
const REFUSED: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota is used up'],
  ['EACCES', 'there is no permission'],
  ['EPERM', 'it is not allowed'],
  ['EROFS', 'the disk can only be read'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk has failed'],
]);

/** The error as one that is told in a line, or null where it is a defect of ours. */
function foreseen(error: unknown): PrecedentError | null {
  if (error instanceof PrecedentError) return error;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const what = REFUSED.get(error.code);
  if (what === undefined) return null;
  const file = 'path' in error && typeof error.path === 'string' ? error.path : '.';
  return new PrecedentError(
    {
      code: 'machine-refuses',
      what: `${what} (${error.code})`,
      where: { file },
      mend: RUNNING['machine-refuses'].mend,
    },
    { cause: error },
  );
}

/** The error of a command called wrongly. */
export function usageError(command: string | Pick<Command<never>, 'name' | 'called'>, what: string): PrecedentError {
  const of = typeof command === 'string' ? { name: command } : command;
  return new PrecedentError({
    code: 'usage',
    what,
    where: { file: of.called ?? `npm run ${of.name}` },
    mend: `see ${callOf(of)} --help`,
  });
}

/** How a command is called, up to its arguments. */
function callOf({ name, called }: Pick<Command<never>, 'name' | 'called'>): string {
  return called ?? `npm run ${name} --`;
}

function read<Options extends Record<string, CommandOption>>(
  command: Command<Options>,
  args: readonly string[],
): Given<Options> | 'help' {
  const config: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } };
  for (const [name, option] of Object.entries(command.options)) config[name] = { type: option.type };
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: config,
      allowPositionals: command.operands !== undefined,
    });
    if (values.help) return 'help';
    return { operands: positionals, options: values as Given<Options>['options'] };
  } catch (error) {
    // Its first sentence says what is wrong; those that follow advise on Node's own terms.
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s/);
    throw usageError(command, what);
  }
}

/** The text of `--help`. */
function helpText<Options extends Record<string, CommandOption>>(command: Command<Options>): string {
  const rows: [string, string][] = Object.entries(command.options).map(([name, { value, help }]) => [
    value === undefined ? `--${name}` : `--${name} ${value}`,
    help,
  ]);
  rows.push(['--help', 'prints this text']);
  const width = Math.max(...rows.map(([left]) => left.length));
  const { called, name, operands } = command;
  const scripted = (text: string) => (called === undefined ? text : text.replaceAll(callOf({ name }), called));
  const examples = command.examples?.map((example) => `  ${scripted(example)}\n`).join('') ?? '';
  return [
    `${operands === undefined ? (called ?? `npm run ${name}`) : `${callOf(command)} ${operands}`}\n`,
    `\n${command.summary}\n\n`,
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`),
    examples === '' ? '' : `\nExamples\n${examples}`,
    '\nEnds with 0 when done, 1 when it found problems, 2 when called wrongly.\n',
  ].join('');
}
