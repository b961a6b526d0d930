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

/** Elements named for each rule; a rule broken on every line of a page is one finding. */
const NAMED = 2;

/**
 * Runs axe in the page as it stands and returns one line for each rule that is broken, with how many elements break it and
 * what the first of them are; an empty list is a clean page. Works under a content security policy, for the debugger is not
 * bound by it.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] }).then((r) => r.violations)`,
  );
  return Violations.parse(found).map(({ id, impact, help, nodes }) => {
    const named = nodes
      .slice(0, NAMED)
      .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary ?? ''}`);
    return `${id} (${impact ?? 'unrated'}): ${help}: ${nodes.length} elements, such as ${named.join('; ')}`;
  });
}
