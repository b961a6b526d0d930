import { type Handler, Parser } from 'htmlparser2';

/** What is made of the elements, texts and comments of a page. */
export type HtmlHandler = Partial<Pick<Handler, 'onopentag' | 'ontext' | 'onclosetag' | 'oncomment'>>;

/** Elements that may be open at once: browsers stop at 512. The parser's work at each element grows with their number. */
const DEEPEST = 1000;

/**
 * Tells a handler the elements, texts and comments of HTML, in time in proportion to its length. Where elements are nested too
 * deep, those that are open then are taken as never closed, and the rest of the page is read afresh.
 */
export function readHtml(html: string, handler: HtmlHandler): void {
  for (let rest = html; rest !== ''; ) {
    const read = readUpTo(rest, handler);
    rest = read === null ? '' : rest.slice(read);
  }
}

/** Reads to the end and gives null, or to where elements are nested too deep and gives how far that is. */
function readUpTo(html: string, handler: HtmlHandler): number | null {
  let depth = 0;
  let stopped: number | null = null;
  const parser = new Parser({
    onopentag(name, attributes, implied) {
      depth += 1;
      handler.onopentag?.(name, attributes, implied);
      // What stands in a script is no HTML, and must not be read as the beginning of some.
      if (depth <= DEEPEST || implied || RAW.has(name)) return;
      stopped = parser.endIndex + 1;
      parser.pause();
    },
    ontext: (text) => handler.ontext?.(text),
    onclosetag(name, implied) {
      depth -= 1;
      handler.onclosetag?.(name, implied);
    },
    oncomment: (text) => handler.oncomment?.(text),
  });
  parser.write(html);
  if (stopped === null) parser.end();
  return stopped;
}

/** Elements whose content is text, whatever it looks like. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes', 'plaintext', 'xmp']);
