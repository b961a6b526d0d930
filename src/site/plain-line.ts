import { isPlain } from '../model/visible.ts';
import type { LineView } from './source-view.ts';

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes archived text for HTML, as the renderer of the pages does. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? '');
}

/**
 * The HTML of a line of a source on which no position rests and in which nothing need be made visible, as nearly all are: byte
 * for byte what `ArchiveLine.astro` renders, without a component for each of the many lines. Null for any other line.
 *
 * @param voice The number of the voice that speaks the line.
 */
export function plainLine(view: LineView, voice: number): string | null {
  const { line, id, segments, begins, reading, gaps } = view;
  if (begins.length > 0 || gaps.length > 0 || line.raw === '' || !/^[\w.-]+$/.test(id)) return null;
  const zone = line.zone === 'header' || line.zone === 'navigation' || line.zone === 'footer' ? 'header' : 'text';
  let text = '';
  for (const segment of segments) {
    if (segment.of !== null && !segment.quoteMarks) return null;
    if (segment.quoteMarks) text += `<span class="q">${escaped(segment.text)}</span>`;
    else if (isPlain(segment.text, zone)) text += escaped(segment.text);
    else return null;
  }
  const depth = line.depth > 0 ? ` d${Math.min(line.depth, 6)}` : '';
  const read = reading === null ? '' : ` r-${reading}`;
  return (
    `<div class="line z-${line.zone}${read}" id="${id}"> <a class="n" href="#${id}" aria-label="line ${line.number}">${line.number}</a> ` +
    `<span class="t v${voice}${depth}">${text}</span>  </div> `
  );
}
