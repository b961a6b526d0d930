import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

/** Rules of WCAG 2.0 to 2.2, levels A and AA, and axe's own best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const Violations = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullish(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().nullish() })),
  }),
);

/** The rules that look at colours; of a page found good in one theme, the other can break only these. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Elements named for each rule; a rule broken on every line of a page is one finding. */
const NAMED = 2;

/**
 * Runs axe in the page as it stands and returns one line for each rule that is broken, with how many elements break it and
 * what the first of them are; an empty list is a clean page. Works under a content security policy, for the debugger is not
 * bound by it.
 *
 * @param only 'colours' asks only the rules that look at colours
 */
export async function axeFindings(page: Page, only?: 'colours'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const runOnly = only === 'colours' ? { type: 'rule', values: COLOUR_RULES } : { type: 'tag', values: TAGS };
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false });
  const found: unknown = await page.evaluate(`axe.run(document, ${options}).then((r) => r.violations)`);
  return Violations.parse(found).map(({ id, impact, help, nodes }) => {
    const named = nodes
      .slice(0, NAMED)
      .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`);
    return `${id} (${impact ?? 'unrated'}): ${help}: ${nodes.length} elements, such as ${named.join('; ')}`;
  });
}
