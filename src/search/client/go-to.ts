import { normaliseId } from '../../model/typed-id.ts';
import { readQuery } from '../query.ts';
import { answerWord, NONE } from './answers.ts';
import type { Engine } from './engine.ts';
import { type Hit, hitOf } from './hit.ts';

/** Where a typed id leads. */
export interface Target {
  /** The id of what is led to. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** The id as typed, where another has taken its place. */
  readonly former: string | null;
}

/** More steps from one former id to the next are a circle. */
const MOST_STEPS = 8;

/**
 * The record whose id was typed, in any case and with blanks or hyphens, or null where the text is no id or nothing has it. An
 * argument is shown on the page of its position. A former id leads to what has taken its place, or to its tombstone.
 *
 * @example goTo(engine, 'prec-7f3q2 p3') → { id: 'PREC-7F3Q2-P3', … }
 */
export async function goTo(engine: Engine, typed: string): Promise<Target | null> {
  const id = normaliseId(typed)?.replace(/-A\d+$/, '');
  if (id === undefined) return null;
  const hit = await hitOfId(engine, id);
  if (hit !== null) return targetOf(hit, id, null);
  const moved = await engine.moved();
  let to: string | null | undefined = id;
  for (let step = 0; step < MOST_STEPS && typeof to === 'string'; step += 1) {
    const place: Hit | null = await hitOfId(engine, to);
    if (place !== null) return targetOf(place, to, id);
    to = moved[to];
  }
  return moved[id] === undefined ? null : { id, url: `/${id}/`, title: 'withdrawn', former: null };
}

function targetOf({ url, meta }: Hit, id: string, former: string | null): Target {
  return { id, url, title: meta.title ?? '', former };
}

async function hitOfId(engine: Engine, id: string): Promise<Hit | null> {
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
