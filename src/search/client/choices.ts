import { KINDS, type Kind } from '../record.ts';
import type { Precedent } from './asked.ts';
import type { Found } from './find.ts';
import type { Target } from './go-to.ts';
import type { Hit } from './hit.ts';
import { type SearchState, writeState } from './state.ts';
import { KIND_NAMES } from './words.ts';

/** A group of choices under a heading; `q` holds the words they were found by. */
export interface ChoiceGroup {
  readonly heading: string;
  readonly choices: readonly Choice[];
}

/** What can be chosen: a hit, or a way to somewhere else, such as another search. */
export type Choice =
  | { readonly type: 'hit'; readonly hit: Hit; readonly q: string }
  | { readonly type: 'way'; readonly url: string; readonly text: string; readonly note: string };

/** How many choices of each kind: what can be seen without scrolling far. */
const SHOWN: Readonly<Record<Kind, number>> = {
  term: 3,
  person: 3,
  position: 5,
  decision: 3,
  theme: 1,
  fact: 2,
  source: 3,
};
/** Names come first where the words are theirs: they are what a few letters most often mean. */
const NAMED: readonly Kind[] = ['term', 'person'];
const SHOWN_NEAR = 5;
const SHOWN_PRECEDENTS = 3;

/**
 * What is offered for what was typed: the record of an id, what was proposed before and its fate where it is a question, terms and
 * people of that name, then results, then near spellings under a heading that says so, then all results on a page.
 */
export function choicesOf(
  found: Found,
  target: Target | null,
  state: SearchState,
  precedents: readonly Precedent[] = [],
): ChoiceGroup[] {
  const { q } = state;
  const names = found.sections
    .filter(({ kind }) => NAMED.includes(kind))
    .flatMap(({ kind, hits }) => hits.filter(({ named }) => named).slice(0, SHOWN[kind]));
  const groups: ChoiceGroup[] = [
    { heading: 'Go to', choices: target === null ? [] : [wayTo(target)] },
    { heading: 'Was this proposed before?', choices: precedents.slice(0, SHOWN_PRECEDENTS).map(wayToPrecedent) },
    { heading: 'Terms and people', choices: names.map((hit) => choiceOf(hit, q)) },
    ...KINDS.flatMap((kind): ChoiceGroup[] => {
      const section = found.sections.find((one) => one.kind === kind);
      const hits = (section?.hits ?? []).filter((hit) => !names.includes(hit) && hit.meta.id !== target?.id);
      const heading = `${KIND_NAMES[kind][1]} (${section?.total ?? 0}${section?.atLeast === true ? '+' : ''})`;
      return [{ heading, choices: hits.slice(0, SHOWN[kind]).map((hit) => choiceOf(hit, q)) }];
    }),
    ...nearGroups(found, state),
    { heading: 'All results', choices: target === null ? allResults(found, state) : [] },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}

function nearGroups({ nowhere, instead, near }: Found, state: SearchState): ChoiceGroup[] {
  const spellings = nowhere.flatMap(({ written, near: words }) =>
    words.map(({ word, count }): Choice => {
      const target = { ...state, q: state.q.replace(written, () => word) };
      return { type: 'way', url: `/search/${writeState(target)}`, text: word, note: `in ${count}` };
    }),
  );
  const written = nowhere.map((word) => `“${word.written}”`).join(', ');
  return [
    { heading: `Nothing for ${written}; near`, choices: spellings },
    {
      heading: `Results for ${instead?.q ?? ''}`,
      choices: (instead?.hits ?? []).slice(0, SHOWN_NEAR).map((hit) => choiceOf(hit, instead?.q ?? '')),
    },
    { heading: 'Near matches', choices: near.slice(0, SHOWN_NEAR).map((hit) => choiceOf(hit, state.q)) },
  ];
}

function choiceOf(hit: Hit, q: string): Choice {
  return { type: 'hit', hit, q };
}

function wayTo({ id, url, title, former }: Target): Choice {
  return { type: 'way', url, text: id, note: former === null ? title : `${title}; was ${former}` };
}

/** An option and what became of it, on the page of its decision. */
function wayToPrecedent({ option, fate, title, url }: Precedent): Choice {
  return { type: 'way', url, text: `${option}: ${fate.replace('-', ' ') || 'open'}`, note: title };
}

function allResults({ sections }: Found, state: SearchState): Choice[] {
  const total = sections.reduce((sum, section) => sum + section.total, 0);
  const more = sections.some(({ atLeast }) => atLeast) ? '+' : '';
  if (total === 0) return [];
  const text = `All ${total}${more} results for ${state.q.trim()}`;
  return [{ type: 'way', url: `/search/${writeState(state)}`, text, note: 'with filters and order' }];
}
