import { through } from '../model/through.ts';
import { changesBetween } from './changes.ts';
import type { Change, Histories, Substance, Version } from './version.ts';

/** A released version as its page shows it. */
export interface VersionView {
  readonly version: Version;
  /** What has become of the id since; empty where it still says the same. */
  readonly since: readonly Change[];
  /** The newest version of the same id. */
  readonly newest: Version;
  readonly before: Version | null;
}

/** The page of each released version, in the order of the files. */
export function versionViews(histories: Histories): VersionView[] {
  return [...histories.values()].flatMap((history) => {
    const newest = history.at(-1);
    if (newest === undefined) return [];
    return history.map((version, index) => ({
      version,
      newest,
      before: history[index - 1] ?? null,
      since: version.digest === newest.digest ? [] : changesBetween(version.substance, newest.substance),
    }));
  });
}

/** A substance as names and values, for a reader. */
export function rowsOf(substance: Substance): [name: string, value: string][] {
  switch (substance.kind) {
    case 'gone':
      return [['What became of it', substance.reason]];
    case 'decision':
      return [
        ['Question', substance.question],
        ['Status', [substance.status, substance.how ?? ''].filter((part) => part !== '').join(', ')],
        ...substance.options.map(({ term, fate, facts }): [string, string] => [
          `Option ${term}`,
          [fate, ...facts].join(' '),
        ]),
        ...substance.facts.map(({ id, date, text, url, checked }): [string, string] => [
          `Fact ${id}`,
          `${date}: ${text} ${url} (${checked})`,
        ]),
        ...Object.entries(substance.positions).map(([id, digest]): [string, string] => [
          `Position ${id}`,
          `sha256:${digest}`,
        ]),
      ];
    case 'position':
      return [
        ['Words', substance.exact],
        ['Holder', `${substance.holder ?? 'unknown'} (${substance.basis})`],
        ['Stance', substance.stance],
        ['Option', substance.option ?? 'none named'],
        ...optional('Condition', substance.condition),
        ...optional('Known', through(substance) ?? undefined),
        ...optional('Answers', substance.respondsTo),
        ...optional('Withdrawn', substance.withdrawn),
        ...substance.arguments.map(({ id, polarity, exact }): [string, string] => [
          `Argument ${id}, ${polarity}`,
          exact,
        ]),
        ['Source', substance.source],
      ];
  }
}

function optional(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}
