import { FACETS, KINDS } from '../record.ts';
import type { Resolve } from './addresses.ts';
import { el } from './dom.ts';
import type { Found, Instead, Section } from './find.ts';
import type { Target } from './go-to.ts';
import type { Hit } from './hit.ts';
import { hitView } from './hit-view.ts';
import type { Misspelt } from './near.ts';
import { type SearchState, writeState } from './state.ts';
import { FACET_NAMES, KIND_NAMES } from './words.ts';

/** The results as elements: one section a kind, then what is spelt nearly so, then what comes near. */
export function resultsView(found: Found, state: SearchState, resolve: Resolve): Node[] {
  return [
    ...found.sections.map((section) => sectionView(section, state, resolve)),
    ...(found.instead === null ? [] : [insteadView(found.instead, found.nowhere, state, resolve)]),
    ...(found.near.length === 0 ? [] : [nearView(found.near, state.q, resolve)]),
  ];
}

function sectionView({ kind, hits, total, atLeast }: Section, state: SearchState, resolve: Resolve): Node {
  const [, many] = KIND_NAMES[kind];
  const heading = `found-${kind}`;
  const rest = total - hits.length;
  return el(
    'section',
    { 'aria-labelledby': heading, 'data-kind': kind },
    el('h2', { id: heading }, many, ' ', el('span', { class: 'found-count' }, `${total}${atLeast ? '+' : ''}`)),
    el('ol', { role: 'list', class: 'plain' }, ...hits.map((hit) => hitView(hit, state.q, resolve))),
    rest > 0
      ? moreView(state, kind === state.kind ? null : { ...state, kind }, `${rest} more ${many.toLowerCase()}`)
      : null,
  );
}

/** A link to the results of one kind, or, where those are shown, a button that shows more of them. */
function moreView(state: SearchState, target: SearchState | null, label: string): Node {
  return target === null
    ? el('p', { class: 'found-more' }, el('button', { type: 'button', 'data-more': writeState(state) }, label))
    : el('p', { class: 'found-more' }, el('a', { href: writeState(target), 'data-search': '' }, label));
}

/** What another spelling finds, under that spelling: it is not what was asked for. */
function insteadView({ q, hits }: Instead, nowhere: readonly Misspelt[], state: SearchState, resolve: Resolve): Node {
  const written = nowhere.map((word) => `“${word.written}”`).join(', ');
  const others = nowhere.flatMap(({ written: typed, near }) =>
    near.map(({ word, count }) => ({ word, count, target: { ...state, q: state.q.replace(typed, () => word) } })),
  );
  return el(
    'section',
    { 'aria-labelledby': 'found-instead', 'data-kind': 'instead' },
    el('h2', { id: 'found-instead' }, `Near: ${q}`),
    el('p', { class: 'found-note' }, `Nothing holds ${written}. These are the first results for ${q}.`),
    el(
      'p',
      { class: 'found-near-words' },
      'Search instead for ',
      ...others.flatMap(({ word, count, target }, index) => [
        index === 0 ? '' : ', ',
        el('a', { href: writeState(target), 'data-search': '' }, word),
        ` (${count})`,
      ]),
    ),
    el('ol', { role: 'list', class: 'plain' }, ...hits.map((hit) => hitView(hit, q, resolve))),
  );
}

function nearView(hits: readonly Hit[], q: string, resolve: Resolve): Node {
  return el(
    'section',
    { 'aria-labelledby': 'found-near', 'data-kind': 'near' },
    el('h2', { id: 'found-near' }, 'Near matches ', el('span', { class: 'found-count' }, String(hits.length))),
    el('p', { class: 'found-note' }, 'These hold some of what was asked for, or words that begin alike.'),
    el('ol', { role: 'list', class: 'plain' }, ...hits.map((hit) => hitView(hit, q, resolve))),
  );
}

/** Links that keep to one kind, each with its count. */
export function kindsView({ counts }: Found, state: SearchState): Node[] {
  const numbers = counts.kind ?? {};
  const entry = (kind: SearchState['kind'], label: string, number: number | null) =>
    el(
      'li',
      {},
      el(
        'a',
        {
          href: writeState({ ...state, kind }) || '?',
          'data-search': '',
          id: `kind-${kind ?? 'all'}`,
          'aria-current': state.kind === kind ? 'true' : null,
        },
        `${label}${number === null ? '' : ` (${number})`}`,
      ),
    );
  const kinds = KINDS.filter((kind) => (numbers[kind] ?? 0) > 0 || kind === state.kind);
  if (kinds.length === 0) return [];
  return [
    el(
      'ul',
      { role: 'list', class: 'plain' },
      entry(null, 'All', null),
      ...kinds.map((kind) => entry(kind, KIND_NAMES[kind][1], numbers[kind] ?? 0)),
    ),
  ];
}

/** One choice for each filter that has any values here, each value with its count. */
export function facetsView({ counts }: Found, state: SearchState): Node[] {
  return FACETS.flatMap((facet) => {
    const chosen = state.filters[facet];
    const values = Object.entries(counts[facet] ?? {}).filter(([value, number]) => number > 0 || value === chosen);
    if (chosen !== undefined && !values.some(([value]) => value === chosen)) values.push([chosen, 0]);
    if (values.length === 0) return [];
    // Code units decide, so that the order is the same for every reader.
    values.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const id = `facet-${facet}`;
    return [
      el(
        'p',
        {},
        el('label', { for: id }, FACET_NAMES[facet]),
        el(
          'select',
          { id, 'data-facet': facet },
          el('option', { value: '' }, 'any'),
          ...values.map(([value, number]) =>
            el('option', { value, selected: value === chosen ? '' : null }, `${value} (${number})`),
          ),
        ),
      ),
    ];
  });
}

/** The way to a record whose id was typed; a former id is named beside the one that has taken its place. */
export function goToView(target: Target | null, resolve: Resolve): Node[] {
  if (target === null) return [];
  const { id, url, title, former } = target;
  return [
    el(
      'p',
      { class: 'go-to' },
      former === null ? 'Go to ' : `${former} is now `,
      el('a', { href: resolve(url) }, id),
      `: ${title}`,
    ),
  ];
}
