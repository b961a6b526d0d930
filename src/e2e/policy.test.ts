import { describe, expect, it } from 'vitest';
import { HEADERS } from '../site/csp.ts';
import { pageTypes, useSite } from './site.ts';

const site = useSite();

describe('the policy of a page, as a browser takes it', () => {
  it.each(['/', '/search/', '/offline/'])('lets no text become markup or a script: %s', async (address) => {
    const { page } = await site.open(address);
    const refused = await page.evaluate(() => {
      const attempts: Record<string, () => void> = {
        'markup by innerHTML': () => {
          document.body.innerHTML = '<img src=x onerror=alert(1)>';
        },
        'the address of a script': () => {
          document.createElement('script').src = '/scripts/page.js';
        },
        'the text of a script': () => {
          document.createElement('script').text = 'alert(1)';
        },
        'a policy of another name': () => {
          globalThis.trustedTypes?.createPolicy('other', { createScriptURL: (one) => one });
        },
      };
      return Object.entries(attempts).map(([name, attempt]) => {
        try {
          attempt();
          return `${name}: done`;
        } catch (error) {
          return `${name}: ${error instanceof TypeError ? 'refused' : String(error)}`;
        }
      });
    });
    expect(refused).toHaveLength(4);
    for (const one of refused) expect(one).toMatch(/: refused$/);
  });

  it('leaves no cookie, and in the storage nothing but the colours that were chosen', async () => {
    const { page } = await site.open('/search/?q=O_DIRECT');
    await page.locator('.search-results a').first().waitFor();
    await page.goto('/');
    await page.locator('#theme').click();
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])).toEqual([
      ['precedent-theme'],
      [],
    ]);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });

  it.each([...pageTypes()])('holds as headers of a server as well: %s', async (name, address) => {
    const watched = await site.open('/');
    await watched.page.route('**/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...Object.fromEntries(HEADERS) } });
    });
    await watched.page.goto(address);
    await watched.page.waitForLoadState('load');
    expect(watched.errors.filter((error) => name !== 'not found' || !error.includes('404'))).toEqual([]);
  });
});
