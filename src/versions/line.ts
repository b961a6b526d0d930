import { canonicalJson, type Json } from '../model/digest.ts';
import type { Version } from './version.ts';

/** A version as its line: canonical JSON, so that the same release is the same bytes. */
export function lineOf(version: Version): string {
  const plain: Json = JSON.parse(JSON.stringify(version));
  return `${canonicalJson(plain)}\n`;
}
