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

/**
 * Runs axe in the page as it stands and returns one readable line for each element that breaks a rule; an empty list is a
 * clean page. Works under a content security policy, for the debugger is not bound by it.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] }).then((r) => r.violations)`,
  );
  return Violations.parse(found).flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${impact ?? 'unrated'}): ${help}: ${html} ${failureSummary ?? ''}`),
  );
}
