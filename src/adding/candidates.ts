import { type Finding, PrecedentError } from '../model/problem.ts';
import type { Candidate } from './describe.ts';
import { compose, lookInto, type Piece } from './document.ts';
import { HELD } from './large.ts';
import { MAIL, type Named } from './looking.ts';
import { type Selection, select } from './selection.ts';
import { tooLarge } from './walk.ts';

const ASSEMBLED = 'The messages were files of their own and stand here as one mailbox (mboxrd).';

/** A whole document, ready to be taken. Throws a PrecedentError `document-too-large` where it is more than a source can be. */
export async function wholeOf(document: Named, held = HELD): Promise<Candidate> {
  const { name, pieces, format, packed } = document;
  const assembled = format === 'maildir' || format === 'public-inbox';
  const bytes = document.whole ?? (await composed(name, [{ document, pieces }], held));
  return {
    name,
    bytes,
    format: assembled ? lookInto(bytes, 'composed').format : format,
    messages: pieces.flatMap((piece) => piece.messages),
    list: listOf(pieces),
    notes: [
      ...(packed ? ['The archive was packed; these are its bytes unpacked.'] : []),
      ...(assembled ? [ASSEMBLED] : []),
    ],
  };
}

interface Part {
  readonly document: Named;
  readonly pieces: readonly Piece[];
}

async function composed(name: string, parts: readonly Part[], held: number): Promise<Uint8Array> {
  const size = parts.reduce((sum, { pieces }) => sum + pieces.reduce((own, piece) => own + piece.size, 0), 0);
  if (size > held) throw new PrecedentError(tooLarge(name));
  const mails: Uint8Array[] = [];
  for (const { document, pieces } of parts) mails.push(...(await document.bytesOf(pieces)));
  return compose(mails);
}

/** What is wanted of some documents: the mails as one candidate, and whole every page, which cannot be cut. */
export function selectionsOf(
  pool: readonly Named[],
  selection: Selection,
  held = HELD,
): readonly (() => Promise<Candidate>)[] | Finding {
  const chosen = new Set(
    select(
      pool.flatMap(({ pieces }) => pieces),
      selection,
    ),
  );
  const parts = pool.flatMap((document): Part[] => {
    const pieces = document.pieces.filter((piece) => chosen.has(piece));
    return pieces.length === 0 ? [] : [{ document, pieces }];
  });
  if (parts.length === 0) {
    const file = pool[0]?.name ?? 'the archive';
    const mend = 'look at what it holds: npm run mine';
    return { code: 'selection-empty', what: 'no message in it is what was asked for', where: { file }, mend };
  }
  const mails = parts.filter(({ document }) => MAIL.has(document.format));
  const pages = parts.filter(({ document }) => !MAIL.has(document.format));
  return [
    ...(mails.length === 0 ? [] : [() => selectionOf(mails, held)]),
    ...pages.map(
      ({ document }) =>
        () =>
          wholeOf(document, held),
    ),
  ];
}

async function selectionOf(parts: readonly Part[], held: number): Promise<Candidate> {
  const [first] = parts;
  const pieces = parts.flatMap((part) => part.pieces);
  const all = parts.reduce((sum, { document }) => sum + document.pieces.length, 0);
  if (first !== undefined && parts.length === 1 && pieces.length === all) return wholeOf(first.document, held);
  const name = first?.document.name ?? '';
  const bytes = await composed(name, parts, held);
  const files = parts.some(({ document }) => document.format !== 'mbox') && pieces.length > 1;
  return {
    name,
    bytes,
    format: lookInto(bytes, 'composed').format,
    messages: pieces.flatMap((piece) => piece.messages),
    list: listOf(pieces),
    notes: [
      `${pieces.length} of the ${all} messages of an archive, as they stand there.`,
      ...(files ? [ASSEMBLED] : []),
    ],
  };
}

function listOf(pieces: readonly Piece[]): string | null {
  return pieces.find(({ list }) => list !== null)?.list ?? null;
}
