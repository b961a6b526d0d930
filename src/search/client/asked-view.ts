import type { Precedent } from './asked.ts';
import { el, pieces } from './dom.ts';
import type { Hit } from './hit.ts';
import type { Resolve } from './view.ts';

/** What was proposed before, as elements: one heading an option with its fate, what became of it, and who argued what. */
export function askedView(precedents: readonly Precedent[], resolve: Resolve): Node[] {
  if (precedents.length === 0) return [];
  return [
    el(
      'section',
      { 'aria-labelledby': 'asked-title' },
      el('h2', { id: 'asked-title' }, 'Was this proposed before?'),
      ...precedents.flatMap((precedent) => precedentView(precedent, resolve)),
    ),
  ];
}

function precedentView({ option, fate, title, url, outcome, positions }: Precedent, resolve: Resolve): Node[] {
  return [
    el('h3', { 'data-option': option }, `${option}: ${fate.replace('-', ' ') || 'open'}`),
    el('p', { class: 'hit-facts' }, 'in ', el('a', { href: resolve(url) }, title)),
    ...outcome.map((fact) => outcomeView(fact, resolve)),
    el('ul', {}, ...positions.map((hit) => el('li', {}, positionView(hit, resolve)))),
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

function positionView({ url, title, excerpt, meta }: Hit, resolve: Resolve): Node {
  return el(
    'p',
    {},
    el('a', { href: resolve(url) }, ...pieces(title)),
    meta.year === undefined ? '' : ` (${meta.year})`,
    ': “',
    ...pieces(excerpt),
    '”',
  );
}
