import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CSP, HEADERS, headersFile, LIVE_CSP } from './csp.ts';

const GUIDE = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');

describe('the policy of the pages', () => {
  it('forbids everything it does not name, names nothing beyond the site, and lets nothing inline run', () => {
    expect(CSP.split('; ')[0]).toBe("default-src 'none'");
    for (const rule of CSP.split('; ').filter((one) => one.includes('-src')))
      expect(rule).toMatch(/^[a-z-]+-src '(?:self|none)'$/);
    expect(CSP).not.toContain('unsafe');
    expect(CSP).toContain("require-trusted-types-for 'script'");
  });

  it('is loosened for `npm run dev` in style and trusted types alone', () => {
    expect(LIVE_CSP.replace(" 'unsafe-inline'", '')).toBe(CSP.slice(0, CSP.indexOf('; require-trusted')));
  });

  it('stands in the headers of every host that the guide speaks of, word for word', () => {
    for (const [name, value] of HEADERS) {
      expect(headersFile('/x/')).toContain(`  ${name}: ${value}\n`);
      expect(GUIDE.split(`${name} "${value}"`), `${name} for nginx and for Apache`).toHaveLength(3);
    }
    expect(headersFile('/x/')).toMatch(/^\/x\/\*\n/);
  });
});
