import { fullId } from '../model/id.ts';
import type { Finding } from '../model/problem.ts';
import type { End } from '../model/redirect.ts';
import type { Source } from '../model/source.ts';
import { headingOf } from '../model/stood.ts';
import type { Knowledge } from '../records/knowledge.ts';
import { changesBetween } from './changes.ts';
import { RELEASED } from './findings.ts';
import { decisionOf, versionFile } from './read.ts';
import { sortKey } from './sort-key.ts';
import { type DigestOf, decisionSubstance, positionSubstance, substanceDigest } from './substance.ts';
import type { Histories, Substance, Version } from './version.ts';

/** What of the knowledge a release looks at. */
export type Releasable = Pick<Knowledge, 'decisions' | 'redirects' | 'terms'> & {
  readonly sources: readonly { readonly slug: string; readonly source: Pick<Source, 'sha256' | 'archived'> }[];
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
 * are not released: nobody has vouched for them. That an id is gone without a word is for verification to say, which comes first.
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
    if (end !== null) states.set(id, { id, title: newest.title, substance: goneSubstance(end) });
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
  const digests = new Map(sources.map(({ slug, source }) => [slug, source.archived ?? source.sha256]));
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
  const changes =
    before === undefined ? [] : changesBetween(before.substance, substance).map(({ kind, text }) => ({ kind, text }));
  return [{ id, version: (before?.version ?? 0) + 1, date, digest, changes, title, substance }];
}

/** What became of a released id that no record holds any more: an entry of its own, or that of its record. */
export function endOf(id: string, { decisions, redirects }: Pick<Releasable, 'decisions' | 'redirects'>): End | null {
  const own = endOfWhole(id, { decisions, redirects });
  if (own !== null) return own;
  const decision = decisions.find((one) => one.id === decisionOf(id));
  const local = id.split('-')[2];
  if (decision?.positions.some((position) => position.id === local && position.review === 'rejected')) {
    return { to: null, code: 'misread', reason: 'A review found that it does not say what was read into it.' };
  }
  return id === decisionOf(id) ? null : endOfWhole(decisionOf(id), { decisions, redirects });
}

function endOfWhole(id: string, { decisions, redirects }: Pick<Releasable, 'decisions' | 'redirects'>): End | null {
  const entry = redirects.find(({ from }) => from === id);
  if (entry !== undefined) return entry;
  const target = decisions.find(({ aliases }) => aliases.includes(id));
  return target === undefined ? null : mergedInto(target.id);
}

/** The end of a record that stands among the aliases of another. */
export function mergedInto(id: string): End {
  return { to: id, code: 'merged', reason: 'This record was merged into another.' };
}

function goneSubstance({ to, code, reason }: End): Substance {
  return { kind: 'gone', to, code, reason };
}

function backwards(id: string, version: number, date: string): Finding {
  return {
    code: 'release-backwards',
    what: `version ${version} would be older than the one before, of ${date}`,
    where: { file: versionFile(id), id },
    mend: RELEASED['release-backwards'].mend,
  };
}
