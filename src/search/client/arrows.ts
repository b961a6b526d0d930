import type { Parts } from './page-parts.ts';

/** Arrow keys go from the field to the hits and back, Escape returns to the field; Tab works as everywhere. */
export function walkWithArrows({ form, input, results }: Pick<Parts, 'form' | 'input' | 'results'>): void {
  document.addEventListener('keydown', (event) => {
    const links = [...results.querySelectorAll<Element>('.hit-title a')];
    const at = document.activeElement === null ? -1 : links.indexOf(document.activeElement);
    const inField = document.activeElement === input;
    if (event.key === 'Escape' && results.contains(document.activeElement)) input.focus();
    else if (event.key === 'ArrowDown' && (inField || at >= 0)) focusOn(links[at + 1]);
    else if (event.key === 'ArrowUp' && at >= 0) focusOn(links[at - 1] ?? input);
    else return;
    event.preventDefault();
    if (document.activeElement === input) form.scrollIntoView({ block: 'nearest' });
  });
}

function focusOn(element: Element | undefined): void {
  if (element instanceof HTMLElement) element.focus();
}
