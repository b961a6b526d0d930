import { z } from 'zod';
import { Polarity, Stance } from '../../model/position.ts';

/** What a model may say of one position: the numbers of its sentences, and how it judges them. No words of the text. */
const Found = z.object({
  sentences: z.array(z.int()).min(1).max(12),
  stance: Stance,
  confidence: z.number().min(0).max(1),
  term: z.string().nullable().default(null),
  arguments: z.array(z.object({ sentence: z.int(), polarity: Polarity })).default([]),
});

/** A whole answer. */
export const Answer = z.object({ positions: z.array(Found) });
export type Answer = z.infer<typeof Answer>;
export type FoundByModel = Answer['positions'][number];

/**
 * Reads an answer: as it stands, else once more with what models put around and into JSON taken away. Returns null where
 * neither is an answer, and whether it had to be repaired.
 */
export function readAnswer(text: string): { readonly answer: Answer; readonly repaired: boolean } | null {
  const plain = parse(text);
  if (plain !== null) return { answer: plain, repaired: false };
  const mended = parse(repair(text));
  return mended === null ? null : { answer: mended, repaired: true };
}

function parse(text: string): Answer | null {
  try {
    return Answer.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Takes away fences, chatter before and after, and commas before a closing bracket; a bare list becomes the list of positions.
 * What stands between quotation marks is left alone.
 *
 * @example repair('Sure!\n```json\n{"positions": [],}\n```') → '{"positions": []}'
 */
export function repair(text: string): string {
  const object = text.indexOf('{');
  const list = text.indexOf('[');
  const bare = list !== -1 && (object === -1 || list < object);
  const first = bare ? list : object;
  const last = text.lastIndexOf(bare ? ']' : '}');
  if (first === -1 || last < first) return '';
  const json = withoutStrayCommas(text.slice(first, last + 1));
  return bare ? `{"positions":${json}}` : json;
}

/** One pass over the text, so that no answer costs more than its length. */
function withoutStrayCommas(json: string): string {
  let result = '';
  let comma = '';
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charAt(at);
    if (quoted) {
      result += character;
      if (character === '\\') {
        at += 1;
        result += json.charAt(at);
      } else if (character === '"') quoted = false;
      continue;
    }
    // A comma waits for what comes behind it and the blanks.
    if (comma !== '' && /\s/.test(character)) {
      comma += character;
      continue;
    }
    result += character === '}' || character === ']' ? comma.slice(1) : comma;
    comma = character === ',' ? ',' : '';
    if (character !== ',') result += character;
    if (character === '"') quoted = true;
  }
  return result + comma;
}
