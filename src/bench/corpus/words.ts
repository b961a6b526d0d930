import type { Random } from './random.ts';

const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'cl',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'sp',
  'st',
  't',
  'tr',
  'v',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ea', 'oo', 'ai'];
const CODAS = ['', '', 'ck', 'd', 'l', 'm', 'n', 'nd', 'r', 's', 'st', 't', 'x'];
const ENDINGS = ['', '', '', 'er', 'ing', 'ion', 'ed', 's', 'al'];
const IDENTIFIERS = ['_lock()', '_init', '_ops', '()', '_map', '_FLAGS', '->next'];

/** Turns of argument, around which the matter is made up: what an extractor of positions looks for must occur as in mail. */
const FRAMES: readonly [string, ...string[]] = [
  'I think we should # the # instead of the #',
  'the # is wrong here, because # cannot # a #',
  'why not # the # and let the # do it',
  'that would break # on every # with more than one #',
  'I agree that the # needs a # of its own',
  'the problem with # is that a # has to # it twice',
  'this patch # the # so that # can be # without #',
  'we tried # once and it was slower than #, see the # in #',
  'NAK, a # does not belong in the #',
  "please don't # the #, use # for it",
  'it might be better to # only when the # is #',
  'what happens if the # is # while the # still holds a #',
  'the # takes a # and returns the number of # that were #',
  'on my machine # goes from # to # when # is off',
  'there is no reason to # every # at #',
  'if # were # first, then # would not need #',
  'the # of a # is # by the #, as the # says',
  'sure, but then the # must # before any #',
  'fixed in the next version, the # now # the #',
  'can you # the # into a # and send it again',
];

/** Writes made-up English of one seed: real turns of argument around made-up nouns and verbs, rare ones rarely (Zipf). */
export interface Writer {
  word(): string;
  name(): string;
  sentence(): string;
  /** Lines of prose, none longer than `width`. */
  paragraph(sentences: number, width?: number): string[];
}

/** Distinct made-up words: about as many as a year of a list has beyond the common ones. */
const WORDS = 5000;

/** Makes a writer with a vocabulary and names of its own; what chance gives decides all it writes. */
export function makeWriter(random: Random): Writer {
  const words = Array.from({ length: WORDS }, (_, index) => makeWord(random, index));
  const word = (): string => {
    // A power of an even number makes early words common, about as Zipf's law has it.
    const index = Math.floor(WORDS * random.next() ** 3);
    return words[index] ?? 'word';
  };
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = (): string => {
    const text = random.pick(FRAMES).replace(/#/g, () => word());
    return capital(text) + (/^(?:why|what|can)\b/.test(text) ? '?' : '.');
  };
  return {
    word,
    name: () => `${capital(makeWord(random, 1))} ${capital(makeWord(random, 3))}`,
    sentence,
    paragraph: (sentences, width = 72) => wrap(Array.from({ length: sentences }, sentence).join(' '), width),
  };
}

function makeWord(random: Random, index: number): string {
  const of = (list: readonly string[]): string => list[random.between(0, list.length - 1)] ?? '';
  const syllable = (): string => of(ONSETS) + of(NUCLEI) + of(CODAS);
  const stem = Array.from({ length: random.between(1, index < 200 ? 2 : 3) }, syllable).join('');
  return index % 11 === 10 ? stem + of(IDENTIFIERS) : stem + of(ENDINGS);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
