import type { Sentence } from '../sentence.ts';

/** Words that point back at an option named before. */
const POINTERS = new Set(['this', 'that', 'it', 'these', 'those', 'they', 'latter', 'former', 'such', 'both']);
/** Names that say no more than that something was spoken of: `this approach`, `your patch`, `the latter idea`. */
const EMPTY = new Set(
  `patch patches approach idea proposal option solution series feature thing stuff way design suggestion interface change one
  latter former above solution model scheme concept point argument question`.split(/\s+/),
);
const BEFORE = new Set([
  'this',
  'that',
  'these',
  'those',
  'such',
  'your',
  'latter',
  'former',
  'the',
  'his',
  'her',
  'their',
]);

/** Whether a run of sentences points back at what was spoken of before. */
export function pointsBack(sentences: readonly Sentence[]): boolean {
  return sentences.some(({ tokens }) => tokens.some((token) => POINTERS.has(token.text)));
}

/** Whether the name at a place only points: "this patch", "the latter approach". */
export function onlyPoints({ tokens }: Sentence, from: number, to: number): boolean {
  return BEFORE.has(tokens[from - 1]?.text ?? '') && tokens.slice(from, to).every((token) => EMPTY.has(token.text));
}
