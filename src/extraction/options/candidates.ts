import type { FoundPosition } from '../../model/position.ts';
import { wordsOf } from '../words.ts';

/** A name that several positions are about and the vocabulary does not have. */
export interface TermCandidate {
  /** The form that most positions have; of those as frequent, the shortest. */
  readonly label: string;
  /** The other forms, the most frequent first. */
  readonly others: readonly string[];
  readonly positions: readonly FoundPosition[];
}

/** Fewest positions that a name must be the option of: what is argued once needs no entry. */
const LEAST = 2;
/** Words that make no difference to what a name means. */
const GRAMMAR = new Set('the an of for to in on at by with and or this that its as per via'.split(' '));
/** Forms of one name that are worth listing. */
const MOST_FORMS = 5;

/**
 * Collects the options that positions name in words of their own, most argued first: candidates for `terms.yaml`. A longer name
 * that holds all words of a shorter one counts with it: `write-back` and `write-back cache`.
 */
export function candidateTerms(found: readonly FoundPosition[]): TermCandidate[] {
  return arguedOptions(found.filter(({ term }) => term === null));
}

/** Groups positions by what they are about, as `candidateTerms` does, terms of the vocabulary included. */
export function arguedOptions(found: readonly FoundPosition[]): TermCandidate[] {
  const order = new Map(found.map((position, index) => [position, index]));
  const orderOf = (position: FoundPosition): number => order.get(position) ?? 0;
  const named = found.flatMap((position) => {
    const words = significant(position.option);
    return words.size === 0 ? [] : [{ position, words }];
  });
  // The shortest name leads; sorting is stable, so of two that are as long the one named first.
  const groups: Group[] = [];
  /** First word of a group → the groups. */
  const byWord = new Map<string, Group[]>();
  for (const { position, words } of named.toSorted((a, b) => a.words.size - b.words.size)) {
    const group = [...words].flatMap((word) => byWord.get(word) ?? []).find((one) => holds(words, one.words));
    if (group !== undefined) {
      group.members.add(position);
      continue;
    }
    const [first = ''] = words;
    const made: Group = { words, members: new Set([position]) };
    groups.push(made);
    byWord.set(first, [...(byWord.get(first) ?? []), made]);
  }
  return groups
    .filter(({ members }) => members.size >= LEAST)
    .sort((a, b) => b.members.size - a.members.size)
    .map(({ members }) => candidateOf([...members].sort((a, b) => orderOf(a) - orderOf(b))));
}

interface Group {
  readonly words: ReadonlySet<string>;
  readonly members: Set<FoundPosition>;
}

function holds(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...others].every((word) => words.has(word));
}

function significant(option: string | null): Set<string> {
  return new Set(wordsOf(option ?? '').filter((word) => word.length > 1 && !GRAMMAR.has(word)));
}

function candidateOf(positions: readonly FoundPosition[]): TermCandidate {
  const forms = [...Map.groupBy(positions, ({ option }) => option ?? '')].sort(
    ([a, many], [b, more]) => more.length - many.length || a.length - b.length,
  );
  const [label = '', ...others] = forms.map(([form]) => form);
  return { label, others: others.slice(0, MOST_FORMS), positions };
}
