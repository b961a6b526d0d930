import { z } from 'zod';

/**
 * What a line is for. Only prose and list lines hold positions. The list is closed, so that what has no zone of its own stands
 * where it does least harm: trailers (`Signed-off-by:` and its kin) are `signature`, for somebody signs and nobody argues;
 * tables, drawings, rules, scissors lines and addresses of pages in paragraphs of their own are `code`; a list's footer, also
 * quoted or learnt, and the line of a telephone (`Sent from my …`) are `footer`.
 */
export const Zone = z.enum([
  'header',
  'attribution',
  'prose',
  'list',
  'code',
  'diff',
  'signature',
  'footer',
  'navigation',
]);
export type Zone = z.infer<typeof Zone>;

/**
 * How we know who wrote a line: the message's header, an attribution line, the author's signature, the same words in the
 * message they were quoted from (`original`), a conclusion from the conversation or by an editor (`inferred`), or not at all.
 */
export const Basis = z.enum(['header', 'attribution', 'signature', 'original', 'inferred', 'unknown']);
export type Basis = z.infer<typeof Basis>;

/**
 * One line of an archived text, or a part of one: where two people stand in one physical line (a comment page that lost its
 * paragraphs), the line occurs twice and `column` says where each part begins.
 */
export interface Line {
  /** 1-based number in the source file, or in the decoded part where `part` is set. */
  readonly number: number;
  /** 1-based column, in code points, at which `raw` begins in that line; 1 except after a seam. */
  readonly column: number;
  /** The line as it stands, quote marks included, without its line break. */
  readonly raw: string;
  /** Length in UTF-16 units of the quote marks (and the blanks that belong to them) at the start of `raw`. */
  readonly prefix: number;
  /** Number of quote marks before the text. */
  readonly depth: number;
  readonly zone: Zone;
  /** Name as the source gives it, or null. */
  readonly speaker: string | null;
  readonly basis: Basis;
  /** Why, where the basis is `inferred`, or why not, where it is `unknown`. */
  readonly reason?: string;
  /** The message of the same archive whose own words these are, where that is known. */
  readonly original?: { readonly message: string; readonly line: number };
  /** IMAP part number (RFC 3501 §6.4.5) where a transfer encoding, HTML or DelSp hides the text, such as `1.2`. */
  readonly part?: string;
}

/** Who sent a message, as its header says. No address leaves the readers. */
export interface Sender {
  readonly name: string;
  /** A salted digest of the address (`mailboxKey`), which tells within one run that two mails came from one; never printed. */
  readonly mailbox?: string;
}

/** A message as its reader found it: the header fields that matter, and its text, not yet attributed. */
export interface Message {
  /** Message-ID with angle brackets, or `sha256:…` of the raw text where there is none. */
  readonly id: string;
  readonly from: Sender | null;
  /** How `from` is known: a header field, or the signature where the archive lost the header. */
  readonly fromBasis: 'header' | 'signature' | 'unknown';
  /** As written. */
  readonly dateText: string | null;
  /** RFC 3339 UTC, or null where it cannot be read. */
  readonly date: string | null;
  readonly subject: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** The text, in order: what the reader itself can tell (header, navigation, footer lines) is zoned, the body is not. */
  readonly lines: readonly RawLine[];
  /** True where the archive lost or reflowed lines, so that a paragraph's end proves nothing. */
  readonly lossy?: boolean;
}

/** A line as the reader gives it: `zone` is set only where the archive format itself decides it. */
export interface RawLine {
  readonly number: number;
  readonly column?: number;
  readonly text: string;
  readonly zone?: 'header' | 'navigation' | 'footer' | 'signature';
  readonly part?: string;
  /** True where the format says that a mark at the start of the line is text and quotes nothing (RFC 3676 §4.4). */
  readonly stuffed?: boolean;
}

/** A message whose lines all have zone, depth, speaker and basis. */
export interface AttributedMessage extends Omit<Message, 'lines'> {
  readonly lines: readonly Line[];
}

/** Something a reader could not read or had to mend; it is reported and counted, never dropped. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly line?: number;
}

/** One input document after reading. */
export interface Archive {
  /** Name in the table of readers, such as `pipermail`. */
  readonly format: string;
  readonly messages: readonly Message[];
  readonly problems: readonly Problem[];
}
