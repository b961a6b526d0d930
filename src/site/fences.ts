import { Parser } from 'htmlparser2';
import type { Where } from '../model/problem.ts';
import type { RecordFile } from '../records/record-file.ts';

/**
 * Takes the Mermaid text out of a rendered code block; null where the block is of another language.
 *
 * @example mermaidIn('<code class="language-mermaid">a --&gt; b</code>') → 'a --> b'
 */
export function mermaidIn(html: string): string | null {
  let mermaid = false;
  let text = '';
  const parser = new Parser({
    onopentag(name, { class: classes = '' }) {
      if (name === 'code' && classes.split(/\s/).includes('language-mermaid')) mermaid = true;
    },
    ontext(part) {
      text += part;
    },
  });
  parser.end(html);
  return mermaid ? text : null;
}

/** Where the first line of a fence stands, for what is said of an error in it; without a line where it is indented. */
export function placeOfFence({ file, body, bodyLine }: RecordFile, text: string): Where {
  const at = body.replaceAll('\r\n', '\n').indexOf(text.trimEnd());
  return at === -1
    ? { file }
    : { file, line: bodyLine + body.replaceAll('\r\n', '\n').slice(0, at).split('\n').length - 1 };
}
