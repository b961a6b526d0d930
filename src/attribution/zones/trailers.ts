import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';

/**
 * The trailers of git and of the kernel (git-interpret-trailers; Documentation/process/submitting-patches.rst):
 * `Signed-off-by: NAME <address>` and its kin, and those that name a bug, a commit or a page.
 */
const TRAILER =
  /^(?:[A-Z][A-Za-z]{1,24}(?:-[A-Za-z]{1,24}){0,5}-(?:by|to)|Cc|Fixes|Closes|Link|Change-Id|Message-Id|Bug|Bugzilla|Git-commit|Base-commit|Depends-on):\s+\S/i;
/** Alone the others are words for anything; with one of these they are trailers. */
const SURE = /^(?:[A-Za-z-]{2,80}-(?:by|to):\s+[\p{L}"'<@]|Fixes:\s+[0-9a-f]{7,40}\b|Change-Id:\s+I[0-9a-f]{8})/iu;

/**
 * Zones trailers as `signature`: who signs a patch stands there, but nobody argues. A block of trailers holds nothing else, but
 * for comments in brackets (`[mo: reworded]`) and folded lines; a single line counts where it is signed.
 */
export function markTrailers(lines: readonly BodyLine[], zones: BodyZone[]): void {
  for (let start = 0; start < lines.length; start += 1) {
    const depth = lines[start]?.depth;
    const text = lines[start]?.text ?? '';
    if (zones[start] !== 'prose' || !text.includes(': ') || !TRAILER.test(text)) continue;
    let end = start + 1;
    while (end < lines.length && lines[end]?.depth === depth && belongs(lines[end]?.text ?? '')) end += 1;
    const block = lines.slice(start, end);
    if (block.some(({ text }) => SURE.test(text))) zones.fill('signature', start, end);
    start = end - 1;
  }
}

function belongs(text: string): boolean {
  return TRAILER.test(text) || /^\s+\S/.test(text) || /^\[[\w .'-]{1,40}: [^\]]{1,200}\]$/.test(text);
}
