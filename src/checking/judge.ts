import type { Corpus } from '../corpus/corpus.ts';
import { CITING } from '../verify/codes/citing.ts';
import { decisionOf } from '../versions/index.ts';
import type { Mention } from './mentions.ts';

/** The codes of what can be wrong with a citation. */
export type CitationCode = Extract<keyof typeof CITING, `citation-${string}`>;

export interface Judgement {
  readonly code: CitationCode;
  readonly what: string;
  readonly mend: string;
}

/** Says of a mention what is wrong with it; empty where it may stand. Pure over the corpus. */
export type Judge = (mention: Mention) => Judgement[];

/** Makes the judge of a corpus: reads it once, so that each mention costs a few look-ups. */
export function judgeFor(corpus: Corpus): Judge {
  const decisions = new Map(corpus.decisions.map((decision) => [decision.id, decision]));
  const gone = new Map(corpus.gone.map((entry) => [entry.id, entry]));
  const versions = Map.groupBy(corpus.versions, ({ id }) => id);
  const known = new Set([
    ...decisions.keys(),
    ...corpus.decisions.flatMap(({ id, outcome }) => outcome.facts.map((fact) => `${id}-${fact.id}`)),
    ...corpus.positions.flatMap(({ id, arguments: given }) => [id, ...given.map((argument) => `${id}-${argument.id}`)]),
  ]);

  function standing({ id }: Mention): Judgement[] {
    const home = decisions.get(decisionOf(id));
    if (home?.status === 'withdrawn') {
      return [
        { code: 'citation-withdrawn', what: `the record ${home.id} was withdrawn`, mend: `read why at ${home.url}` },
      ];
    }
    const later = home?.supersededBy ?? [];
    if (home === undefined || (later.length === 0 && home.status !== 'superseded')) return [];
    const by = later.length === 0 ? '' : ` by ${later.join(' and ')}`;
    const mend =
      later.length === 0
        ? `read ${home.url}`
        : `cite ${later.map((one) => decisions.get(one)?.url ?? one).join(' or ')}`;
    return [{ code: 'citation-superseded', what: `the record ${home.id} is superseded${by}`, mend }];
  }

  function staleness({ id, version }: Mention): Judgement[] {
    const history = versions.get(id) ?? [];
    const newest = history.at(-1);
    if (version === null || newest?.version === version) return [];
    if (!history.some((one) => one.version === version)) {
      const what =
        newest === undefined
          ? 'no version of it was released'
          : `it has versions 1 to ${newest.version}, not ${version}`;
      return [{ code: 'citation-version-unknown', what, mend: `see ${corpus.site}${id}/` }];
    }
    const since = history
      .filter((one) => one.version > version)
      .flatMap(({ changes }) => changes.map(({ text }) => text));
    return [
      {
        code: 'citation-changed',
        what: `has changed since version ${version}: ${since.join('; ')}`,
        mend: `read version ${newest?.version}, and cite it if it still says what you rest on`,
      },
    ];
  }

  return (mention) => {
    const { id, certain } = mention;
    const end = gone.get(id) ?? (known.has(id) ? undefined : gone.get(decisionOf(id)));
    if (end !== undefined) {
      return [
        end.kind === 'moved' && end.to !== null
          ? {
              code: 'citation-moved',
              what: `is now part of ${end.to}`,
              mend: `cite ${end.to}, ${corpus.site}${end.to}/`,
            }
          : {
              code: 'citation-withdrawn',
              what: `was withdrawn (${end.code}): ${end.reason}`,
              mend: CITING['citation-withdrawn'].mend,
            },
      ];
    }
    if (!known.has(id)) {
      return certain
        ? [
            {
              code: 'citation-unknown',
              what: 'no decision or position has this id',
              mend: CITING['citation-unknown'].mend,
            },
          ]
        : [];
    }
    return [...standing(mention), ...staleness(mention)];
  };
}
