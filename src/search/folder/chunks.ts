/**
 * What stands in place of `fetch` in the search engine where pages are opened from a folder: a browser reads no file for such
 * a page, but it runs classic scripts that lie beside it. Each file of the index is one, which hands its bytes to
 * `precedentChunk`; it is loaded when the engine asks for that file, never before.
 */
declare global {
  var precedentChunk: ((path: string, base64: string) => void) | undefined;
}

const received = new Map<string, string>();
const script = document.currentScript;
const folder = script instanceof HTMLScriptElement ? script.src : document.baseURI;

globalThis.precedentChunk = (path, base64) => {
  received.set(path, base64);
};

/** Answers a request of the engine from a script beside this one, as a server would: 404 where there is none. */
export async function fetch(address: string): Promise<Response> {
  // The engine asks below an address that is nowhere; only the path after its folder counts.
  const path = new URL(address).pathname.replace(/^\/pagefind\//, '');
  await runScript(new URL(`${path}.js`, folder).href);
  const base64 = received.get(path);
  received.delete(path);
  if (base64 === undefined) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

/** Runs a script and takes it out of the page again; one that cannot be had is passed over. */
function runScript(src: string): Promise<void> {
  return new Promise((resolve) => {
    const element = document.createElement('script');
    const end = () => {
      element.remove();
      resolve();
    };
    element.addEventListener('load', end);
    element.addEventListener('error', end);
    element.src = src;
    document.head.append(element);
  });
}
