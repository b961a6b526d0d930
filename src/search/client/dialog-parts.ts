import { el } from './dom.ts';

/** The parts of the search over a page. */
export interface DialogParts {
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly close: HTMLButtonElement;
  /** What there is to know before anything is typed. */
  readonly help: HTMLElement;
  /** What was found, in a sentence. */
  readonly said: HTMLElement;
  /** The same for a screen reader, once typing pauses. */
  readonly status: HTMLElement;
  readonly list: HTMLElement;
  readonly slash: HTMLInputElement;
}

/** Makes the elements of the dialog. @param action Address of the search page, to which Enter leads. */
export function dialogParts(action: string): DialogParts {
  const input = el('input', {
    id: 'find-q',
    type: 'text',
    name: 'q',
    inputmode: 'search',
    enterkeyhint: 'search',
    maxlength: '200',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-describedby': 'find-help',
  });
  const close = el('button', { type: 'button', class: 'find-close' }, 'Close');
  const form = el(
    'form',
    { action, method: 'get', class: 'find-form' },
    el('label', { for: 'find-q', class: 'unseen' }, 'Search words, identifiers, names or an id'),
    input,
    close,
  );
  const help = el(
    'p',
    { id: 'find-help', class: 'find-help' },
    'Words, identifiers, names or an id. All words must occur; “words in quotation marks” must stand side by side.',
  );
  const said = el('p', { class: 'find-said' });
  const status = el('p', { class: 'unseen', role: 'status' });
  const list = el('div', { id: 'find-list', role: 'listbox', 'aria-label': 'Results', hidden: '' });
  const slash = el('input', { type: 'checkbox' });
  const foot = el(
    'p',
    { class: 'find-foot' },
    el(
      'span',
      { class: 'find-keys' },
      key('↑'),
      ' ',
      key('↓'),
      ' move, ',
      key('Enter'),
      ' opens, ',
      key('Esc'),
      ' closes',
    ),
    ' ',
    el('label', {}, slash, ' ', key('/'), ' opens this, too'),
  );
  const dialog = el(
    'dialog',
    { class: 'find-dialog', 'aria-label': 'Search' },
    el('div', { class: 'find-box' }, form, help, said, status, list, foot),
  );
  return { dialog, form, input, close, help, said, status, list, slash };
}

function key(name: string): Node {
  return el('kbd', {}, name);
}
