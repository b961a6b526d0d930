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
  const addressOf = (id: string): string => decisions.get(id)?.url ?? `${corpus.site}${id}/`;

  return ({ id, version, certain }) => {
    const end = gone.get(id) ?? (known.has(id) ? undefined : gone.get(decisionOf(id)));
    if (end !== undefined) return [ended(end, addressOf)];
    // What only looks like an id may be anything else.
    if (!known.has(id)) return certain ? [UNKNOWN] : [];
    const home = decisions.get(decisionOf(id));
    return [
      ...(home === undefined ? [] : standing(home, addressOf)),
      ...staleness(version, versions.get(id) ?? [], `${corpus.site}${id}/`),
    ];
  };
}

const UNKNOWN: Judgement = {
  code: 'citation-unknown',
  what: 'no decision or position has this id',
  mend: CITING['citation-unknown'].mend,
};

/** What is cited has left its address, for another or for good. */
function ended({ kind, to, code, reason }: Corpus['gone'][number], addressOf: (id: string) => string): Judgement {
  if (kind === 'moved' && to !== null) {
    return { code: 'citation-moved', what: `is now part of ${to}`, mend: `cite ${to}, ${addressOf(to)}` };
  }
  const { mend } = CITING['citation-withdrawn'];
  return { code: 'citation-withdrawn', what: `was withdrawn (${code}): ${reason}`, mend };
}

/** The record that is cited, or in which the position stands, counts no longer. */
function standing(home: Corpus['decisions'][number], addressOf: (id: string) => string): Judgement[] {
  const { id, status, url, supersededBy: later } = home;
  if (status === 'withdrawn') {
    return [{ code: 'citation-withdrawn', what: `the record ${id} was withdrawn`, mend: `read why at ${url}` }];
  }
  if (later.length > 0) {
    const what = `the record ${id} is superseded by ${later.join(' and ')}`;
    return [{ code: 'citation-superseded', what, mend: `cite ${later.map(addressOf).join(' or ')}` }];
  }
  if (status !== 'superseded') return [];
  return [{ code: 'citation-superseded', what: `the record ${id} is superseded`, mend: `read ${url}` }];
}

/** The version that is cited is not the newest, or was never released. */
function staleness(version: number | null, history: Corpus['versions'], address: string): Judgement[] {
  const newest = history.at(-1);
  if (version === null || newest?.version === version) return [];
  if (newest === undefined || !history.some((one) => one.version === version)) {
    const what =
      newest === undefined ? 'no version of it was released' : `it has versions 1 to ${newest.version}, not ${version}`;
    return [{ code: 'citation-version-unknown', what, mend: `see ${address}` }];
  }
  const since = history
    .filter((one) => one.version > version)
    .flatMap(({ changes }) => changes.map(({ text }) => text));
  return [
    {
      code: 'citation-changed',
      what: `has changed since version ${version}: ${since.join('; ')}`,
      mend: `read version ${newest.version}, and cite it if it still says what you rest on`,
    },
  ];
}
