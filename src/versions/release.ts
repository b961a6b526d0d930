import { headingOf } from '../citation/stood.ts';
import { fullId } from '../model/id.ts';
import type { Finding } from '../model/problem.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Knowledge } from '../records/knowledge.ts';
import { changesBetween } from './changes.ts';
import { decisionOf, versionFile } from './read.ts';
import { sortKey } from './sort-key.ts';
import { type DigestOf, decisionSubstance, positionSubstance, substanceDigest } from './substance.ts';
import type { Histories, Substance, Version } from './version.ts';

/** What of the knowledge a release looks at. */
export type Releasable = Pick<Knowledge, 'decisions' | 'redirects' | 'terms'> & {
  readonly sources: readonly { readonly slug: string; readonly sha256: string }[];
};

/** What a release adds, and why it may not be made. */
export interface Release {
  readonly versions: readonly Version[];
  readonly findings: readonly Finding[];
}

interface State {
  readonly id: string;
  readonly title: string;
  readonly substance: Substance;
}

/**
 * Plans a release: a new version for each id whose substance differs from its newest version, in the order of ids. Drafts
 * are not released: nobody has vouched for them. An id that was released and is gone without a word stops the release.
 *
 * @param date The day of the release, YYYY-MM-DD: it is written into the versions, so nothing is read from a clock.
 */
export function planRelease(knowledge: Releasable, histories: Histories, date: string): Release {
  const states = new Map(statesOf(knowledge).map((state) => [state.id, state]));
  const findings: Finding[] = [];
  for (const [id, versions] of histories) {
    const newest = versions.at(-1);
    if (states.has(id) || newest === undefined) continue;
    const end = endOf(id, knowledge);
    if (end === null) findings.push(lost(id));
    else states.set(id, { id, title: newest.title, substance: { kind: 'gone', to: end.to, reason: end.reason } });
  }
  const versions = [...states.values()]
    .sort((a, b) => (sortKey(a.id) < sortKey(b.id) ? -1 : 1))
    .flatMap((state) => nextVersion(state, histories.get(state.id) ?? [], date));
  for (const { id, version } of versions) {
    const before = histories.get(id)?.at(-1);
    if (before !== undefined && before.date > date) findings.push(backwards(id, version, before.date));
  }
  return { versions, findings };
}

function statesOf({ decisions, sources, terms }: Releasable): State[] {
  const digests = new Map(sources.map(({ slug, sha256 }) => [slug, sha256]));
  const labels = new Map(terms.map(({ id, prefLabel }) => [id, prefLabel]));
  const digestOf: DigestOf = (slug) => digests.get(slug) ?? null;
  return decisions
    .filter(({ draft }) => !draft)
    .flatMap((decision): State[] => [
      { id: decision.id, title: decision.title, substance: decisionSubstance(decision, digestOf) },
      ...decision.positions
        .filter(({ review }) => review !== 'rejected')
        .map((position) => ({
          id: fullId(decision.id, position.id),
          title: headingOf(
            position.holder,
            position.stance,
            position.option === null ? null : (labels.get(position.option) ?? position.option),
          ),
          substance: positionSubstance(position, digestOf),
        })),
    ]);
}

function nextVersion({ id, title, substance }: State, history: readonly Version[], date: string): Version[] {
  const before = history.at(-1);
  const digest = substanceDigest(substance);
  if (before?.digest === digest) return [];
  // A position that never was released and is withdrawn already has no address anybody could know.
  if (before === undefined && substance.kind === 'position' && substance.withdrawn !== undefined) return [];
  const changes = before === undefined ? [] : changesBetween(before.substance, substance);
  return [{ id, version: (before?.version ?? 0) + 1, date, digest, changes, title, substance }];
}

/** What became of a released id that no record holds any more: an entry of its own, or that of its record. */
export function endOf(id: string, { decisions, redirects }: Releasable): Pick<Redirect, 'to' | 'reason'> | null {
  const own = endOfWhole(id, { decisions, redirects });
  if (own !== null) return own;
  const decision = decisions.find((one) => one.id === decisionOf(id));
  const local = id.split('-')[2];
  if (decision?.positions.some((position) => position.id === local && position.review === 'rejected')) {
    return { to: null, reason: 'A review found that it does not say what was read into it.' };
  }
  return id === decisionOf(id) ? null : endOfWhole(decisionOf(id), { decisions, redirects });
}

function endOfWhole(
  id: string,
  { decisions, redirects }: Pick<Releasable, 'decisions' | 'redirects'>,
): Pick<Redirect, 'to' | 'reason'> | null {
  const entry = redirects.find(({ from }) => from === id);
  if (entry !== undefined) return { to: entry.to, reason: entry.reason };
  const target = decisions.find(({ aliases }) => aliases.includes(id));
  return target === undefined ? null : { to: target.id, reason: 'This record was merged into another.' };
}

function lost(id: string): Finding {
  return {
    code: 'address-lost',
    what: 'was released and is gone without a word; its address would answer nothing',
    where: { file: versionFile(id), id },
    mend: `say in content/redirects.yaml what became of ${id}, or add it to the aliases of the record it was merged into`,
  };
}

function backwards(id: string, version: number, date: string): Finding {
  return {
    code: 'release-backwards',
    what: `version ${version} would be older than the one before, of ${date}`,
    where: { file: versionFile(id), id },
    mend: 'release under a day that is not before the last release',
  };
}
