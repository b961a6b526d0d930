import type { End } from '../model/redirect.ts';
import { through } from '../model/through.ts';
import { visibleText } from '../model/visible.ts';
import { changesBetween, type Difference } from './changes.ts';
import type { Change, Histories, Substance, Version } from './version.ts';
import { withoutWords } from './without-words.ts';
import { type Piece, wordDiff } from './word-diff.ts';

/** A released version as its page shows it. */
export interface VersionView {
  readonly version: Version;
  /** What has become of the id since; empty where it still says the same. */
  readonly since: readonly ShownChange[];
  /** What differs from the version before. */
  readonly changes: readonly ShownChange[];
  /** The newest version of the same id. */
  readonly newest: Version;
  readonly before: Version | null;
  /** Why the words of this id are shown no more, or null where they are. */
  readonly withdrawn: Pick<End, 'code' | 'reason'> | null;
}

/** A change with its heading, and with the words laid over each other where it is one of words. */
export interface ShownChange extends Change {
  readonly heading: string;
  readonly pieces: readonly Piece[];
}

const HEADINGS: Readonly<Record<Change['kind'], string>> = {
  reworded: 'Reworded',
  quotation: 'Quotation changed',
  stance: 'Stance changed',
  holder: 'Speaker changed',
  arguments: 'Reasons changed',
  outcome: 'Outcome changed',
  positions: 'Positions changed',
  withdrawn: 'Withdrawn',
  restored: 'Restored',
  moved: 'Merged',
};

/**
 * The page of each released version, in the order of the files. Of an id that was withdrawn no page shows the words any more.
 *
 * @param withdrawnOf Says why an id was withdrawn, or null where it was not.
 */
export function versionViews(
  histories: Histories,
  withdrawnOf: (id: string) => Pick<End, 'code' | 'reason'> | null,
): VersionView[] {
  return [...histories].flatMap(([id, released]) => {
    const withdrawn = withdrawnOf(id);
    const history = withdrawn === null ? released : released.map(withoutWords);
    const newest = history.at(-1);
    if (newest === undefined) return [];
    return history.map((version, index) => {
      const before = history[index - 1] ?? null;
      const since = version.digest === newest.digest ? [] : changesBetween(version.substance, newest.substance);
      const changes = before === null ? [] : changesBetween(before.substance, version.substance);
      return { version, newest, before, withdrawn, since: since.map(shown), changes: changes.map(shown) };
    });
  });
}

function shown({ kind, text, words }: Difference): ShownChange {
  const [before, after] = words?.map((one) => visibleText(one)) ?? [];
  const pieces = before === undefined || after === undefined ? [] : wordDiff(before, after);
  return { kind, text: visibleText(text), heading: HEADINGS[kind], pieces };
}

/** A substance as names and values, as they may be shown. */
export function rowsOf(substance: Substance): [name: string, value: string][] {
  return rows(substance).map(([name, value]) => [name, visibleText(value)]);
}

function rows(substance: Substance): [name: string, value: string][] {
  switch (substance.kind) {
    case 'removed':
      return [];
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
