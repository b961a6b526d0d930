import type { Decision, Fact, Fate } from '../model/decision.ts';
import type { Stance } from '../model/position.ts';
import type { Term } from '../model/term.ts';
import type { PlacedPosition } from './placed.ts';
import { STANCES } from './words.ts';

/** One person's stand on an option, with the first position that shows it. */
export interface Stand {
  readonly name: string | null;
  readonly stance: Stance;
  readonly positions: readonly PlacedPosition[];
}

/** A reason in somebody's words, and the position it belongs to. */
export interface GivenReason {
  readonly words: string;
  readonly of: PlacedPosition;
}

/** An option of a decision with all that was said about it. */
export interface OptionView {
  /** Slug of the term, or null for the words that name no option. */
  readonly slug: string | null;
  readonly label: string;
  readonly definition: string | null;
  readonly fate: Fate | null;
  readonly facts: readonly Fact[];
  readonly positions: readonly PlacedPosition[];
  readonly stands: readonly Stand[];
  readonly pro: GivenReason | null;
  readonly con: GivenReason | null;
}

/**
 * The options of a decision in the order of the record, then terms that positions name without being an option of the
 * record, then what names none. Positions keep the order they come in.
 */
export function optionViews(
  decision: Decision,
  positions: readonly PlacedPosition[],
  termOf: (slug: string) => Term | null,
): OptionView[] {
  const listed = decision.options.map((option) => option.term);
  const own = positions.filter((placed) => placed.decision.id === decision.id);
  const named = own.flatMap(({ position }) => (position.option === null ? [] : [position.option]));
  const others = [...new Set(named)].filter((slug) => !listed.includes(slug));
  const slugs: (string | null)[] = [...listed, ...others, null];
  return slugs.flatMap((slug) => {
    const about = own.filter(({ position }) => position.option === slug);
    const option = decision.options.find(({ term }) => term === slug);
    if (option === undefined && about.length === 0) return [];
    const term = slug === null ? null : termOf(slug);
    return [
      {
        slug,
        label: slug === null ? 'No option named' : (term?.prefLabel ?? slug),
        definition: term?.definition ?? null,
        fate: option?.fate ?? null,
        facts: decision.outcome.facts.filter((fact) => option?.facts.includes(fact.id)),
        positions: about,
        stands: standsOf(about),
        pro: reason(about, 'pro'),
        con: reason(about, 'con'),
      },
    ];
  });
}

/** Who stood where: each person once for each stance, in the order for, against, neither. */
function standsOf(positions: readonly PlacedPosition[]): Stand[] {
  return STANCES.flatMap((stance) => {
    const taken = positions.filter(({ position }) => position.stance === stance);
    const names = [...new Set(taken.map(({ position }) => position.holder))];
    return names.map((name) => ({
      name,
      stance,
      positions: taken.filter(({ position }) => position.holder === name),
    }));
  });
}

/**
 * One reason for or against an option, to stand in the overview: the one the extractor or editor is surest of, of equals
 * the first in time. Its own words where the argument is marked, so that nothing is paraphrased.
 */
function reason(positions: readonly PlacedPosition[], polarity: 'pro' | 'con'): GivenReason | null {
  const given = positions.flatMap((of) =>
    of.position.arguments
      .filter((argument) => argument.polarity === polarity)
      .map((argument) => ({ words: argument.evidence.exact, of })),
  );
  const [first, ...rest] = given;
  if (first === undefined) return null;
  return rest.reduce((best, next) => (next.of.position.confidence > best.of.position.confidence ? next : best), first);
}
