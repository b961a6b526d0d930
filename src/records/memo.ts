import type { AttributedDocument } from './attributed-document.ts';
import type { ReadRecord } from './record-file.ts';

/** What has been read in this process, by the content it was read from. */
interface Memo {
  readonly documents: Map<string, Promise<AttributedDocument>>;
  readonly records: Map<string, { readonly text: string; readonly read: ReadRecord }>;
}

declare global {
  var precedentMemo: Memo | undefined;
}

/**
 * The memory of the process. It hangs on the global object because the site is bundled: a variable of this module would be
 * one in the build command and another in the pages, and every source would be attributed twice.
 */
export function memo(): Memo {
  globalThis.precedentMemo ??= { documents: new Map(), records: new Map() };
  return globalThis.precedentMemo;
}
