import { type Resolve, withWords } from './addresses.ts';
import { el, pieces } from './dom.ts';
import type { Hit } from './hit.ts';
import { joinWords } from './words.ts';

/** A hit as an entry of a list: its title, what it says, what became of it, where it stands. */
export function hitView(hit: Hit, q: string, resolve: Resolve): Node {
  const facts = factsOf(hit);
  return el(
    'li',
    { class: 'hit', 'data-hit': hit.kind },
    el('p', { class: 'hit-title' }, el('a', { href: resolve(withWords(hit.url, q)) }, ...pieces(hit.title))),
    hit.excerpt.length === 0 ? null : el('p', { class: `hit-text hit-text-${hit.kind}` }, ...pieces(hit.excerpt)),
    facts.length === 0 ? null : el('p', { class: 'hit-facts' }, ...separated(facts)),
    placeView(hit, q, resolve),
    noteView(hit),
  );
}

/** What a reader wants to know before opening a hit, in a line: what became of it first. */
export function factsOf({ kind, meta, url }: Hit): string[] {
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
    term: [names === undefined ? undefined : `also ${names}`],
    person: [names === undefined ? undefined : `also ${names}`],
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

/** Facts in a row, a dot between them. */
export function separated(facts: readonly string[]): Node[] {
  return facts.flatMap((fact, index) => [
    ...(index === 0 ? [] : [document.createTextNode(' · ')]),
    el('span', {}, fact),
  ]);
}

/** The way from a position straight to its words in the archive. */
function placeView({ meta }: Hit, q: string, resolve: Resolve): Node | null {
  const { at, line, list } = meta;
  if (at === undefined) return null;
  return el(
    'p',
    { class: 'hit-place' },
    el('a', { href: resolve(withWords(at, q)) }, `Line ${line ?? ''} of the source`),
    list ? ` (${list})` : null,
  );
}

/** What a hit does not hold, or holds only by another name or as part of something. */
export function notesOf({ kind, lacks, alias, otherName, context }: Hit): string[] {
  return [
    ...(lacks.length === 0 ? [] : [`without ${joinWords(lacks.map((word) => `“${word}”`))}`]),
    ...(context.length === 0 || kind === 'fact'
      ? []
      : [`${joinWords(context)}: only in the name of its decision or list`]),
    ...(alias.length === 0 ? [] : [`found by another name: ${otherName}`]),
  ];
}

function noteView(hit: Hit): Node | null {
  const notes = notesOf(hit);
  return notes.length === 0 ? null : el('p', { class: 'hit-note' }, notes.join('; '));
}
