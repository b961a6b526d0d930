declare global {
  var precedentEdition: number | undefined;
}

/**
 * Says that the content has changed: whatever was read `perEdition` is read anew. Only `npm run dev` says so. The number hangs on
 * the global object because the pages and the configuration are loaded apart and share no module.
 */
export function newEdition(): void {
  globalThis.precedentEdition = (globalThis.precedentEdition ?? 0) + 1;
}

/** Makes of a reader one that reads once for all pages, and once more after each change of the content. */
export function perEdition<T>(read: () => Promise<T>): () => Promise<T> {
  let held: { readonly edition: number; readonly value: Promise<T> } | undefined;
  return () => {
    const edition = globalThis.precedentEdition ?? 0;
    if (held?.edition !== edition) held = { edition, value: read() };
    return held.value;
  };
}
