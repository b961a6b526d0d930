import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * The rule for what looks like an e-mail address in the built site. It may stand there only if it is, whole and letter by
 * letter, one of these:
 *
 * 1. a Message-ID of the archive: named by a `Message-ID`, `In-Reply-To` or `References` header of a source or by `messageId`
 *    in its description, or a whole step of the path of an address in `content/`, with a digit before the `@`;
 * 2. the address of a list: its local part is on the list below, and its host is a server of lists.
 *
 * Everything else is taken for a person's, and is an error.
 */
const CANDIDATE = /[\p{L}\p{N}._%+=$/~-]{1,200}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
const LIST = /^(?:linux-[a-z-]+|netdev|ksummit-discuss)@(?:vger\.kernel\.org|lists\.linuxfoundation\.org)$/;

/** Files that hold text only packed; what they hold stands unpacked beside them. */
const PACKED = /\.(?:zip|png|woff2)$/;

/** A file of the built site as text. */
export interface SiteText {
  readonly file: string;
  readonly text: string;
}

/** Reads every file of a built site as text, a database cell by cell. */
export function textsOf(dist: string): SiteText[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !PACKED.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = path.endsWith('.sqlite') ? cellsOf(path) : readFileSync(path, 'utf8');
      return { file: path.slice(dist.length + 1).replaceAll('\\', '/'), text };
    });
}

function cellsOf(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    return tables
      .flatMap(({ name }) => database.prepare(`select * from "${String(name)}"`).all())
      .flatMap((row) => Object.values(row).map(String))
      .join('\n');
  } finally {
    database.close();
  }
}

/** The Message-IDs that the archive and the addresses given for it name, without their angle brackets. */
export function archivedIds(content: string): Set<string> {
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:txt|ya?ml|mdx)$/.test(name),
  );
  return new Set(files.flatMap((name) => idsIn(readFileSync(join(content, name), 'utf8'))));
}

/** The Message-IDs that one text names. @example idsIn('messageId: "<1@example.org>"') → ['1@example.org'] */
export function idsIn(text: string): string[] {
  const headers = text.matchAll(/^(?:message-id|in-reply-to|references|messageId):(?:.*(?:\n[ \t].*)*)/gim);
  const named = [...headers].flatMap(([header]) =>
    [...header.matchAll(/<([^<>\s]{1,250})>/g)].map(([, id = '']) => id),
  );
  const steps = [...text.matchAll(/https?:\/\/[^\s"'<>)]{1,2000}/g)]
    .flatMap(([address]) => (URL.canParse(address) ? new URL(address).pathname.split('/') : []))
    .map(decodeURIComponent)
    .filter((step) => /\d.*@/.test(step));
  return [...named, ...steps];
}

/**
 * The addresses in a text that are neither a Message-ID of the archive nor a list's.
 *
 * @example personalAddresses('mail ann@example.org', new Set()) → ['ann@example.org']
 */
export function personalAddresses(text: string, ids: ReadonlySet<string>): string[] {
  // However HTML, addresses, JSON and LaTeX write it.
  const plain = text.replaceAll(/%40|&#(?:64|x40);|&commat;|\\u0040/gi, '@').replaceAll(/\\(?=[_%$&~])/g, '');
  return [...plain.matchAll(CANDIDATE)].flatMap(([found]) => {
    // In an address the ID is one step of the path: `lore.kernel.org/lkml/1@example.org`.
    const whole = found.split('/').at(-1) ?? found;
    return ids.has(whole) || LIST.test(whole) ? [] : [found];
  });
}
