import { normaliseId } from '../../model/typed-id.ts';
import { readQuery } from '../query.ts';
import { answerWord, NONE } from './answers.ts';
import type { Engine } from './engine.ts';
import { type Hit, hitOf } from './hit.ts';

/**
 * The record whose id was typed, in any case and with blanks or hyphens, or null where the text is no id or nothing has it.
 * An argument is shown on the page of its position.
 *
 * @example goTo(engine, 'prec-7f3q2 p3') → the hit of PREC-7F3Q2-P3
 */
export async function goTo(engine: Engine, typed: string): Promise<Hit | null> {
  const id = normaliseId(typed)?.replace(/-A\d+$/, '');
  if (id === undefined) return null;
  const query = readQuery(`${id} `);
  const [word] = query.wanted;
  if (word === undefined) return null;
  const { levels } = await answerWord(engine, { ...word, parts: [word.joined] });
  for (const [record, level] of levels.entries()) {
    if (level === NONE) continue;
    const hit = await hitOf(engine, record, query);
    if (hit.meta.id === id) return hit;
  }
  return null;
}
