import { z } from 'zod';
import { sha256 } from './digest.ts';
import { ANY_ID } from './typed-id.ts';

export { normaliseId } from './typed-id.ts';

/** Crockford's base 32: no I, L, O or U, so that an id survives being read aloud or typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DECISION = /^PREC-[0-9A-HJKMNP-TV-Z]{5}$/;

export const DecisionId = z.string().regex(DECISION, 'PREC- and five Crockford base-32 characters');
export const AnyId = z
  .string()
  .regex(ANY_ID, 'an id such as PREC-7F3Q2, PREC-7F3Q2-P3, PREC-7F3Q2-P3-A1 or PREC-7F3Q2-F2');

/**
 * Mints the id of a decision from the digest of its first evidence. If another record holds that id already, the digest
 * is digested again until a free one is found, so minting is deterministic and never gives an id twice.
 *
 * @example mintDecisionId(sha256('…'), new Set()) → 'PREC-7F3Q2'
 */
export function mintDecisionId(evidenceDigest: string, taken: ReadonlySet<string>): string {
  for (let digest = evidenceDigest; ; digest = sha256(digest)) {
    let bits = Number.parseInt(digest.slice(0, 7), 16);
    let code = '';
    for (let i = 0; i < 5; i += 1) {
      code = ALPHABET[bits % 32] + code;
      bits = Math.floor(bits / 32);
    }
    if (!taken.has(`PREC-${code}`)) return `PREC-${code}`;
  }
}

/** Joins a decision and the name of one of its parts. @example fullId('PREC-7F3Q2', 'P3') → 'PREC-7F3Q2-P3' */
export function fullId(decision: string, local: string): string {
  return `${decision}-${local}`;
}
