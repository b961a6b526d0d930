import { makeDialog, type SearchDialog } from './dialog.ts';
import { searchPage } from './page.ts';
import { searchedSite } from './site.ts';

declare global {
  /** The search over any page, for the script that every page has (`public/scripts/page.js`). */
  var precedentSearch: SearchDialog | undefined;
}

// The script lies in `search/`, one folder below the first page; where that is cannot be told later.
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const site = searchedSite(new URL('..', script.src).href);
  if (!searchPage(site)) globalThis.precedentSearch = makeDialog(site, new URL('dialog.css', script.src).href);
}
