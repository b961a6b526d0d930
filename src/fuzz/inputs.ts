import fc from 'fast-check';

/** What any text may hold that somebody did not reckon with. */
const ODD = [
  '',
  '\0',
  '\ufeff',
  '\u00a0',
  '\u00ad',
  '\u0085',
  '\r',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\\',
  '"',
  "'",
  '`',
  '<',
  '>',
  '&',
  '&amp;',
  '&#x110000;',
  '{',
  '}',
  '$' + '{x}',
  '[',
  ']',
  '(',
  '%00',
  '../',
  '__proto__',
  'constructor',
  '<script>',
  '</script>',
  ']]>',
  '<!--',
  '-->',
  '---\n',
  'a'.repeat(300),
] as const;

/** As `ODD`, beyond the bytes. */
const WIDE = [
  '\u200b',
  '\u202e',
  '\u2028',
  '\ud800',
  '\udfff',
  '😀',
  'e\u0301',
  '\ufffe',
  'ﬂ°°',
  'ı',
  'İ',
  'ſ',
  'K',
] as const;

type Change = (text: string) => string;

/** A change to a text: a stretch taken out, doubled or moved, something put in, one character turned into another. */
function changes(pieces: readonly string[], letter: fc.Arbitrary<string>): fc.Arbitrary<Change> {
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const stretch = fc.tuple(place, place);
  const cut = (text: string, [at, length]: readonly [number, number]): readonly [string, string, string] => {
    const start = Math.floor(at * text.length);
    const end = Math.min(text.length, start + Math.ceil(length * length * 60));
    return [text.slice(0, start), text.slice(start, end), text.slice(end)];
  };
  const put = fc.oneof(fc.constantFrom(...pieces), letter);
  return fc.oneof(
    stretch.map((one): Change => {
      return (text) => {
        const [before, , after] = cut(text, one);
        return before + after;
      };
    }),
    fc.tuple(stretch, fc.integer({ min: 2, max: 6 })).map(([one, times]): Change => {
      return (text) => {
        const [before, middle, after] = cut(text, one);
        return before + middle.repeat(times) + after;
      };
    }),
    fc.tuple(stretch, place).map(([one, to]): Change => {
      return (text) => {
        const [before, middle, after] = cut(text, one);
        const rest = before + after;
        const at = Math.floor(to * rest.length);
        return rest.slice(0, at) + middle + rest.slice(at);
      };
    }),
    fc.tuple(place, put).map(([at, piece]): Change => {
      return (text) => {
        const start = Math.floor(at * text.length);
        return text.slice(0, start) + piece + text.slice(start);
      };
    }),
    fc.tuple(place, letter).map(([at, other]): Change => {
      return (text) => {
        const start = Math.floor(at * text.length);
        return text.slice(0, start) + other + text.slice(start + 1);
      };
    }),
  );
}

const byte = fc.nat(255).map((code) => String.fromCharCode(code));
const letter = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom(...WIDE));

function madeOf(
  seeds: readonly string[],
  pieces: readonly string[],
  one: fc.Arbitrary<string>,
  odd: readonly string[],
): fc.Arbitrary<string> {
  const all = [...pieces, ...odd];
  const soup = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...all) }, { weight: 1, arbitrary: one }), {
    maxLength: 40,
  });
  const changed = fc
    .tuple(fc.constantFrom(...seeds), fc.array(changes(all, one), { maxLength: 8 }))
    .map(([seed, steps]) => steps.reduce((text, step) => step(text), seed));
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 3, arbitrary: soup.map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.array(one, { maxLength: 200 }).map((parts) => parts.join('')) },
  );
}

/** Documents, as text of bytes: whole ones that are changed here and there, and loose pieces of them. */
export function documents(seeds: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  return madeOf(seeds.map(utf8), pieces.map(utf8), byte, ODD.map(utf8));
}

/** Texts of any characters, made in the same way. */
export function texts(seeds: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  return madeOf(seeds, pieces, letter, [...ODD, ...WIDE]);
}

function utf8(text: string): string {
  return Buffer.from(text).toString('latin1');
}
