import { stringify } from 'yaml';
import { plainSubject } from '../extraction/question.ts';
import { sha256 } from '../model/digest.ts';
import type { Message } from '../model/message.ts';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { Source } from '../model/source.ts';
import { slugOf } from '../records/slug.ts';
import { threadMessages } from '../threads/index.ts';
import { personal, visible } from './visible.ts';

/** What the person who takes a document says of it. */
export interface Told {
  readonly url?: string | undefined;
  readonly list?: string | undefined;
  /** When it was sent, for a document that does not say so. */
  readonly date?: string | undefined;
  /** The day on which the bytes were fetched. */
  readonly fetched?: string | undefined;
}

/** A document ready to be taken: its bytes and what they say. */
export interface Candidate {
  /** Name to report it by. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: string;
  readonly messages: readonly Message[];
  /** The list the mails name themselves. */
  readonly list: string | null;
  /** What was done to the archive's bytes on the way. */
  readonly notes: readonly string[];
}

/**
 * Writes down what a document says of itself: title, author and date of its first message, its list, its digest. What it does not
 * say is asked for, never made up: a date or list that nobody gives is a finding. No address of a person gets into it.
 */
export function describe(candidate: Candidate, told: Told): Source | Finding {
  const { format, bytes } = candidate;
  const messages = threadMessages(candidate.messages);
  const first = messages[0]?.root;
  const where = { file: candidate.name };
  if (first === undefined) {
    return { code: 'document-empty', what: 'it holds no message', where, mend: 'give an archive that holds one' };
  }
  const dated = first.date ?? candidate.messages.find((message) => message.date !== null)?.date;
  const date = dated ?? told.date ?? null;
  if (date === null) {
    return { code: 'date-unknown', what: 'it does not say when it was sent', where, mend: 'say so with --date' };
  }
  const list = visible(told.list ?? candidate.list ?? hostOf(told.url));
  if (list === '') {
    return { code: 'list-unknown', what: 'it does not name its list', where, mend: 'name the list with --list' };
  }
  const single = candidate.messages.length === 1 && first.id.startsWith('<');
  return {
    title: visible(first.subject) || 'Without a subject',
    author: personal(first.from?.name ?? '') || 'unknown',
    list,
    date,
    ...(dated !== undefined
      ? {}
      : { dateNote: 'The document does not say it; it was given when the document was taken in.' }),
    format,
    ...(single ? { messageId: first.id } : {}),
    sha256: sha256(bytes),
    ...(told.fetched === undefined ? {} : { fetched: told.fetched }),
    locators: told.url === undefined ? [] : [{ url: told.url, relation: 'page', checked: 'unconfirmed' }],
    rights: `From the archive of ${list}. The words belong to their authors and are quoted here for comment.`,
    gaps: [],
    speakers: [],
    notes: [...candidate.notes],
  };
}

/** The text of a `source.yaml`; lists that are empty are left out, as a person would. */
export function sourceYaml(source: Source): string {
  const parsed = Source.parse(source);
  const lean = Object.entries(parsed).filter(
    ([key, value]) => key === 'locators' || !Array.isArray(value) || value.length > 0,
  );
  return stringify(Object.fromEntries(lean), { lineWidth: 0 });
}

/**
 * The name of a source's folder: the year and the words of the title. Where nothing of a title can be written in ASCII, or
 * another source has the name, the digest of the bytes tells them apart.
 *
 * @example sourceSlug({ title: '[list] Re: Raw devices', date: '2014-06-13T17:55:46Z', … }, () => false) → '2014-raw-devices'
 */
export function sourceSlug(source: Source, isTaken: (slug: string) => boolean): string {
  const year = source.date.slice(0, 4);
  const title = plainSubject(source.title);
  const named = /[a-z0-9]/i.test(title.normalize('NFKD'));
  const slug = `${year}-${named ? slugOf(title) : 'message'}`;
  if (named && !isTaken(slug)) return slug;
  const longer = [6, 12, 64].map((digits) => `${slug}-${source.sha256.slice(0, digits)}`);
  const free = longer.find((name) => !isTaken(name));
  if (free !== undefined) return free;
  throw new PrecedentError({
    code: 'name-taken',
    what: 'the folder of this very document is there, but cannot be read as a source',
    where: { file: `content/sources/${slug}` },
    mend: 'run npm run verify and mend or remove that folder',
  });
}

function hostOf(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url).hostname;
}
