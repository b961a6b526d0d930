import { posix } from 'node:path';

/** Start tags with their attributes; a quoted value may hold any sign but its quotation mark. */
const TAG = /<[a-z][a-z0-9-]*(?:[^"<>]|"[^"]*")*>/gi;
/** Attributes that hold an address. */
const ADDRESS = /(\s(?:href|src|action|cite|data-to|poster)=")([^"]*)(")/g;
const REFRESH = /(\scontent="\d+; ?url=)([^"]*)(")/gi;
/** What makes no sense in a folder: fonts fetched ahead (refused there), what only a server or a browser's setting can use. */
const DROPPED = /<link(?:[^"<>]|"[^"]*")*?\srel="(?:preload|manifest|search|serviceworker)"(?:[^"<>]|"[^"]*")*>/gi;
/** Scripts and sections that only a served site can use. */
const SERVED_ONLY =
  /<script(?:[^"<>]|"[^"]*")*?\ssrc="[^"]*scripts\/(?:offline|save)\.js"(?:[^"<>]|"[^"]*")*><\/script>|<section class="served-only"[\s\S]*?<\/section>/gi;
const CSS_ADDRESS = /url\((["']?)([^"')]*)\1\)/g;

/**
 * Rewrites a page so that it works where it is opened from a folder: every link of the site relative and with its file name.
 *
 * @param html What Astro wrote: attribute values stand in double quotes, and `<` in a text is escaped.
 * @param file Where the page lies in the site, such as `terms/index.html`.
 * @param base The path under which the site is served, such as `/`.
 */
export function relativePage(html: string, file: string, base: string): string {
  return html
    .replace(DROPPED, '')
    .replace(SERVED_ONLY, '')
    .replace(TAG, (tag) =>
      (/^<meta\s/i.test(tag) ? tag.replace(REFRESH, rewritten(file, base)) : tag).replace(
        ADDRESS,
        rewritten(file, base),
      ),
    );
}

/** Rewrites the addresses in a style sheet. */
export function relativeStyle(css: string, file: string, base: string): string {
  return css.replace(
    CSS_ADDRESS,
    (_, quote: string, url: string) => `url(${quote}${relativeLink(url, file, base)}${quote})`,
  );
}

function rewritten(file: string, base: string): (whole: string, before: string, url: string, after: string) => string {
  return (_, before, url, after) => `${before}${relativeLink(url, file, base)}${after}`;
}

/**
 * Turns a link of the site into one relative to the file it stands in; other addresses stay.
 *
 * @example relativeLink('/terms/?a=b#c', 'sources/x/index.html', '/') → '../../terms/index.html?a=b#c'
 */
export function relativeLink(url: string, file: string, base: string): string {
  if (url === '' || /^(?:[#?]|\/\/)/.test(url) || /^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  const fromRoot = path.startsWith(base) ? path.slice(base.length) : posix.join(posix.dirname(file), path);
  const target =
    fromRoot === '' || fromRoot === '.' || fromRoot.endsWith('/') ? posix.join(fromRoot, 'index.html') : fromRoot;
  return `${posix.relative(posix.dirname(file), target)}${rest}`;
}
