/** Loads a file of the index by its name, without its ending. */
export type Load = <Value>(name: string) => Promise<Value>;

declare global {
  /** Called by each file of the index with its name and its value. */
  var precedentIndex: ((name: string, value: unknown) => void) | undefined;
}

/**
 * Loads files of the index as classic scripts: the only way a page that was opened from a folder has, and as good over http.
 *
 * @param folder Address of the folder in which the manifest lies, with a slash at its end.
 */
export function scriptLoader(folder: string): Load {
  const received = new Map<string, unknown>();
  globalThis.precedentIndex = (name, value) => received.set(name, value);
  return <Value>(name: string) =>
    new Promise<Value>((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('load', () => {
        script.remove();
        if (!received.has(name)) return reject(new Error(`${name} is no part of the search index`));
        // The build that wrote this script wrote the index, under a name that no other index has.
        const value = received.get(name) as Value;
        received.delete(name);
        resolve(value);
      });
      script.addEventListener('error', () => {
        script.remove();
        reject(new Error('a part of the index is missing. Load the page again: the site may have changed meanwhile.'));
      });
      script.src = `${folder}${name}.js`;
      document.head.append(script);
    });
}
