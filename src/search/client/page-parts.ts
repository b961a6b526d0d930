/** The parts of the page that this script fills. */
export interface Parts {
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

function part<T extends HTMLElement>(id: string, type: new () => T): T | null {
  const element = document.getElementById(id);
  return element instanceof type ? element : null;
}

/** Finds the parts of the search page; null on any other page. */
export function partsOfPage(): Parts | null {
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
