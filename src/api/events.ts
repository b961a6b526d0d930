import type { Corpus, CorpusVersion } from '../corpus/corpus.ts';

/** Something that happened to a decision or position, for who follows the site. */
export interface Event {
  /** The address of the version that came of it, which names the event for ever. */
  readonly url: string;
  readonly title: string;
  readonly text: string;
  /** RFC 3339; a release knows its day only. */
  readonly date: string;
  /** Terms it is about. */
  readonly terms: readonly string[];
}

/** How many events a feed holds. */
const LONGEST = 200;

/** The events of the releases, newest first: what is new, what was decided otherwise, what was withdrawn, corrected, merged. */
export function eventsOf(corpus: Corpus, term?: string): Event[] {
  const terms = termsById(corpus);
  return corpus.versions
    .map((version, index) => ({ version, index }))
    .sort((a, b) => (a.version.date === b.version.date ? a.index - b.index : a.version.date < b.version.date ? 1 : -1))
    .map(({ version }) => event(corpus.site, version, terms.get(version.id) ?? []))
    .filter((one) => term === undefined || one.terms.includes(term))
    .slice(0, LONGEST);
}

/** When a feed was last changed: the day of its newest event, else the day of the newest source. */
export function newest(events: readonly Event[], corpus: Corpus): string {
  return (
    events[0]?.date ??
    instant(
      corpus.sources
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? '1970-01-01',
    )
  );
}

function event(site: string, { id, version, date, title, changes }: CorpusVersion, terms: readonly string[]): Event {
  const what =
    version === 1
      ? 'New'
      : (HEADINGS.find(([kind]) => changes.some((change) => change.kind === kind))?.[1] ?? 'Changed');
  return {
    url: `${site}${id}/v/${version}/`,
    title: `${what}: ${title} (${id}, version ${version})`,
    text: version === 1 ? 'First release.' : changes.map(({ text }) => text).join('; '),
    date: instant(date),
    terms,
  };
}

/** The heading of an event, by the gravest of its changes. */
const HEADINGS = [
  ['withdrawn', 'Withdrawn'],
  ['moved', 'Merged'],
  ['quotation', 'Quotation corrected'],
  ['stance', 'Stance corrected'],
  ['holder', 'Speaker corrected'],
  ['outcome', 'Outcome changed'],
] as const;

function termsById({ decisions, positions }: Corpus): Map<string, string[]> {
  return new Map<string, string[]>([
    ...decisions.map(({ id, options }): [string, string[]] => [id, options.map(({ term }) => term)]),
    ...positions.map(({ id, option }): [string, string[]] => [id, option === null ? [] : [option]]),
  ]);
}

function instant(date: string): string {
  if (date.length > 10) return date;
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
