import { readAttribution } from './forms/index.ts';

/** The marks that one message uses besides `>` at the start of a line. */
export interface Marks {
  /** Single characters: `:`, `|`, `%`, `}`. */
  readonly signs: ReadonlySet<string>;
  /** Names or initials before `>`. */
  readonly citers: ReadonlySet<string>;
  /** Blanks stand before the marks. */
  readonly indented: boolean;
  /** A blank too many stands before inner marks (`>  > a`): a quotation whose own marks stood behind blanks. */
  readonly wide: boolean;
  /** `>>> ` is the prompt of a Python session, not a mark. */
  readonly prompts: boolean;
}

/** Characters that some mailers put before quoted lines; each counts only where a message uses it throughout. */
const SIGNS = [':', '|', '%', '}'];
const CITER = /^ {0,4}([A-Za-z][\w.'-]{0,15})>(?=\s|$|>)/;
/** A rare mark must stand before this many lines, signs in a row. */
const RUN = 3;

/** Learns the rare marks of a message from its lines. */
export function learnMarks(texts: readonly string[]): Marks {
  const counts = new Map<string, number>();
  let indented = 0;
  let wide = 0;
  const bare = texts.map(bareOf);
  texts.forEach((text, index) => {
    const citer = citerOf(bare[index] ?? '');
    if (citer !== undefined) counts.set(citer, (counts.get(citer) ?? 0) + 1);
    if (text.startsWith(' ') && /^ {1,4}>(?: |>|$)/.test(text)) indented += 1;
    if (text.startsWith('>') && text.includes('>  >') && /^(?:> ?){0,31}> {2}>(?: |$)/.test(text)) wide += 1;
  });
  const begun = bare.filter((text) => text !== '' && SIGNS.includes(text.charAt(0)));
  const citers = [...counts].filter(([, count]) => count >= RUN).map(([citer]) => citer);
  return {
    signs: new Set(begun.length < RUN ? [] : SIGNS.filter((sign) => quotesWith(sign, texts, bare))),
    citers: new Set(citers),
    indented: indented >= 2,
    wide: wide >= 2,
    prompts:
      texts.some((text) => text.startsWith('>>> ') && /^>>> \S/.test(text)) &&
      !texts.some((text) => /^>>?(?:[^>]|$)/.test(text)),
  };
}

/** Reads `Name>` at the start of a text. @example readCiter('DC> yes') → { token: 'DC', length: 3 } */
export function readCiter(text: string): { token: string; length: number } | null {
  const match = CITER.exec(text);
  return match?.[1] === undefined ? null : { token: match[1], length: match[0].length };
}

/** Blanks and letters before the mark. */
const LONGEST_CITER = 20;

/** Reads `Name>` at the start of a line, where a mark stands near enough. */
function citerOf(text: string): string | undefined {
  const mark = text.indexOf('>');
  return mark > 0 && mark <= LONGEST_CITER ? readCiter(text.slice(0, 40))?.token : undefined;
}

/**
 * Tells whether a sign quotes: a run of lines begins with it, of which at least two hold words, and an attribution line stands
 * above, or the message has no other mark. Beside `>` a bar down the side is somebody's own example as often as not.
 */
function quotesWith(sign: string, texts: readonly string[], bare: readonly string[]): boolean {
  const alone = !texts.some((text) => text.startsWith('>'));
  let run = 0;
  let wordy = 0;
  let introduced = false;
  let above = '';
  for (const text of bare) {
    if (isMarked(text, sign)) {
      if (run === 0) introduced = above.endsWith(':') && readAttribution(above) !== null;
      run += 1;
      if (/\p{L}{3}/u.test(text)) wordy += 1;
      if (run >= RUN && wordy >= 2 && (alone || introduced)) return true;
    } else {
      run = 0;
      wordy = 0;
      if (text.trim() !== '') above = text.trim();
    }
  }
  return false;
}

/** A line without its outer marks: those of one mailer may stand behind those of the next. */
function bareOf(text: string): string {
  let at = 0;
  for (let marks = 0; marks < 64 && text[at] === '>'; marks += 1) at += text[at + 1] === ' ' ? 2 : 1;
  return at === 0 ? text : text.slice(at);
}

function isMarked(text: string, sign: string): boolean {
  if (!text.startsWith(sign)) return false;
  // A field list of reStructuredText: `:param name: …`.
  if (sign === ':' && /^:[\w-]{2,30}(?: [^:]{1,60})?:(?:\s|`|$)/.test(text)) return false;
  // A table row ends as it begins; code closes a brace with nothing or punctuation after it.
  if (sign === '|') return !text.trimEnd().endsWith('|') || text.trim() === '|';
  return sign !== '}' || text === '}' || /^\} \p{L}/u.test(text);
}
