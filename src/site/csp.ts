/**
 * The content security policy of every page, for http and for an unzipped folder alike: everything from the site itself, no
 * inline script or style.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The policy while pages are being edited: the server of `npm run dev` writes style into the page, and shows errors with it. */
export const LIVE_CSP = CSP.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
