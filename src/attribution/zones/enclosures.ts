import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';

/** Something that stands in a body between a first and a last line, and is nobody's prose. */
interface Enclosure {
  readonly name: string;
  readonly begins: RegExp;
  readonly ends: RegExp;
  readonly zone: BodyZone;
}

const ENCLOSURES: readonly Enclosure[] = [
  {
    name: 'PGP signature',
    begins: /^-----BEGIN PGP SIGNATURE-----/,
    ends: /^-----END PGP SIGNATURE-----/,
    zone: 'signature',
  },
  {
    name: 'PGP key or message',
    begins: /^-----BEGIN PGP (?:MESSAGE|PUBLIC KEY BLOCK)-----/,
    ends: /^-----END PGP /,
    zone: 'code',
  },
  { name: 'PGP header', begins: /^-----BEGIN PGP SIGNED MESSAGE-----/, ends: /^\s*$/, zone: 'signature' },
  { name: 'uuencoded file', begins: /^begin(?:-base64)? [0-7]{3,4} \S/, ends: /^(?:end|====)\s*$/, zone: 'code' },
  { name: 'yEnc file', begins: /^=ybegin .*\bname=/, ends: /^=yend /, zone: 'code' },
  { name: 'fenced code', begins: /^\s{0,3}(?:```|~~~)/, ends: /^\s{0,3}(?:```|~~~)\s*$/, zone: 'code' },
];

/** The first lines of all of them: one look rules out nearly every line. */
const BEGINS = new RegExp(ENCLOSURES.map(({ begins }) => begins.source).join('|'));

/** Zones inline PGP (RFC 4880 §6.2), uuencode, yEnc and fenced code, quoted or not; one without an end is left alone. */
export function markEnclosures(lines: readonly BodyLine[], zones: BodyZone[]): void {
  const lastEnds = new Map<Enclosure, number>();
  for (let index = 0; index < lines.length; index += 1) {
    const { text = '' } = lines[index] ?? {};
    const found = BEGINS.test(text) ? ENCLOSURES.find(({ begins }) => begins.test(text)) : undefined;
    if (found === undefined) continue;
    const last = lastEnds.get(found) ?? lines.findLastIndex((line) => found.ends.test(line.text));
    lastEnds.set(found, last);
    // Where no end is left, looking for one would cost the square of the length.
    if (last <= index) continue;
    const end = enclosureEnd(lines, index, found);
    if (end === -1) continue;
    zones.fill(found.zone, index, end + 1);
    index = end;
  }
}

/** The index of the last line of an enclosure, all at one depth, or -1. */
function enclosureEnd(lines: readonly BodyLine[], start: number, { ends }: Enclosure): number {
  const depth = lines[start]?.depth;
  for (let index = start + 1; index < lines.length && lines[index]?.depth === depth; index += 1) {
    if (ends.test(lines[index]?.text ?? '')) return index;
  }
  return -1;
}
