import type { Problem } from '../model/message.ts';

/** Codes of what a reader mended or left aside by itself: worth saying, but no words are missing. */
const NO_LOSS: ReadonlySet<string> = new Set(['charset-guessed', 'data-enclosed', 'date-guessed']);

/** Tells whether something that was reported means that not everything could be read. */
export function isLoss({ code }: { readonly code: string }): boolean {
  return !NO_LOSS.has(code);
}

/** Notes of one kind that are told of one document; a mailbox may give thousands alike. */
const MOST = 3;

/** Leaves of each kind of note only the first few, the last of which says how many more there are; losses all stay. */
export function foldNotes(problems: readonly Problem[]): Problem[] {
  const notes = Map.groupBy(
    problems.filter((problem) => !isLoss(problem)),
    ({ code }) => code,
  );
  const told = new Map(
    [...notes.values()].flatMap((alike) => alike.slice(0, MOST).map((one, at) => [one, [alike, at]] as const)),
  );
  return problems.flatMap((problem) => {
    if (isLoss(problem)) return [problem];
    const place = told.get(problem);
    if (place === undefined) return [];
    const [{ length }, at] = place;
    const more = at === MOST - 1 && length > MOST ? `; ${length - MOST} more like it` : '';
    return [{ ...problem, message: problem.message + more }];
  });
}
