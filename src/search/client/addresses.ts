/** Turns an address from the root of the site into one that works where the page lies. */
export type Resolve = (url: string) => string;

/**
 * Makes the resolver of a site. Where the site is a folder of files, a page is named in full: nobody answers for a folder with
 * its `index.html`.
 *
 * @param root Address of the first page, with a slash at its end.
 */
export function resolver(root: string): Resolve {
  const fromFolder = root.startsWith('file:');
  return (url) =>
    new URL(fromFolder ? url.slice(1).replace(/(^|\/)(?=[?#]|$)/, '$1index.html') : url.slice(1), root).href;
}

/**
 * The address of a page that is to show where these words stand on it (`highlight.ts`).
 *
 * @example withWords('/sources/x/#L40', 'O_DIRECT') → '/sources/x/?hl=O_DIRECT#L40'
 */
export function withWords(url: string, words: string): string {
  const text = words.trim();
  return text === '' ? url : url.replace(/(?=#|$)/, `?hl=${encodeURIComponent(text).replace(/%20/g, '+')}`);
}
