/** Names of time zones met in mail and on archive pages, in minutes east of UTC (RFC 5322 §4.3 and common usage). */
const ZONES: Readonly<Record<string, number>> = {
  UTC: 0,
  UT: 0,
  GMT: 0,
  Z: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  CEST: 120,
  MEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IST: 330,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as mail and archive pages write it, in whatever order its parts stand: `Fri, 13 Jun 2014 10:30:01 -0700`
 * (RFC 5322), `Fri Jun 13 17:55:46 UTC 2014` (ctime), `Thu Apr 28 2005 - 03:50:21 EST` (hypermail), `Feb 17, 2009 18:12
 * UTC` (LWN), `2014-06-13T17:55:46Z` (RFC 3339). A missing zone counts as UTC. Returns RFC 3339 UTC to the second, or null
 * where day, month, year and time are not all there or name no instant.
 *
 * @example readDate('Thu Apr 28 2005 - 03:50:21 EST') → '2005-04-28T08:50:21Z'
 */
export function readDate(text: string): string | null {
  const bounded = text.slice(0, 120);
  const iso = /^\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?/.exec(
    bounded,
  );
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return instant(
      Number(year),
      Number(month),
      Number(day),
      Number(hour),
      Number(minute),
      Number(second ?? 0),
      offset(zone),
    );
  }
  const time = /\b(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([AP])\.?M\b)?/i.exec(bounded);
  const month = /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}/i.exec(bounded);
  if (time === null || month === null) return null;
  const rest = `${bounded.slice(0, time.index)} ${bounded.slice(time.index + time[0].length)}`;
  const numbers = rest.match(/(?<![\d+:-])\d{1,4}(?![\d:])/g) ?? [];
  const year = numbers.find((digits) => digits.length === 4) ?? numbers[1];
  const day = numbers.find((digits) => digits.length <= 2);
  if (year === undefined || day === undefined) return null;
  const zone = /[+-]\d{1,4}(?!\d)/.exec(bounded.slice(time.index + time[0].length))?.[0] ?? zoneName(rest);
  return instant(
    fullYear(year),
    MONTHS.indexOf((month[1] ?? '').toLowerCase()) + 1,
    Number(day),
    hour(Number(time[1]), time[4]),
    Number(time[2]),
    Number(time[3] ?? 0),
    offset(zone),
  );
}

/** Two and three digits stand for years as RFC 5322 §4.3 says. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function hour(given: number, half: string | undefined): number {
  if (half === undefined) return given;
  return (given % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

function zoneName(text: string): string | undefined {
  return text.match(/\b[A-Z]{1,4}\b/g)?.find((word) => word in ZONES);
}

/** Minutes east of UTC; nonsense counts as UTC, as nothing better is known. */
function offset(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const named = ZONES[zone.toUpperCase()];
  if (named !== undefined) return named;
  const given = zone.replace(/\D/g, '');
  const digits = given.length <= 2 ? `${given.padStart(2, '0')}00` : given.padStart(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return minutes > 14 * 60 ? 0 : zone.startsWith('-') ? -minutes : minutes;
}

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  east: number,
): string | null {
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second <= 60;
  // Electronic mail has no letters from before 1970; such a year is a broken clock.
  if (!valid || year < 1970 || year > 9999) return null;
  const local = Date.UTC(year, month - 1, day, hour, minute - east, second);
  const utc = new Date(local);
  return utc.getUTCFullYear() < 1970 || utc.getUTCFullYear() > 9999 ? null : `${utc.toISOString().slice(0, 19)}Z`;
}
