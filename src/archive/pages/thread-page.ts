import type { Message } from '../../model/message.ts';
import type { Reader, Reading } from '../reader.ts';
import { BODY, pageMessage } from './page.ts';

/** `From: NAME @ 2014-06-13 10:30 UTC (permalink / raw)`: the header that public-inbox gives each mail of a thread. */
const FROM = /^From: (.{1,200}?) @ (\d{4}-\d\d-\d\d {1,2}\d{1,2}:\d\d) UTC \(permalink \/ raw\)\s*$/;
/** Addressees stand below it, indented or folded; a list that shows no thread gives the parent there. */
const FIELD = /^(?:\s+\S|(?:To|Cc|In-Reply-To): )/;
const END = /^\^ permalink raw reply\b/;
/** A line of the overview at the end: when, how deep, the subject where it is another one, and who. */
const ENTRY = /^(\d{4}-\d\d-\d\d {1,2}\d{1,2}:\d\d) ((?: {2})*)(` )?(\S.*)$/;
const GHOST = /^ {5}\[not found\] ((?: {2})*)(` )?/;

/** What the links of a page say of a line, where there are links. */
export interface Links {
  /** The id of the mail whose header stands there. */
  readonly idAt: (line: number) => string | null;
  /** A name that the header of a mail and its line in the overview have in common. */
  readonly anchorAt: (line: number) => string | null;
}

const NO_LINKS: Links = { idAt: () => null, anchorAt: () => null };

interface Found {
  readonly name: string;
  readonly date: string;
  readonly subject: string;
  /** Indices of the subject's line, the header, the first line of the body, the line behind it. */
  readonly start: number;
  readonly header: number;
  readonly body: number;
  readonly end: number;
}

/** Finds the mails of a page: subject, header, addressees, blank line, body, links. */
function mailsOf(lines: readonly string[]): Found[] {
  const headers = lines.flatMap((line, index) => (FROM.test(line.slice(0, 300)) ? [index] : []));
  return headers.map((header, at) => {
    const [, name = '', date = ''] = FROM.exec(lines[header] ?? '') ?? [];
    const before = at === 0 ? 0 : (headers[at - 1] ?? 0) + 1;
    let start = header;
    while (start > before && !(lines[start - 1] ?? '').startsWith('* ') && !END.test(lines[start - 1] ?? ''))
      start -= 1;
    const titled = start > before && (lines[start - 1] ?? '').startsWith('* ');
    let body = header + 1;
    while (FIELD.test(lines[body] ?? '')) body += 1;
    const limit = headers[at + 1] ?? lines.length;
    let end = body;
    while (end < limit && !END.test(lines[end] ?? '')) end += 1;
    const subject = titled ? (lines[start - 1] ?? '').slice(2).trim() : '';
    return { name, date, subject, start: titled ? start - 1 : header, header, body, end };
  });
}

/**
 * Reads the page of a thread as public-inbox shows it under `/T/` and `/t/`, whose overview says who answers whom. The lines
 * between the mails belong to the one above.
 */
export function readThreadPage(lines: readonly string[], links: Links = NO_LINKS): Reading {
  const found = mailsOf(lines);
  const messages = found.map((mail, at): Message => {
    const first = at === 0 ? 0 : mail.start;
    const stop = found[at + 1]?.start ?? lines.length;
    const regions = Array.from({ length: stop - first }, (_, index) => {
      const line = first + index;
      return line >= mail.end ? 'navigation' : line < mail.body ? 'header' : BODY;
    });
    const page = pageMessage(lines.slice(first, stop), first + 1, regions, {
      subject: mail.subject,
      from: { name: mail.name },
      dateText: `${mail.date} UTC`,
    });
    return { ...page, id: links.idAt(mail.header) ?? page.id };
  });
  const parents = parentsOf(lines, found, links);
  return {
    messages: messages.map((message, at) => {
      const parent = parents.get(at);
      return parent === undefined ? message : { ...message, inReplyTo: messages[parent]?.id ?? null };
    }),
    problems: [],
  };
}

/** Who answers whom by the overview, as indices of mails; what cannot be told apart has no parent. */
function parentsOf(lines: readonly string[], found: readonly Found[], links: Links): Map<number, number> {
  const parents = new Map<number, number>();
  const mailAt = finderOf(found, links);
  const above: (number | null)[] = [];
  for (let index = found.at(-1)?.end ?? lines.length; index < lines.length; index += 1) {
    const entry = entryOf((lines[index] ?? '').slice(0, 400));
    if (entry === null) continue;
    const mail = entry.date === null ? null : mailAt(index, entry.date, entry.rest);
    const parent = entry.level === 0 ? null : above[entry.level - 1];
    if (mail !== null && parent !== null && parent !== undefined) parents.set(mail, parent);
    above.length = Math.min(above.length, entry.level);
    above[entry.level] = mail;
  }
  return parents;
}

interface Entry {
  readonly level: number;
  /** Null where the mail itself is not in the archive. */
  readonly date: string | null;
  readonly rest: string;
}

function entryOf(line: string): Entry | null {
  const [, date, blanks = '', mark, rest = ''] = ENTRY.exec(line) ?? [];
  if (date !== undefined) return { level: levelOf(blanks, mark), date, rest };
  const ghost = GHOST.exec(line);
  return ghost === null ? null : { level: levelOf(ghost[1] ?? '', ghost[2]), date: null, rest: '' };
}

function levelOf(blanks: string, mark: string | undefined): number {
  return mark === undefined ? 0 : blanks.length / 2 + 1;
}

/** No conversation has more mails in one minute; among so many, lines of the overview are not told apart. */
const MOST_IN_A_MINUTE = 50;

/** Finds the mail that a line of the overview stands for: by its link, or by date, name and subject if only one has them. */
function finderOf(found: readonly Found[], links: Links) {
  const byAnchor = new Map(found.map(({ header }, at) => [links.anchorAt(header), at]));
  const byDate = Map.groupBy(found.keys(), (at) => found[at]?.date ?? '');
  return (line: number, date: string, rest: string): number | null => {
    const anchor = links.anchorAt(line);
    if (anchor !== null) return byAnchor.get(anchor) ?? null;
    const sent = byDate.get(date) ?? [];
    if (sent.length > MOST_IN_A_MINUTE) return null;
    const likely = sent.filter((at) => rest.endsWith(found[at]?.name ?? ''));
    const titled = likely.filter((at) => {
      const subject = found[at]?.subject.replace(/^re:\s*/i, '') ?? '';
      return subject !== '' && rest.startsWith(subject);
    });
    const best = titled.length > 0 ? titled : likely;
    return best.length === 1 ? (best[0] ?? null) : null;
  };
}

/** The text of a thread page of a public-inbox archive (lore.kernel.org). */
export const threadPage: Reader = {
  format: 'public-inbox-thread',
  detect: ({ lines }) => lines.some((line) => line.startsWith('From: ') && FROM.test(line.slice(0, 300))),
  read: ({ lines }) => readThreadPage(lines),
};
