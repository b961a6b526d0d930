import { isLoss } from '../archive/losses.ts';
import { count } from '../model/count.ts';
import { formatFinding } from '../model/problem.ts';
import type { Proposal } from '../people/propose.ts';
import { printable } from '../records/printable.ts';
import type { Added, Outcome } from './index.ts';
import { personal } from './visible.ts';

/** Whether everything that was named was taken or was there already. */
export function isWhole({ findings }: Added): boolean {
  return !findings.some(isLoss);
}

/** Says what was taken, what was not and why; findings apart, for standard error. */
export function reportAdded(added: Added): { readonly out: string; readonly err: string } {
  const taken = added.outcomes.filter(({ kind }) => kind === 'taken');
  const known = added.outcomes.length - taken.length;
  const out = [
    ...added.swept.map((name) => `removed content/sources/${printable(name)}, which an interrupted run had left`),
    ...added.outcomes.map(outcomeLine),
    ...added.proposals.map(proposalLine),
    `${count(taken.length, 'source')} added, ${known} there already, ${count(added.findings.length, 'problem')}`,
    ...(taken.length > 0 ? ['Look over source.yaml, then: npm run extract, npm run verify'] : []),
  ];
  const err = added.findings.map((finding) => `${printable(formatFinding(finding))}\n`).join('');
  return { out: `${out.join('\n')}\n`, err };
}

/** Says whom a person may want to write down as one, in `people.yaml`. */
export function proposalLine({ names, reason }: Proposal): string {
  const shown = names.map((name) => `“${personal(printable(name, 80)) || '(an address)'}”`);
  return `perhaps one person: ${shown.join(', ')}: ${reason}; if so, write them down as one in content/people.yaml`;
}

function outcomeLine(outcome: Outcome): string {
  if (outcome.kind === 'known') {
    const address = outcome.locator ? '; its new address was noted' : '';
    return `skipped ${printable(outcome.name)}: it is there already as ${outcome.slug}${address}`;
  }
  const shared = outcome.shared.map(({ slug, messages }) => `; ${messages} of them also in ${slug}`).join('');
  const size = count(outcome.messages, 'message');
  return `added content/sources/${outcome.slug}: ${size}, “${printable(outcome.title, 80)}”${shared}`;
}
