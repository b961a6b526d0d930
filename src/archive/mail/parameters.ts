import { decodeText } from '../charset.ts';
import { remembered } from './remembered.ts';

export interface Parameters {
  /** Lower-case value before the first semicolon, such as `text/plain`. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([^\s=;"]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,500})"|([^;\s]{0,500}))/g;
/** `name*2*` (RFC 2231 §4.1): the third piece of a value, its octets percent-encoded. */
const PIECE = /^(.*?)(?:\*(\d{1,3}))?(\*)?$/;

interface Piece {
  /** Null where the value stands in one piece, as RFC 2045 has it. */
  readonly order: number | null;
  readonly encoded: boolean;
  readonly value: string;
}

/**
 * Reads a structured field with parameters (RFC 2045 §5.1), with the continuations, charsets and languages of RFC 2231
 * (`name*0*=utf-8'en'…; name*1=…`), in whatever order the pieces stand.
 *
 * @example readParameters('text/plain; charset="UTF-8"; format=flowed').parameters.get('charset') → 'UTF-8'
 */
export function readParameters(value: string | null): Parameters {
  return readBounded((value ?? '').slice(0, 4000));
}

const readBounded = remembered((text): Parameters => {
  const type = (text.split(';', 1)[0] ?? '').trim().toLowerCase();
  const pieces = new Map<string, Piece[]>();
  for (const match of text.matchAll(PARAMETER)) {
    const [, name = '', order, encoded] = PIECE.exec((match[1] ?? '').toLowerCase()) ?? [];
    const piece = {
      order: order === undefined && encoded === undefined ? null : Number(order ?? 0),
      encoded: encoded !== undefined,
      value: match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '',
    };
    const known = pieces.get(name);
    if (known === undefined) pieces.set(name, [piece]);
    else known.push(piece);
  }
  return { type, parameters: new Map([...pieces].map(([name, all]) => [name, joined(all)])) };
});

/** The value of a parameter. Of one that is given twice the first counts, and the newer form before the older (RFC 2231 §4). */
function joined(pieces: readonly Piece[]): string {
  const ordered = pieces.filter(({ order }) => order !== null).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  const [head] = ordered;
  if (head === undefined) return pieces[0]?.value ?? '';
  const [, charset, value] = (head.encoded ? /^([^']{0,60})'[^']{0,60}'(.*)$/s.exec(head.value) : null) ?? [];
  const first = { ...head, value: value ?? head.value };
  const bytes = [first, ...ordered.slice(1)].map((piece) => octets(piece));
  return decodeText(Buffer.concat(bytes), charset === '' ? undefined : charset).text;
}

function octets({ encoded, value }: Piece): Uint8Array {
  if (!encoded) return Buffer.from(value);
  const text = value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
