import { type Resolve, withWords } from './addresses.ts';
import type { Choice, ChoiceGroup } from './choices.ts';
import { el, pieces } from './dom.ts';
import { factsOf, notesOf, separated } from './hit-view.ts';
import { KIND_NAMES } from './words.ts';

/** The choices as options of a listbox, in groups that carry their headings as names. */
export function choicesView(groups: readonly ChoiceGroup[], resolve: Resolve): Node[] {
  let number = 0;
  return groups.map(({ heading, choices }, index) => {
    const id = `find-group-${index}`;
    return el(
      'div',
      { role: 'group', 'aria-labelledby': id },
      el('p', { id, role: 'presentation', class: 'choice-group' }, heading),
      ...choices.map((choice) => {
        number += 1;
        return choiceView(choice, `find-choice-${number}`, resolve);
      }),
    );
  });
}

function choiceView(choice: Choice, id: string, resolve: Resolve): Node {
  const attributes = { id, role: 'option', 'aria-selected': 'false', tabindex: '-1', class: 'choice' };
  if (choice.type === 'way') {
    return el(
      'a',
      { ...attributes, href: resolve(choice.url) },
      el('span', { class: 'choice-title' }, choice.text),
      ' ',
      el('span', { class: 'choice-facts' }, choice.note),
    );
  }
  const { hit, q } = choice;
  const named = hit.kind === 'term' || hit.kind === 'person';
  // The options of a decision are many; here its status and year must do.
  const said = hit.kind === 'decision' ? factsOf({ ...hit, meta: { ...hit.meta, options: '' } }) : factsOf(hit);
  const facts = [...(named ? [KIND_NAMES[hit.kind][0].toLowerCase()] : []), ...said, ...notesOf(hit)];
  return el(
    'a',
    { ...attributes, href: resolve(withWords(hit.url, q)), 'data-hit': hit.kind },
    el('span', { class: 'choice-title' }, ...pieces(hit.title)),
    ' ',
    hit.excerpt.length === 0 || hit.kind === 'person'
      ? null
      : el('span', { class: `choice-text hit-text-${hit.kind}` }, ...pieces(hit.excerpt)),
    ' ',
    facts.length === 0 ? null : el('span', { class: 'choice-facts' }, ...separated(facts)),
  );
}
