/** A stretch of archived text as it is shown: plain, a character made visible, or an address whose domain is left out. */
export interface VisiblePiece {
  readonly kind: 'text' | 'control' | 'address';
  readonly text: string;
  /** What stood there: the code point of a control character. */
  readonly note?: string;
}

/**
 * Characters that change how their neighbours look or that cannot be seen: C0 and C1 controls but the tab, soft hyphen,
 * zero-width characters, bidi controls (Unicode UAX #9), line and paragraph separators, invisible operators, the byte
 * order mark. Shown as their code point, so that no text can pass for another.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this looks for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

/** Local part and domain in the lengths that RFC 5321 §4.5.3.1 allows; nothing longer is looked at. */
const ADDRESS = /[\p{L}\p{N}._%+=/-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
/** `ann at example.org`, as archives write an address; in running prose the same letters mean something else. */
const SPELT_ADDRESS = /[\p{L}\p{N}._%+=/-]{1,64} at (?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
/** RFC 5322 §3.6.4: what can be seen of ASCII, and nothing else. */
const MESSAGE_ID = /<[!-;=?-~]{1,250}>/g;
/** Names of lists and of the programs that serve them are no person's address (RFC 2142). */
const SERVICE = /^(?:linux-[a-z-]+|lkml|netdev|ksummit-discuss|majordomo|[a-z-]+-(?:discuss|devel|request|list))$/i;

/**
 * Cuts text into what is shown of it. The address of a person keeps its first half only (`local@…`, in a header line also
 * where the archive wrote ` at `); Message-IDs and the addresses of lists stay. Offsets into the archived text are not
 * touched by this: cut first, show then.
 *
 * @example visible('ann@example.org') → [{ kind: 'address', text: 'ann@…' }]
 */
export function visible(text: string, zone: 'header' | 'text' = 'text'): VisiblePiece[] {
  // Nearly every text is shown as it stands, and is asked for on every page.
  if (isPlain(text, zone)) return text === '' ? [] : [{ kind: 'text', text }];
  const pieces: VisiblePiece[] = [];
  let done = 0;
  const spelt = zone === 'header' ? [...text.matchAll(SPELT_ADDRESS)] : [];
  const addresses = [...text.matchAll(ADDRESS), ...spelt].sort((a, b) => a.index - b.index);
  for (const found of addresses) {
    const shown = shortAddress(text, found.index, found[0]);
    if (shown === null) continue;
    pieces.push(...showHidden(text.slice(done, found.index)), { kind: 'address', text: shown });
    done = found.index + found[0].length;
  }
  return [...pieces, ...showHidden(text.slice(done))];
}

/** Says that a text is shown just as it stands, as nearly every line of an archive is: it need not be cut into pieces. */
export function isPlain(text: string, zone: 'header' | 'text' = 'text'): boolean {
  const mayHoldAddress = text.includes('@') || (zone === 'header' && text.includes(' at '));
  return !mayHoldAddress && !HIDDEN.test(text);
}

/** The same as plain text, for titles and descriptions. */
export function visibleText(text: string, zone: 'header' | 'text' = 'text'): string {
  return visible(text, zone)
    .map((piece) => piece.text)
    .join('');
}

/** Says whether a text holds the address of a person that a machine could send to. */
export function holdsAddress(text: string): boolean {
  if (!text.includes('@')) return false;
  for (const found of text.matchAll(ADDRESS)) {
    if (shortAddress(text, found.index, found[0]) !== null) return true;
  }
  return false;
}

function shortAddress(text: string, at: number, address: string): string | null {
  const [local = '', domain = ''] = address.split(/@| at /);
  if (domain === '' || SERVICE.test(local) || isMessageId(text, at, address)) return null;
  return address.includes('@') ? `${local}@…` : `${local} at …`;
}

/** A `Message-ID:` name with nothing but other Message-IDs between it and what follows; looked for in this many characters. */
const NAMED_ID = /(?:message-id|in-reply-to|references|msgid)[: \t]{1,8}(?:<[^<>\s]{1,250}>[ \t]{0,8}){0,20}$/i;
const NAMED_WITHIN = 2_000;

/** An angle-bracketed word with six digits in its left half, or behind a `Message-ID:` name, identifies a message, not a person. */
function isMessageId(text: string, at: number, address: string): boolean {
  if (!address.includes('@')) return false;
  for (const id of text.matchAll(MESSAGE_ID)) {
    if (at < id.index || at >= id.index + id[0].length) continue;
    const before = text.slice(Math.max(id.index - NAMED_WITHIN, 0), id.index);
    return NAMED_ID.test(before) || /^<(?=[^@]{0,200}\d{6})/.test(id[0]);
  }
  return false;
}

function showHidden(text: string): VisiblePiece[] {
  if (!HIDDEN.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
  const pieces: VisiblePiece[] = [];
  let plain = '';
  for (const character of text) {
    if (!HIDDEN.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') pieces.push({ kind: 'text', text: plain });
    plain = '';
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    pieces.push({ kind: 'control', text: `U+${code}`, note: 'a character that cannot be seen' });
  }
  return plain === '' ? pieces : [...pieces, { kind: 'text', text: plain }];
}
