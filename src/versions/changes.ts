import { through } from '../model/through.ts';
import type { Change, DecisionSubstance, PositionSubstance, Substance } from './version.ts';

/** A change with the words before and after, where it is one of words; those are shown laid over each other. */
export interface Difference extends Change {
  readonly words?: readonly [before: string, after: string];
}

/** One respect in which two versions of a position may differ. */
interface Aspect {
  readonly kind: Change['kind'];
  readonly name: string;
  readonly of: (position: PositionSubstance) => string | null | undefined;
}

const POSITION_ASPECTS: readonly Aspect[] = [
  { kind: 'stance', name: 'stance', of: ({ stance }) => stance },
  { kind: 'stance', name: 'option', of: ({ option }) => option },
  { kind: 'stance', name: 'hedge', of: ({ hedge }) => hedge },
  { kind: 'stance', name: 'condition', of: ({ condition }) => condition },
  { kind: 'holder', name: 'holder', of: ({ holder }) => holder },
  { kind: 'holder', name: 'how the holder is known', of: ({ basis }) => basis },
  { kind: 'holder', name: 'known through', of: (position) => through(position) },
  { kind: 'quotation', name: 'source', of: ({ source }) => source },
  { kind: 'reworded', name: 'answers', of: ({ respondsTo }) => respondsTo },
];

/**
 * Says what became of an id between two of its versions. Empty where their substance is the same.
 *
 * @example changesBetween(supports, opposes) → [{ kind: 'stance', text: 'stance: supports → opposes' }]
 */
export function changesBetween(before: Substance, after: Substance): Difference[] {
  if (after.kind === 'removed') return [];
  if (after.kind === 'gone') {
    return [
      after.to === null
        ? { kind: 'withdrawn', text: `withdrawn (${after.code}): ${after.reason}` }
        : { kind: 'moved', text: `moved to ${after.to} (${after.code}): ${after.reason}` },
    ];
  }
  if (before.kind === 'position' && after.kind === 'position') return positionChanges(before, after);
  if (before.kind === 'decision' && after.kind === 'decision') return decisionChanges(before, after);
  return [{ kind: 'restored', text: 'given back what was taken away' }];
}

function positionChanges(before: PositionSubstance, after: PositionSubstance): Difference[] {
  const changes = POSITION_ASPECTS.flatMap(({ kind, name, of }): Difference[] => {
    const text = difference(name, of(before), of(after));
    return text === null ? [] : [{ kind, text }];
  });
  if (before.exact !== after.exact) {
    const words = [before.exact, after.exact] as const;
    changes.unshift({ kind: 'quotation', text: `words: “${before.exact}” → “${after.exact}”`, words });
  }
  if (JSON.stringify(before.arguments) !== JSON.stringify(after.arguments)) {
    const words = [reasons(before), reasons(after)] as const;
    changes.push({ kind: 'arguments', text: `arguments: ${words[0]} → ${words[1]}`, words });
  }
  if (before.withdrawn !== after.withdrawn) {
    changes.push(
      after.withdrawn === undefined
        ? { kind: 'restored', text: `counts again; was withdrawn: ${before.withdrawn}` }
        : { kind: 'withdrawn', text: `withdrawn: ${after.withdrawn}` },
    );
  }
  return changes;
}

function reasons({ arguments: given }: PositionSubstance): string {
  return given.length === 0
    ? 'none'
    : given.map(({ id, polarity, exact }) => `${id} ${polarity} “${exact}”`).join(', ');
}

function decisionChanges(before: DecisionSubstance, after: DecisionSubstance): Difference[] {
  const outcome = [
    difference('status', before.status, after.status),
    difference('how it was decided', before.how, after.how),
    ...keyed('option', optionsOf(before), optionsOf(after)),
    ...keyed('fact', factsOf(before), factsOf(after)),
  ];
  const question = difference('question', before.question, after.question);
  const positions = keyed(
    'position',
    Object.entries(before.positions),
    Object.entries(after.positions),
    () => 'changed',
  );
  return [
    ...(question === null
      ? []
      : [{ kind: 'reworded' as const, text: question, words: [before.question, after.question] as const }]),
    ...outcome.flatMap((text) => (text === null ? [] : [{ kind: 'outcome' as const, text }])),
    ...positions.map((text) => ({ kind: 'positions' as const, text })),
  ];
}

function optionsOf({ options }: DecisionSubstance): [string, string][] {
  return options.map(({ term, fate, facts }) => [term, [fate, ...facts].join(' ')]);
}

function factsOf({ facts }: DecisionSubstance): [string, string][] {
  return facts.map(({ id, date, text, url, checked }) => [id, `${date} ${text} ${url} ${checked}`]);
}

/** What was added to, taken from or changed in a list whose entries have names; else only their order can differ. */
function keyed(
  noun: string,
  before: readonly [string, string][],
  after: readonly [string, string][],
  change: (old: string, now: string) => string = (old, now) => `${old} → ${now}`,
): string[] {
  const old = new Map(before);
  const now = new Map(after);
  const texts = [
    ...before.filter(([name]) => !now.has(name)).map(([name]) => `${noun} ${name}: taken out`),
    ...after.flatMap(([name, value]) => {
      const was = old.get(name);
      if (was === undefined) return [`${noun} ${name}: added`];
      return was === value ? [] : [`${noun} ${name}: ${change(was, value)}`];
    }),
  ];
  const moved = before.map(([name]) => name).join() !== after.map(([name]) => name).join();
  return texts.length === 0 && moved ? [`${noun}s: in another order`] : texts;
}

function difference(name: string, before: string | null | undefined, after: string | null | undefined): string | null {
  return (before ?? null) === (after ?? null) ? null : `${name}: ${before ?? 'none'} → ${after ?? 'none'}`;
}
