import type { Decision } from '../model/decision.ts';
import { RELATION_WORDS } from './words.ts';

/** A decision related to another, in words that read from the page they stand on. */
export interface RelatedDecision {
  readonly words: string;
  readonly decision: Decision;
  readonly note: string | null;
}

/** The relations a record states and those that others state of it; each relation is stored on one side only. */
export function relatedTo(decision: Decision, all: readonly Decision[]): RelatedDecision[] {
  const { byId } = indexOf(all);
  const forward = decision.relations.flatMap(({ kind, target, note }) => {
    const other = byId.get(target);
    return other === undefined ? [] : [{ words: RELATION_WORDS[kind].forward, decision: other, note: note ?? null }];
  });
  const inverse = statedOf(decision, all).map(({ by, relation: { kind, note } }) => {
    return { words: RELATION_WORDS[kind].inverse, decision: by, note: note ?? null };
  });
  return [...forward, ...inverse];
}

/** The decisions that supersede one, in the order of all. */
export function supersedersOf(decision: Decision, all: readonly Decision[]): Decision[] {
  const superseding = statedOf(decision, all).filter(({ relation }) => relation.kind === 'supersedes');
  return [...new Set(superseding.map(({ by }) => by))];
}

interface Stated {
  readonly by: Decision;
  readonly relation: Decision['relations'][number];
}

/** The relations that others state of a decision, under any of its ids, in the order of all. */
function statedOf({ id, aliases }: Decision, all: readonly Decision[]): Stated[] {
  const { naming } = indexOf(all);
  const names = new Set([id, ...aliases]);
  const others = new Set([...names].flatMap((name) => naming.get(name) ?? []));
  return [...others]
    .sort((a, b) => a.place - b.place)
    .flatMap(({ decision: by }) =>
      by.relations.filter(({ target }) => names.has(target)).map((relation) => ({ by, relation })),
    );
}

interface Placed {
  readonly place: number;
  readonly decision: Decision;
}

/** All decisions by every id they have, and those that name an id in a relation. */
interface Index {
  readonly byId: ReadonlyMap<string, Decision>;
  readonly naming: ReadonlyMap<string, readonly Placed[]>;
}

/** Every decision page asks for its relations: they are looked up, not searched for in all records each time. */
const indices = new WeakMap<readonly Decision[], Index>();

function indexOf(all: readonly Decision[]): Index {
  const known = indices.get(all);
  if (known !== undefined) return known;
  const byId = new Map<string, Decision>();
  const naming = new Map<string, Placed[]>();
  for (const [place, decision] of all.entries()) {
    for (const id of [decision.id, ...decision.aliases]) if (!byId.has(id)) byId.set(id, decision);
    const placed = { place, decision };
    for (const { target } of decision.relations) {
      const list = naming.get(target);
      if (list === undefined) naming.set(target, [placed]);
      else if (list.at(-1) !== placed) list.push(placed);
    }
  }
  const index = { byId, naming };
  indices.set(all, index);
  return index;
}
