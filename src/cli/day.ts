import { PartialDate } from '../model/primitives.ts';
import { usageError } from './command.ts';

/**
 * Reads the day that a command writes down. Commands ask for it and take none from the clock, so that a run can be repeated.
 * Throws a PrecedentError `usage` where it is missing or no whole day.
 */
export function dayOption(command: string, date: string | undefined): string {
  if (date === undefined) throw usageError(command, 'the day is missing: --date YYYY-MM-DD');
  if (date.length !== 10 || !PartialDate.safeParse(date).success)
    throw usageError(command, '--date is no day such as 2014-06-13');
  return date;
}
