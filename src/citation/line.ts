import type { Basis } from '../model/message.ts';
import type { Cited } from './cited.ts';

/** A line of a source as its page shows it. */
export interface SourceLine {
  /** `2005-rdma-vm-hooks`. */
  readonly slug: string;
  /** The id under which the line stands on its page, `L40`. */
  readonly id: string;
  readonly number: string;
  /** The address of the line, with its fragment. */
  readonly address: string;
  readonly text: string;
  readonly speaker: string | null;
  readonly basis: Basis;
  /** Who sent the message, where the line is quoted in it; else null. */
  readonly quotedBy: string | null;
  /** When the message was sent. */
  readonly sent: string;
  readonly subject: string;
  readonly list: string;
  /** Where the very text was seen in a public archive, or null. */
  readonly archived: string | null;
  readonly publisher: string;
}

/** How a speaker of a line is known, where a reader must hear of it. */
const BASES: Readonly<Record<Basis, string | null>> = {
  header: null,
  attribution: 'The speaker is named by the line that introduces the quotation.',
  signature: 'The speaker is known by the signature only.',
  original: 'The speaker is known by the message that is quoted, which is archived too.',
  inferred: 'The name of the speaker is a conclusion; the archive does not give it.',
  unknown: 'Nothing in the archive says who wrote these words.',
};

/** The basis that a page names, or `unknown` where it names none. */
export function basisNamed(name: string | undefined): Basis {
  const bases: readonly Basis[] = ['header', 'attribution', 'signature', 'original', 'inferred'];
  return bases.find((basis) => basis === name) ?? 'unknown';
}

/**
 * Gathers what the formats say of one line of a source. It has no version: the bytes of a source are archived once, so that its
 * lines keep their numbers.
 */
export function citedLine(line: SourceLine): Cited {
  const { slug, id, number, address, speaker, basis, quotedBy, sent, subject, list, archived, publisher } = line;
  const holder = speaker ?? 'An unnamed speaker';
  const exact = line.text.replace(/\s+/g, ' ').trim();
  const note = BASES[basis];
  return {
    kind: 'line',
    id: `${slug}#${id}`,
    key: `${slug}-${id}`,
    heading: `line ${number}`,
    title: `${slug}, line ${number}`,
    genre: 'Line of an archived message',
    author: `${publisher} editors`,
    publisher,
    version: null,
    digest: null,
    date: null,
    url: address,
    latest: address,
    question: subject,
    abstract: exact,
    words: {
      exact,
      holder,
      named: speaker !== null,
      stood: 'wrote',
      through: quotedBy === null ? null : `as quoted by ${quotedBy}`,
      date: sent,
      dateOf: quotedBy === null ? 'sent' : 'quoted',
      list,
      sourceTitle: subject,
      sourceUrl: archived ?? address,
      messageId: null,
    },
    statement:
      'One line of a message as archived; not a position that was read from it, and not a rule of the project.',
    caveats: note === null ? [] : [note],
  };
}
