import { announcer } from './announce.ts';
import { askedBefore, type Precedent, questionOf } from './asked.ts';
import { askedView } from './asked-view.ts';
import { type Found, find } from './find.ts';
import { goTo } from './go-to.ts';
import { latest } from './latest.ts';
import type { SearchedSite } from './site.ts';
import { isEmpty, readState, type SearchState, writeState } from './state.ts';
import { facetsView, goToView, kindsView, resultsView } from './view.ts';
import { summary } from './words.ts';

/** Hits of one kind shown at first, and added by each "more". */
const STEP = 30;

/** The parts of the page that this script fills. */
interface Parts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly sort: HTMLSelectElement;
  readonly kinds: HTMLElement;
  readonly facets: HTMLElement;
  readonly filter: HTMLElement;
  readonly choices: HTMLDetailsElement;
  readonly goTo: HTMLElement;
  readonly asked: HTMLElement;
  readonly summary: HTMLElement;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
}

/** Makes the search page search. The engine is loaded when the field is first used or the address already asks. */
function startSearchPage(parts: Parts, { resolve, engine }: SearchedSite): void {
  let state = readState(location.search);
  let shown = STEP;
  const announce = announcer(parts.status);
  const { run } = latest(attempt);

  async function attempt(): Promise<() => void> {
    try {
      const ready = await engine();
      const [found, target, asked] = await Promise.all([
        find(ready, state, shown, parts.choices.open),
        goTo(ready, state.q),
        isQuestion(state) ? askedBefore(ready, state.q) : [],
      ]);
      return () => show(found, goToView(target, resolve), asked);
    } catch (error) {
      return () => fail(error);
    }
  }

  function show(found: Found, target: Node[], asked: readonly Precedent[]): void {
    const words = questionOf(state.q).map(({ written }) => written);
    const text = isEmpty(state) ? '' : summary(found, state.q);
    const focused = document.activeElement?.id ?? '';
    parts.goTo.replaceChildren(...target);
    parts.asked.replaceChildren(...askedView(asked, words.join(' '), resolve));
    parts.kinds.replaceChildren(...kindsView(found, state));
    parts.facets.replaceChildren(...facetsView(found, state));
    parts.filter.hidden = isEmpty(state);
    parts.results.replaceChildren(...resultsView(found, state, resolve));
    parts.summary.textContent = text;
    // What had the focus may have been made anew under the same id.
    if (focused !== '') document.getElementById(focused)?.focus();
    announce(text);
  }

  function fail(error: unknown): void {
    const text = `The search could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
    parts.results.replaceChildren();
    parts.asked.replaceChildren();
    parts.summary.textContent = text;
    announce(text);
  }

  function fill(): void {
    parts.input.value = state.q;
    parts.sort.value = state.sort;
  }

  /** A new search is a new entry of the history; letters typed into one change the entry that is there. */
  function change(next: Partial<SearchState>, how: 'push' | 'replace'): void {
    state = { ...state, ...next };
    shown = STEP;
    const address = `${location.pathname}${writeState(state)}`;
    if (how === 'push' && writeState(state) !== location.search) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void run();
  }

  async function submit(): Promise<void> {
    const target = await goTo(await engine(), parts.input.value).catch(() => null);
    if (target === null) change({ q: parts.input.value }, 'push');
    else location.assign(resolve(target.url));
  }

  parts.input.addEventListener('focus', () => void engine().catch(() => undefined), { once: true });
  parts.input.addEventListener('input', () => change({ q: parts.input.value }, 'replace'));
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  parts.choices.addEventListener('toggle', () => {
    if (parts.choices.open) void run();
  });
  parts.sort.addEventListener('change', () => change({ sort: readState(`?sort=${parts.sort.value}`).sort }, 'push'));
  parts.facets.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const params = new URLSearchParams(writeState(state));
    params.set(target.dataset.facet ?? '', target.value);
    change({ filters: readState(`?${params}`).filters }, 'push');
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.closest('[data-more]') !== null) {
      shown += STEP;
      void run();
    }
    const link = target.closest('a[data-search]');
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    change(readState(link.search), 'push');
  });
  addEventListener('popstate', () => {
    state = readState(location.search);
    fill();
    void run();
  });
  walkWithArrows(parts);

  fill();
  parts.choices.open = Object.keys(state.filters).length > 0 || state.sort !== 'best';
  if (!isEmpty(state)) void run();
}

/** Arrow keys go from the field to the hits and back, Escape returns to the field; Tab works as everywhere. */
function walkWithArrows({ form, input, results }: Parts): void {
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

/** Words that are not narrowed down otherwise may be a question. */
function isQuestion({ kind, filters, sort }: SearchState): boolean {
  return kind === null && sort === 'best' && Object.keys(filters).length === 0;
}

function focusOn(element: Element | undefined): void {
  if (element instanceof HTMLElement) element.focus();
}

function part<T extends HTMLElement>(id: string, type: new () => T): T | null {
  const element = document.getElementById(id);
  return element instanceof type ? element : null;
}

function partsOfPage(): Parts | null {
  const parts = {
    form: part('search', HTMLFormElement),
    input: part('search-q', HTMLInputElement),
    sort: part('search-sort', HTMLSelectElement),
    kinds: part('search-kinds', HTMLElement),
    facets: part('search-facets', HTMLElement),
    filter: part('search-filter', HTMLElement),
    choices: part('search-choices', HTMLDetailsElement),
    goTo: part('search-go-to', HTMLElement),
    asked: part('search-asked', HTMLElement),
    summary: part('search-summary', HTMLElement),
    status: part('search-status', HTMLElement),
    results: part('search-results', HTMLElement),
  };
  return isComplete(parts) ? parts : null;
}

function isComplete(parts: { readonly [Key in keyof Parts]: Parts[Key] | null }): parts is Parts {
  return Object.values(parts).every((element) => element !== null);
}

/** Makes the page search where it is the search page. Returns whether it is. */
export function searchPage(site: SearchedSite): boolean {
  const parts = partsOfPage();
  if (parts !== null) startSearchPage(parts, site);
  return parts !== null;
}
