import { z } from 'zod';
import { sha256 } from './digest.ts';

/** Crockford's base 32: no I, L, O or U, so that an id survives being read aloud or typed from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DECISION = /^PREC-[0-9A-HJKMNP-TV-Z]{5}$/;
const ANY = /^PREC-[0-9A-HJKMNP-TV-Z]{5}(?:-[PF]\d+(?:-A\d+)?)?$/;

export const DecisionId = z.string().regex(DECISION, 'PREC- and five Crockford base-32 characters');
/** Inside its record a position or fact is named without the record's id: P3, F2. */
export const LocalId = z.string().regex(/^[PF][1-9]\d*$/, 'P or F and a number');
export const AnyId = z
  .string()
  .regex(ANY, 'an id such as PREC-7F3Q2, PREC-7F3Q2-P3, PREC-7F3Q2-P3-A1 or PREC-7F3Q2-F2');

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

/**
 * Reads an id as people type it: any case, and the letters that Crockford's alphabet folds (I and L for 1, O for 0).
 * Returns null for anything that is not an id.
 *
 * @example normaliseId('prec-7f3q2 p3') → 'PREC-7F3Q2-P3'
 */
export function normaliseId(typed: string): string | null {
  const parts = typed
    .trim()
    .toUpperCase()
    .split(/[\s-]+/);
  const [prefix, code, ...rest] = parts;
  if (prefix !== 'PREC' || code === undefined) return null;
  const id = ['PREC', code.replace(/[IL]/g, '1').replace(/O/g, '0'), ...rest].join('-');
  return ANY.test(id) ? id : null;
}
