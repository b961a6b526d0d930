import { announcer } from './announce.ts';
import { askedBefore } from './asked.ts';
import { choicesOf } from './choices.ts';
import { choicesView } from './choices-view.ts';
import { combobox } from './combobox.ts';
import { type DialogParts, dialogParts } from './dialog-parts.ts';
import { find } from './find.ts';
import { goTo } from './go-to.ts';
import { latest } from './latest.ts';
import type { SearchedSite } from './site.ts';
import { readState, type SearchState } from './state.ts';
import { summary } from './words.ts';

/** The search over any page. */
export interface SearchDialog {
  /** Loads what a search needs, before it is asked. */
  prepare(): void;
  /** Opens it, with text that was typed elsewhere. */
  open(typed: string): Promise<void>;
}

/** Where the reader's wish about `/` is kept; `public/scripts/page.js` reads it. */
const SLASH = 'precedent-slash';

/**
 * Makes the search over any page: a modal dialog with an editable combobox. It is built when it is first asked for.
 *
 * @param style Address of its style sheet, which no page loads that is not searched from.
 */
export function makeDialog(site: SearchedSite, style: string): SearchDialog {
  let made: Promise<DialogParts> | null = null;
  const parts = () => {
    made ??= build(site, style);
    return made;
  };
  return {
    prepare() {
      void parts();
      void site.engine().catch(() => undefined);
    },
    async open(typed) {
      const { dialog, input } = await parts();
      if (!dialog.open) dialog.showModal();
      if (typed !== '') {
        input.value = typed;
        input.dispatchEvent(new Event('input'));
      }
      input.select();
    },
  };
}

async function build({ resolve, engine }: SearchedSite, style: string): Promise<DialogParts> {
  const parts = dialogParts(resolve('/search/'));
  const { dialog, form, input, list, said, status, slash } = parts;
  const box = combobox(input, list);
  const announce = announcer(status);
  const state = (): SearchState => readState(`?${new URLSearchParams({ q: input.value })}`);
  const { run } = latest(attempt);

  async function attempt(): Promise<() => void> {
    const asked = state();
    try {
      const ready = await engine();
      const [found, target, precedents] = await Promise.all([
        find(ready, asked),
        goTo(ready, asked.q),
        askedBefore(ready, asked.q),
      ]);
      return () => {
        const groups = choicesOf(found, target, asked, precedents);
        box.setOptions(choicesView(groups, resolve));
        const number = groups.reduce((sum, { choices }) => sum + choices.length, 0);
        say(asked.q.trim() === '' ? '' : target === null ? summary(found, asked.q) : `Go to ${target.id}.`, number);
      };
    } catch (error) {
      return () => {
        box.setOptions([]);
        say(`The search could not be loaded: ${error instanceof Error ? error.message : String(error)}`, 0);
      };
    }
  }

  function say(text: string, choices: number): void {
    said.textContent = text;
    parts.help.hidden = text !== '';
    announce(choices === 0 ? text : `${text} ${choices} to choose from with the arrow keys.`);
  }

  async function submit(): Promise<void> {
    const target = await goTo(await engine(), input.value).catch(() => null);
    if (target === null) form.submit();
    else leave(resolve(target.url));
  }

  function leave(address: string): void {
    dialog.close();
    location.assign(address);
  }

  input.addEventListener('input', () => void run());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit().catch(() => form.submit());
  });
  parts.close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    // The ground around the dialog is the dialog itself; a choice may lead to a place on this very page.
    if (target === dialog || (target instanceof Element && target.closest('[role="option"]') !== null)) dialog.close();
  });
  wishAbout(slash);
  document.body.append(dialog);
  await styled(style);
  return parts;
}

/** Lets the key be switched off, which WCAG 2.1.4 asks of a single sign; where that cannot be remembered, there is no such key. */
function wishAbout(slash: HTMLInputElement): void {
  try {
    slash.checked = localStorage.getItem(SLASH) !== 'off';
    slash.addEventListener('change', () => localStorage.setItem(SLASH, slash.checked ? 'on' : 'off'));
  } catch {
    slash.closest('label')?.remove();
  }
}

function styled(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    // Without its style it is less pretty, and as good.
    for (const event of ['load', 'error']) link.addEventListener(event, () => resolve());
    link.href = href;
    document.head.append(link);
  });
}
