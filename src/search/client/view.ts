import { FACETS, KINDS } from '../record.ts';
import { el, pieces } from './dom.ts';
import type { Found, Section } from './find.ts';
import type { Hit } from './hit.ts';
import { type SearchState, writeState } from './state.ts';
import { FACET_NAMES, joinWords, KIND_NAMES } from './words.ts';

/** Turns an address from the root of the site into one that works where the page lies. */
export type Resolve = (url: string) => string;

/** The results as elements: one section a kind, then what comes near. */
export function resultsView(found: Found, state: SearchState, resolve: Resolve): Node[] {
  const sections = found.sections.map((section) => sectionView(section, state, resolve));
  return found.near.length === 0 ? sections : [...sections, nearView(found.near, resolve)];
}

function sectionView({ kind, hits, total, atLeast }: Section, state: SearchState, resolve: Resolve): Node {
  const [, many] = KIND_NAMES[kind];
  const heading = `found-${kind}`;
  const rest = total - hits.length;
  return el(
    'section',
    { 'aria-labelledby': heading, 'data-kind': kind },
    el('h2', { id: heading }, many, ' ', el('span', { class: 'found-count' }, `${total}${atLeast ? '+' : ''}`)),
    el('ol', { role: 'list' }, ...hits.map((hit) => hitView(hit, resolve))),
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

function nearView(hits: readonly Hit[], resolve: Resolve): Node {
  return el(
    'section',
    { 'aria-labelledby': 'found-near', 'data-kind': 'near' },
    el('h2', { id: 'found-near' }, 'Near matches ', el('span', { class: 'found-count' }, String(hits.length))),
    el('p', { class: 'found-note' }, 'These hold some of what was asked for, or words that begin alike.'),
    el('ol', { role: 'list' }, ...hits.map((hit) => hitView(hit, resolve))),
  );
}

function hitView(hit: Hit, resolve: Resolve): Node {
  const facts = factsOf(hit);
  return el(
    'li',
    { class: 'hit', 'data-hit': hit.kind },
    el('p', { class: 'hit-title' }, el('a', { href: resolve(hit.url) }, ...pieces(hit.title))),
    hit.excerpt.length === 0 ? null : el('p', { class: `hit-text hit-text-${hit.kind}` }, ...pieces(hit.excerpt)),
    facts.length === 0 ? null : el('p', { class: 'hit-facts' }, ...separated(facts)),
    placeView(hit, resolve),
    noteView(hit),
  );
}

/** What a reader wants to know before opening a hit, in a line: what became of it first. */
function factsOf({ kind, meta, url }: Hit): string[] {
  const { holder, basis, through, fate, year, decision, status, list, options, option, names, checked, bearing } = meta;
  const facts: Readonly<Record<Hit['kind'], readonly (string | undefined)[]>> = {
    position: [
      fate === undefined ? undefined : `option ${fate.replace('-', ' ')}`,
      year,
      basis === 'inferred' ? 'speaker inferred' : undefined,
      through,
      decision,
    ],
    decision: [status, year, options],
    theme: [bearing],
    fact: [option, status, checked],
    term: [names],
    person: [names],
    source: [
      holder ?? 'speaker unknown',
      basis === 'inferred' ? 'inferred' : undefined,
      year,
      list,
      `line ${/L(\d+)(?:c\d+)?$/.exec(url)?.[1] ?? ''}`,
    ],
  };
  return facts[kind].filter((fact): fact is string => fact !== undefined && fact !== '');
}

function separated(facts: readonly string[]): Node[] {
  return facts.flatMap((fact, index) => [
    ...(index === 0 ? [] : [document.createTextNode(' · ')]),
    el('span', {}, fact),
  ]);
}

/** The way from a position straight to its words in the archive. */
function placeView({ meta }: Hit, resolve: Resolve): Node | null {
  const { at, line, list } = meta;
  if (at === undefined) return null;
  return el(
    'p',
    { class: 'hit-place' },
    el('a', { href: resolve(at) }, `Line ${line ?? ''} of the source`),
    list ? ` (${list})` : null,
  );
}

function noteView({ kind, lacks, alias, context }: Hit): Node | null {
  const notes = [
    ...(lacks.length === 0 ? [] : [`without ${joinWords(lacks.map((word) => `“${word}”`))}`]),
    ...(context.length === 0 || kind === 'fact'
      ? []
      : [`${joinWords(context)}: only in the name of its decision or list`]),
    ...(alias.length === 0 ? [] : [`found by another name: ${joinWords(alias)}`]),
  ];
  return notes.length === 0 ? null : el('p', { class: 'hit-note' }, notes.join('; '));
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
      { role: 'list' },
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

/** The way to a record whose id was typed. */
export function goToView(hit: Hit | null, resolve: Resolve): Node[] {
  if (hit === null) return [];
  return [
    el(
      'p',
      { class: 'go-to' },
      'Go to ',
      el('a', { href: resolve(hit.url) }, hit.meta.id ?? ''),
      `: ${hit.meta.title ?? ''}`,
    ),
  ];
}
