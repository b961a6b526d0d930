import { usageError } from './command.ts';

/** Threads beyond any machine: a slip of the finger. */
const MOST = 256;

/** Reads `--jobs`, in how many threads a command works; one where it is not given. Throws a PrecedentError `usage` for what is no such number. */
export function jobsOf(command: string, jobs: string | undefined): number {
  const number = Number(jobs ?? 1);
  if (!Number.isInteger(number) || number < 1 || number > MOST)
    throw usageError(command, `--jobs is no number from 1 to ${MOST}`);
  return number;
}
