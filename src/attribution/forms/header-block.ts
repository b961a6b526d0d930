import type { Named } from './form.ts';
import { isRuleFor, readField } from './header-labels.ts';
import { readPerson } from './person.ts';

/** `-----Original Message-----` and its kin: a rule with words in it, whatever the language. */
const RULE =
  /^(?:[-_]{2,} ?([\p{L}\p{M}](?:[\p{L}\p{M} .'’-]{0,40}[\p{L}\p{M}])) ?[-_]{2,}|[-_]{20,}|-{2,} ?Forwarded by .{2,80} -{2,}|Begin forwarded message:|Anfang der weitergeleiteten (?:Nachricht|E-Mail):|Début du message (?:réexpédié|transféré) ?:|Inizio messaggio inoltrato:|Inicio del mensaje reenviado:|Begin doorgestuurd bericht:|Vidarebefordrat brev:)$/u;
export const RAW_HEADER = /^(?:Message-ID|Received|Return-Path|MIME-Version|X-[\w-]+):/i;
const MOST_LINES = 14;

/** A quoted header: whose mail follows, at the same depth. */
export interface HeaderBlock extends Named {
  /** Lines that it takes up. */
  readonly length: number;
}

/**
 * Reads the header that Outlook and forwarding mailers put above the mail they quote, from its rule or its sender's line.
 * It must name a sender and give one more field below a rule, two without; a pasted raw header is no such block.
 */
export function readHeaderBlock(texts: readonly string[]): HeaderBlock | null {
  const ruled = RULE.test(texts[0]?.trim() ?? '');
  let index = ruled ? 1 : 0;
  if (ruled && texts[index]?.trim() === '') index += 1;
  let sender: string | null = null;
  let fields = 0;
  for (; index < Math.min(texts.length, MOST_LINES); index += 1) {
    const text = texts[index]?.trim() ?? '';
    if (RAW_HEADER.test(text)) return null;
    const field = readField(text);
    if (field?.kind === 'from' && sender === null) sender = field.value;
    else if (field !== null) fields += 1;
    else if (sender === null || text === '' || !isFolded(texts, index)) break;
    else if (fields === 0) sender = `${sender} ${text}`;
  }
  if (sender === null && fields === 0) return bareRule(texts[0] ?? '');
  if (sender === null || fields < (ruled ? 1 : 2)) return null;
  const person = readPerson(sender.replace(/\[mailto:([^\]]*)\].*$/, '<$1>').replace(/\]On Behalf Of\s*/i, '] '));
  const behalf = /On Behalf Of\s+(.{2,80})$/i.exec(sender)?.[1];
  const name = behalf?.trim() ?? person?.name ?? null;
  return { name, address: behalf === undefined ? (person?.address ?? null) : null, dated: true, length: index };
}

/** Longest label of a field, with what may stand around it. */
const LABEL = 32;

/** Tells whether a quoted header may begin with a line: most lines are ruled out by where their colon is. */
export function mayOpenHeaderBlock(text: string): boolean {
  let first = 0;
  while (text[first] === ' ') first += 1;
  if (text[first] === '-' || text[first] === '_') return RULE.test(text.trim());
  let colon = text.indexOf(':', first);
  if (colon === -1) colon = text.indexOf('：', first);
  if (colon <= first || colon - first > LABEL) return false;
  const trimmed = text.trim();
  return readField(trimmed) !== null || (trimmed.endsWith(':') && RULE.test(trimmed));
}

/** One or two lines between two fields that are none themselves belong to the one before them. */
function isFolded(texts: readonly string[], index: number): boolean {
  return [1, 2].some((step) => {
    const next = texts[index + step]?.trim() ?? '';
    return readField(next) !== null;
  });
}

/** The rule alone, where the mailer writes no header below it: a mail follows, but nothing says whose. */
function bareRule(text: string): HeaderBlock | null {
  const words = RULE.exec(text.trim())?.[1];
  if (words === undefined || !isRuleFor(words)) return null;
  return { name: null, address: null, dated: false, length: 1 };
}
