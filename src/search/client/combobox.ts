/** The parts of an editable combobox with a list of choices below it. */
export interface Combobox {
  /** Shows other choices; none of them is chosen until the reader moves to one. */
  setOptions(nodes: readonly Node[]): void;
  /** The choice that is moved to, or null. */
  active(): HTMLAnchorElement | null;
}

/**
 * Makes a field and a list an editable combobox with manual selection, as the ARIA Authoring Practices describe it
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): focus stays in the field, `aria-activedescendant` names the choice, the
 * arrow keys move, Home and End stay with the text. The choices are links with the role of options, so that a click with any key
 * held does what it does elsewhere.
 *
 * @param list An element with the role `listbox`; its options carry ids.
 */
export function combobox(input: HTMLInputElement, list: HTMLElement): Combobox {
  let active: HTMLAnchorElement | null = null;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('a[role="option"]')];

  function activate(option: HTMLAnchorElement | null): void {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    if (option === null) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  /** Goes round: before the first choice and after the last stands the field itself, where none is chosen. */
  function move(step: 1 | -1): void {
    const all = options();
    const at = active === null ? (step === 1 ? -1 : all.length) : all.indexOf(active);
    activate(all[at + step] ?? null);
  }

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.addEventListener('keydown', (event) => {
    // Enter and the arrows belong to whoever composes a letter, as in Japanese.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active !== null) active.click();
    else return;
    event.preventDefault();
  });
  return {
    active: () => active,
    setOptions(nodes) {
      activate(null);
      list.replaceChildren(...nodes);
      list.scrollTop = 0;
      const some = options().length > 0;
      list.hidden = !some;
      input.setAttribute('aria-expanded', String(some));
    },
  };
}
