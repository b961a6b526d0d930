import type { Problem } from '../../model/message.ts';
import type { Entity } from './parts.ts';

/** What may stand inside a text and is no text, each with how it begins. */
const ENCLOSED: readonly { readonly name: string; readonly hint: string; readonly begins: RegExp }[] = [
  { name: 'a uuencoded file', hint: 'begin', begins: /^begin(?:-base64)? [0-7]{3,4} \S/ },
  { name: 'a file in yEnc', hint: '=ybegin ', begins: /^=ybegin .*\bname=/ },
];
const SEALED = /^-----BEGIN PGP MESSAGE-----\s*$/;

/** Says of files inside a text (uuencode, yEnc) and of encrypted text (RFC 4880 §6.2) that they were not opened. */
export function enclosedIn(body: string, lines: readonly string[], firstLine: number): Problem[] {
  const problems: Problem[] = [];
  for (const { name, hint, begins } of ENCLOSED) {
    const at = body.includes(hint) ? lines.findIndex((line) => line.startsWith(hint) && begins.test(line)) : -1;
    if (at !== -1) problems.push({ code: 'data-enclosed', message: `${name} was left as it is`, line: firstLine + at });
  }
  const sealed = body.includes('-----BEGIN PGP MESSAGE') ? lines.findIndex((line) => SEALED.test(line)) : -1;
  if (sealed !== -1) problems.push(sealedText('encrypted by PGP', firstLine + sealed));
  return problems;
}

/** Says of a part that holds the text out of reach (S/MIME, RFC 8551; PGP/MIME, RFC 3156) that it was not opened; else null. */
export function sealedPart({ type: { type, parameters }, content }: Entity): Problem | null {
  if (/^application\/(?:x-)?pkcs7-mime$/.test(type)) {
    const signed = parameters.get('smime-type')?.toLowerCase() === 'signed-data';
    return sealedText(signed ? 'wrapped in an S/MIME signature' : 'encrypted by S/MIME', content.firstLine);
  }
  return type === 'application/pgp-encrypted' ? sealedText('encrypted by PGP', content.firstLine) : null;
}

function sealedText(how: string, line: number): Problem {
  return { code: 'text-sealed', message: `text is ${how} and was not read`, line };
}
