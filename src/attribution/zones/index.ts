import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';
import { markCode } from './code.ts';
import { markDiffs } from './diffs.ts';
import { markEnclosures } from './enclosures.ts';
import { markFooters } from './footers.ts';
import type { Footers } from './learnt-footers.ts';
import { markLinks } from './links.ts';
import { markLists } from './lists.ts';
import { markBareSignature, markSignatures } from './signatures.ts';
import { markTrailers } from './trailers.ts';

export type { BodyZone } from './body-zone.ts';
export { type Footers, FooterTally, knownFooters, learnFooters } from './learnt-footers.ts';

/**
 * Tells the zone of every body line. `author` is the sender's name, by which a signature without a delimiter is known; `footers`
 * is what was learnt of the list. Each step looks at what the steps before it left as prose, but for those at the end, which
 * are surer of what they mark.
 */
export function zonesOf(lines: readonly BodyLine[], author: string | null, footers: Footers): BodyZone[] {
  const zones: BodyZone[] = lines.map(() => 'prose');
  markDiffs(lines, zones);
  markTrailers(lines, zones);
  markCode(lines, zones);
  markLinks(lines, zones);
  markLists(lines, zones);
  markSignatures(lines, zones);
  markFooters(lines, zones, footers);
  markBareSignature(lines, zones, author);
  markEnclosures(lines, zones);
  return zones;
}
