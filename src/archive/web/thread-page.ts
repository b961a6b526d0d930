import { TextRenderer } from '../html.ts';
import { readHtml } from '../html-events.ts';
import { splitLines } from '../input.ts';
import { type Links, readThreadPage, threadPage } from '../pages/thread-page.ts';
import type { Reading } from '../reader.ts';

/** The text of a page with what its links say of each line. */
function linkedText(html: string): { readonly lines: readonly string[]; readonly links: Links } {
  const renderer = new TextRenderer();
  const ids = new Map<number, string>();
  const anchors = new Map<number, string>();
  let pending: string | null = null;
  readHtml(html, {
    onopentag(name, attributes) {
      const { id, href = '' } = attributes;
      renderer.open(name, attributes);
      if (name !== 'a') return;
      // The anchor of a mail stands at its subject, above its header; the overview links to it.
      if (/^m[0-9a-f]{20,64}$/.test(id ?? '')) pending = id ?? null;
      const jump = /^#(m[0-9a-f]{20,64})$/.exec(href)?.[1];
      if (jump !== undefined && id?.startsWith('e') !== true) anchors.set(renderer.at, jump);
      const permalink = /^(?:[^#?]*\/)?([^/#?]{1,500})\/$/.exec(href)?.[1];
      if (permalink === undefined || ids.has(renderer.at)) return;
      const mail = messageId(permalink);
      if (mail === null) return;
      ids.set(renderer.at, mail);
      if (pending !== null) anchors.set(renderer.at, pending);
      pending = null;
    },
    ontext: (text) => renderer.text(text),
    onclosetag: (name) => renderer.close(name),
  });
  return {
    lines: splitLines(renderer.toString()),
    links: { idAt: (line) => ids.get(line) ?? null, anchorAt: (line) => anchors.get(line) ?? null },
  };
}

/** The address of a mail in an archive holds its id, percent-encoded. */
function messageId(step: string): string | null {
  try {
    const id = decodeURIComponent(step);
    return /^[^<>\s]+@[^<>\s]*$/.test(id) ? `<${id}>` : null;
  } catch {
    return null;
  }
}

/** Reads a thread page of public-inbox with its links, or gives null where it is none. */
export function readLinkedThread(html: string): Reading | null {
  if (!html.includes('permalink')) return null;
  const { lines, links } = linkedText(html);
  return threadPage.detect({ name: '', bytes: new Uint8Array(), lines }) ? readThreadPage(lines, links) : null;
}
