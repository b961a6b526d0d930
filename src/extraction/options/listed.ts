import type { Block } from '../blocks.ts';
import type { CutSentence } from '../sentence.ts';

/** A paragraph as far as options ask. */
export interface Paragraph {
  readonly block: Pick<Block, 'item' | 'depth'>;
  readonly sentences: readonly CutSentence[];
}

/**
 * Words of a lead-in behind which the items of a list are options. The plural matters: behind "this is another choice:" come
 * the steps of that one choice, behind "two choices:" the choices.
 */
const CHOICES = new Set(
  'options approaches ways choices alternatives possibilities variants proposals solutions either'.split(' '),
);
/** Words of a lead-in that say what else the items are. */
const OTHERS = new Set(
  'steps reasons problems issues questions patches changes people constituencies users cases examples'.split(' '),
);
const MARKER = /^\s*\(?([1-9]|[A-Da-d])[.):/]\s+/;
/** Words of an item that define its option. */
const WORDS = 12;

/**
 * Options that a list sets out item by item: `There are two ways:`, `1) map the ring`, `2) copy it`. Steps, reasons and
 * constituencies are numbered as well, but their lead-in does not speak of a choice; they define nothing.
 */
export function listedIn(paragraphs: readonly Paragraph[]): [number: string, words: string][] {
  const defined: [string, string][] = [];
  let leads = false;
  for (const { block, sentences } of paragraphs) {
    const [first] = sentences;
    if (first === undefined) continue;
    if (!block.item) {
      leads = isLead(sentences.at(-1));
      continue;
    }
    const marker = leads ? MARKER.exec(first.text) : null;
    if (marker?.[1] === undefined) continue;
    const words = defining(first.text.slice(marker[0].length));
    if (words !== '') defined.push([marker[1].toUpperCase(), words]);
  }
  return defined;
}

function isLead(sentence: CutSentence | undefined): boolean {
  if (sentence === undefined || !sentence.text.endsWith(':')) return false;
  const texts = sentence.tokens.map(({ text }) => text);
  return texts.some((text) => CHOICES.has(text)) && !texts.some((text) => OTHERS.has(text));
}

function defining(text: string): string {
  const clause = text.replace(/\s+/g, ' ').split(/[,;:.!?](?:\s|$)| - /)[0] ?? '';
  return clause.split(' ').slice(0, WORDS).join(' ').trim();
}
