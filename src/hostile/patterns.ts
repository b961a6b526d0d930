import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A regular expression of the program, as it stands in the source. */
export interface Pattern {
  /** File and line, under `src/`. */
  readonly where: string;
  readonly expression: RegExp;
}

/** A literal after what may stand before an expression; the source is formatted, so that this finds them all. */
const LITERAL =
  /(?<=(?:[(=:,[!&|?{;]|=>|return)\s*)\/(?![*/])((?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

/** Every regular expression written in the modules of a folder below `src/`, tests left out. */
export function patternsIn(folder: string): Pattern[] {
  const root = join(import.meta.dirname, '..');
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('__fixtures__'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(root, folder, file), 'utf8');
      return Array.from(text.matchAll(LITERAL), ({ index, 1: source = '', 2: flags = '' }) => ({
        where: `${folder}/${file}:${text.slice(0, index).split('\n').length}`,
        expression: new RegExp(source, flags),
      }));
    });
}

/**
 * Patterns whose work grows with the square of their input, and the most characters that are ever given to them. What bounds
 * them stands in the module that has them.
 */
export const BOUNDED: ReadonlyMap<string, number> = new Map([
  // archive/charset.ts, archive/mail/addresses.ts
  ['^["\']+|["\']+$', 1000],
  // archive/mail/addresses.ts
  [String.raw`\s+(?:at|\[at\]|\(at\)|<at>|\(a\))\s+|_at_|\(a\)`, 1000],
  // archive/mail/addresses.ts
  [String.raw`\s+via [\w.@ -]{1,60}$`, 1000],
  // archive/pages/pipermail.ts
  [String.raw`^\s*(.*?)\s*(\S+ at \S+)\s*$`, 200],
  // archive/web/thread-page.ts
  [String.raw`^[^<>\s]+@[^<>\s]*$`, 500],
  // attribution/hints.ts
  [String.raw`\s*<[^>]*>\s*$`, 80],
  // attribution/forms/dated.ts
  [String.raw`(?:のメール)?\s*[:：]$`, 400],
  // attribution/forms/person.ts
  ['^["\'(]+|["\')]+$', 400],
  // attribution/forms/person.ts
  [String.raw`^[([*]+|[\],;)]+$`, 400],
  // attribution/forms/person.ts
  [String.raw`^[\s*,"'(@]+|[\s,"'(:[]+$`, 400],
  // attribution/forms/wrote.ts
  [String.raw`^(.*?)\s*[:：]\s*$`, 400],
  // attribution/zones/links.ts
  [String.raw`^\s*(?=.*(?:>8|8<|>%|%<|✂))(?:-|\s|>8|8<|>%|%<|✂|cut here|snip){6,}\s*$`, 300],
  // extraction/tokens.ts
  [
    String.raw`[a-z]+:\/\/\S+|[\p{L}\p{N}_$#@/~.+-]*[\p{L}\p{N}_](?:['’]\p{L}+|[\p{L}\p{N}_/.:+<>=-]*[\p{L}\p{N}_/+])*(?:\(\))?|\.{2,}|[?!,;:()"“”—]|--`,
    2000,
  ],
  // extraction/tokens.ts
  ['[.:=-]+$', 2000],
  // extraction/words.ts
  [String.raw`\p{L}{2,}\.\p{L}{1,4}$`, 60],
  // threads/subject.ts
  [String.raw`\s*\((?:fwd|was:? [^()]{0,200})\)\s*$`, 1000],
]);

/** What most patterns have something for. */
const COMMON = ['a', ' ', '\t', '\r', '\n', '0', 'A', '.', '-', '>', '@', ':', '"', ')', ']'];

/** Pieces that keep a pattern busy when they are repeated: the characters and words it speaks of, alone and in pairs. */
export function piecesFor({ expression: { source } }: Pattern): string[] {
  const bare = source.replace(/\\[pP]\{[^}]*\}|\\[bBsSdDwWnrtux]/g, ' ').replaceAll('\\', '');
  const words = Array.from(bare.matchAll(/\p{L}{2,}/gu), ([word]) => word);
  const signs = [...new Set(bare.replace(/[\s\p{L}]/gu, ''))].slice(0, 12);
  const pairs = signs.flatMap((sign) => [`${sign} `, `a${sign}`]);
  return [...new Set([...COMMON, ...signs, ...words, ...words.map((word) => `${word} `), ...pairs])];
}

/** What a pattern asks for first, if that is plain text: behind it, its other parts are reached. */
export function leadOf({ expression: { source } }: Pattern): string {
  return (/^\^?(?:\\s\*)?((?:[\w :-]|\\[[(])+)(?![*+?{|])/.exec(source)?.[1] ?? '').replaceAll('\\', '');
}
