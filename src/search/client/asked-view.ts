import { type Resolve, withWords } from './addresses.ts';
import type { Precedent } from './asked.ts';
import { el, pieces } from './dom.ts';
import type { Hit } from './hit.ts';

/**
 * What was proposed before, as elements: one heading an option with its fate, what became of it, and who argued what.
 *
 * @param words The words of the question that tell arguments apart, to be shown on the pages it leads to.
 */
export function askedView(precedents: readonly Precedent[], words: string, resolve: Resolve): Node[] {
  if (precedents.length === 0) return [];
  return [
    el(
      'section',
      { 'aria-labelledby': 'asked-title' },
      el('h2', { id: 'asked-title' }, 'Was this proposed before?'),
      ...precedents.flatMap((precedent) => precedentView(precedent, words, resolve)),
    ),
  ];
}

function precedentView(
  { option, fate, title, url, outcome, positions }: Precedent,
  words: string,
  resolve: Resolve,
): Node[] {
  return [
    el('h3', { 'data-option': option }, `${option}: ${fate.replace('-', ' ') || 'open'}`),
    el('p', { class: 'hit-facts' }, 'in ', el('a', { href: resolve(url) }, title)),
    ...outcome.map((fact) => outcomeView(fact, resolve)),
    el('ul', {}, ...positions.map((hit) => el('li', {}, positionView(hit, words, resolve)))),
  ];
}

function outcomeView({ meta, url, excerpt }: Hit, resolve: Resolve): Node {
  const hedge = meta.checked === undefined ? '' : ' (unconfirmed)';
  return el(
    'p',
    { class: 'asked-outcome' },
    el('a', { href: resolve(url) }, `What came of it, ${meta.year ?? 'undated'}`),
    ': ',
    ...pieces(excerpt),
    hedge,
  );
}

function positionView({ url, title, excerpt, meta }: Hit, words: string, resolve: Resolve): Node {
  return el(
    'p',
    {},
    el('a', { href: resolve(withWords(url, words)) }, ...pieces(title)),
    meta.year === undefined ? '' : ` (${meta.year})`,
    ': “',
    ...pieces(excerpt),
    '”',
  );
}
