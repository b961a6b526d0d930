import { announcer } from './announce.ts';
import { walkWithArrows } from './arrows.ts';
import { askedBefore, type Precedent, questionOf } from './asked.ts';
import { askedView } from './asked-view.ts';
import { type Found, find } from './find.ts';
import { goTo } from './go-to.ts';
import { latest } from './latest.ts';
import { type Parts, partsOfPage } from './page-parts.ts';
import type { SearchedSite } from './site.ts';
import { isEmpty, readState, type SearchState, writeState } from './state.ts';
import { facetsView, goToView, kindsView, resultsView } from './view.ts';
import { summary } from './words.ts';

/** Hits of one kind shown at first, and added by each "more". */
const STEP = 30;

/** The search that a page shows: what is asked, and how that changes. */
interface Searching {
  readonly state: SearchState;
  run(): Promise<void>;
  /** Takes what is asked from the address, and puts it into the field. */
  restore(): void;
  /** A new search is a new entry of the history; letters typed into one change the entry that is there. */
  change(next: Partial<SearchState>, how: 'push' | 'replace'): void;
  /** Shows more hits of the kind that is shown. */
  more(): void;
  /** Goes where the words name a page; else searches for them. */
  submit(): Promise<void>;
}

/** Searches and shows what is found in the parts of the page. */
function searchingIn(parts: Parts, { resolve, engine }: SearchedSite): Searching {
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
    const text = isEmpty(state) ? '' : summary(found, state.q, asked.length > 0);
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

  return {
    get state() {
      return state;
    },
    run,
    restore() {
      state = readState(location.search);
      parts.input.value = state.q;
      parts.sort.value = state.sort;
    },
    change(next, how) {
      state = { ...state, ...next };
      shown = STEP;
      const address = `${location.pathname}${writeState(state)}`;
      if (how === 'push' && writeState(state) !== location.search) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      void run();
    },
    more() {
      shown += STEP;
      void run();
    },
    async submit() {
      const target = await goTo(await engine(), parts.input.value).catch(() => null);
      if (target === null) this.change({ q: parts.input.value }, 'push');
      else location.assign(resolve(target.url));
    },
  };
}

/** Lets the field, the choices, the links of the results and the browser's history drive the search. */
function listen(parts: Parts, searching: Searching): void {
  parts.input.addEventListener('input', () => searching.change({ q: parts.input.value }, 'replace'));
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    void searching.submit();
  });
  parts.choices.addEventListener('toggle', () => {
    if (parts.choices.open) void searching.run();
  });
  parts.sort.addEventListener('change', () => {
    searching.change({ sort: readState(`?sort=${parts.sort.value}`).sort }, 'push');
  });
  parts.facets.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const params = new URLSearchParams(writeState(searching.state));
    params.set(target.dataset.facet ?? '', target.value);
    searching.change({ filters: readState(`?${params}`).filters }, 'push');
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (target.closest('[data-more]') !== null) searching.more();
    const link = target.closest('a[data-search]');
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    searching.change(readState(link.search), 'push');
  });
  addEventListener('popstate', () => {
    searching.restore();
    void searching.run();
  });
}

/** Words that are not narrowed down otherwise may be a question. */
function isQuestion({ kind, filters, sort }: SearchState): boolean {
  return kind === null && sort === 'best' && Object.keys(filters).length === 0;
}

/**
 * Makes the page search where it is the search page; returns whether it is. The engine is loaded when the field is first used
 * or the address already asks.
 */
export function searchPage(site: SearchedSite): boolean {
  const parts = partsOfPage();
  if (parts === null) return false;
  const searching = searchingIn(parts, site);
  parts.input.addEventListener('focus', () => void site.engine().catch(() => undefined), { once: true });
  listen(parts, searching);
  walkWithArrows(parts);
  searching.restore();
  const { filters, sort } = searching.state;
  parts.choices.open = Object.keys(filters).length > 0 || sort !== 'best';
  if (!isEmpty(searching.state)) void searching.run();
  return true;
}
