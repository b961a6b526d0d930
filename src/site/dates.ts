const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Writes a date out in the precision it has; an instant is given as its UTC day.
 *
 * @example longDate('2014-06-13T17:55:46Z') → '13 June 2014'; longDate('2014-06') → 'June 2014'
 */
export function longDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/**
 * Short labels for dated things, as precise as it takes to tell them apart.
 *
 * @example dates 2008-01-25, 2008-07-28, 2019-11 → '2008-01', '2008-07', '2019'
 */
export function dateLabels(
  dated: readonly { readonly id: string; readonly date: string }[],
): { id: string; label: string }[] {
  return dated.map(({ id, date }) => {
    const others = dated.filter((other) => other.id !== id).map((other) => other.date);
    const length = [4, 7].find((digits) => others.every((other) => !other.startsWith(date.slice(0, digits)))) ?? 10;
    return { id, label: date.slice(0, length) };
  });
}

/** The day of an instant or partial date. @example day('2014-06-13T17:55:46Z') → '2014-06-13' */
export function day(date: string): string {
  return date.slice(0, 10);
}

/**
 * The years that dates span.
 *
 * @example years(['2014-06-13', '2002', '2014']) → '2002–2014'
 */
export function years(dates: readonly string[]): string {
  const sorted = dates.map((date) => date.slice(0, 4)).sort();
  const first = sorted.at(0);
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? first : `${first}–${last}`;
}
