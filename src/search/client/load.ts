/** Loads a file of the index by its name, without its ending. */
export type Load = <Value>(name: string) => Promise<Value>;

declare global {
  /** Called by each file of the index with its name and its value. */
  var precedentIndex: ((name: string, value: unknown) => void) | undefined;
  /** W3C Trusted Types, where the browser has them; its objects are strings to everybody but the browser. */
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL(address: string): string },
        ): { createScriptURL(address: string): string };
      }
    | undefined;
}

/** A file of the index: the manifest, or one in the folder named by its digest. No other address becomes a script here. */
const FILE = /\/search\/(?:[a-z]+|[0-9a-f]{12}\/[a-z0-9/-]+)\.js$/;
/** Made once: a browser takes each name for one policy only, and the index may be opened again after a failure. */
let policy: ReturnType<NonNullable<typeof globalThis.trustedTypes>['createPolicy']> | undefined;

/**
 * Loads files of the index as classic scripts: the only way a page that was opened from a folder has, and as good over http.
 *
 * @param folder Address of the folder in which the manifest lies, with a slash at its end.
 */
export function scriptLoader(folder: string): Load {
  policy ??= globalThis.trustedTypes?.createPolicy('precedent-search', {
    createScriptURL(address) {
      if (FILE.test(address)) return address;
      throw new TypeError('no file of the search index');
    },
  });
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
      const address = `${folder}${name}.js`;
      script.src = policy?.createScriptURL(address) ?? address;
      document.head.append(script);
    });
}
