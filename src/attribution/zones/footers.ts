import type { BodyLine } from '../marks.ts';
import type { BodyZone } from './body-zone.ts';
import type { Footers } from './learnt-footers.ts';

/** The first line of what list servers add at the end of a mail (Mailman, majordomo, ezmlm, Google, Yahoo, Sympa, groups.io). */
const FOOTER =
  /^(?:_{30,}|_\._,_\._,_|-=-=-=-=|To unsubscribe[,:]? |To unsubscribe from this (?:list|group)|To UNSUBSCRIBE, email to|Unsubscribe: |For additional commands, e-?mail|More information about the .{0,60}list$|You received this message because you are subscribed|To post to this group|The following section of this message contains a file attachment|Please read the FAQ at\b)/i;
/** `Rings mailing list`, alone or with the list's address behind it. */
const LIST_NAME = /^.{1,60} mailing list(?: -- \S+)?$/i;
/** A line that a device or a company puts below every mail. */
const DEVICE =
  /^(?:Sent from (?:my|Mail for|Yahoo|Outlook|Proton)\b.{0,60}|Get Outlook for .{1,30}|Von meinem .{1,40} gesendet|Envoyé (?:de|depuis) mon .{1,40}|Enviado (?:desde|do) (?:mi|meu) .{1,40}|Inviato da(?:l mio)? .{1,40}|Verstuurd vanaf mijn .{1,40}|Skickat från min .{1,40}|Отправлено (?:с|из) .{1,40})$/u;
/** Footers are looked for among so many lines at the end. */
const TAIL = 24;

/**
 * Zones the list's own lines at the end of a mail, and those of a mail quoted in it: by the words that list servers are known to
 * use, and by what was learnt of this list.
 */
export function markFooters(lines: readonly BodyLine[], zones: BodyZone[], learnt: Footers): void {
  lines.forEach(({ text, depth }, index) => {
    // Most lines begin with a small letter or a blank, and no footer does but that of `… mailing list`.
    const small = text < 'A' || (text >= 'a' && text < '{');
    if (!small && DEVICE.test(text)) zones[index] = 'footer';
    if (depth > 0 && (!small || text.startsWith('-=') || text.includes('mailing list')) && opensFooter(text)) {
      markQuoted(lines, zones, index);
    }
  });
  const start = ownStart(lines, learnt);
  for (let index = start; index < lines.length; index += 1) if (lines[index]?.depth === 0) zones[index] = 'footer';
}

function opensFooter(text: string): boolean {
  const mayNameList = text.endsWith('t') || text.endsWith('T') || text.includes(' -- ');
  return FOOTER.test(text) || (mayNameList && LIST_NAME.test(text));
}

/** Where the footer at the very end begins; the number of lines where there is none. */
function ownStart(lines: readonly BodyLine[], learnt: Footers): number {
  const own = learnt.startIn(lines);
  const from = Math.max(0, lines.length - TAIL);
  for (let index = from; index < own; index += 1) {
    const line = lines[index];
    if (line === undefined || line.depth > 0 || !opensFooter(line.text) || !isLast(lines, index)) continue;
    return /^-{1,3}\s?$/.test(lines[index - 1]?.text ?? '') ? index - 1 : index;
  }
  return own;
}

/** A footer is followed by nothing but short lines, none of them quoted. */
function isLast(lines: readonly BodyLine[], start: number): boolean {
  return lines.slice(start + 1).every(({ depth, text }) => depth === 0 && text.length <= 200);
}

/** A footer that was quoted along runs to the end of its depth. */
function markQuoted(lines: readonly BodyLine[], zones: BodyZone[], start: number): void {
  const depth = lines[start]?.depth;
  let end = start;
  while (end < lines.length && end - start <= TAIL && (lines[end]?.depth === depth || lines[end]?.text.trim() === '')) {
    end += 1;
  }
  if (end - start <= TAIL) zones.fill('footer', start, end);
}
