import type { Knowledge } from '../records/knowledge.ts';
import { loadKnowledge } from '../records/load.ts';
import { CHECKS } from './checks/index.ts';
import type { Report } from './report.ts';

export type { Report } from './report.ts';

/**
 * The gate: reads everything under `content/` and runs every check over it. No check stops another; a knowledge that holds
 * all promises has no findings.
 *
 * @param root The folder that holds `content/`.
 */
export async function verifyKnowledge(root: string): Promise<Report> {
  return verify(await loadKnowledge(root));
}

/** As `verifyKnowledge`, for a knowledge that is already loaded. */
export function verify(knowledge: Knowledge): Report {
  const outcomes = CHECKS.map((check) => ({ check, ...check.run(knowledge) }));
  return {
    checks: outcomes.map(({ check, checked, findings }) => ({
      counts: check.counts[checked === 1 ? 0 : 1],
      promise: check.promise,
      checked,
      findings: findings.length,
    })),
    findings: outcomes.flatMap(({ findings }) => findings),
  };
}
