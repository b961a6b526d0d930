/**
 * The content security policy of every page, for http and for an unzipped folder alike: everything from the site itself, no
 * inline script or style, and no text that becomes a script: addresses of scripts pass a check of our own
 * (W3C Trusted Types), which is named after the script it stands in.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types precedent-cards precedent-offline precedent-page precedent-search',
].join('; ');

/**
 * The policy while pages are being edited: the server of `npm run dev` writes style into the page, shows errors with it, and
 * loads changes by scripts of its own.
 */
export const LIVE_CSP = CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
  /; require-trusted-types-for.*$/,
  '',
);

/** Headers for every answer of a server, beside the types of files. What a page says of itself can be said better there. */
export const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['Content-Security-Policy', `${CSP}; frame-ancestors 'none'`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()'],
];

/**
 * The headers as Netlify, Cloudflare Pages and others read them from a file `_headers`. Files with a digest in their name never
 * change; data may be read by programs of other sites, which pages of other sites are not let into ours by.
 *
 * @param base The path under which the site is served, such as `/`.
 */
export function headersFile(base: string): string {
  const lines = (headers: typeof HEADERS) => headers.map(([name, value]) => `  ${name}: ${value}\n`).join('');
  return [
    `${base}*\n${lines(HEADERS)}`,
    `${base}_astro/*\n${lines([['Cache-Control', 'public, max-age=31536000, immutable']])}`,
    `${base}api/*\n${lines([['Access-Control-Allow-Origin', '*']])}`,
  ].join('\n');
}
