import type { Corpus, CorpusDecision, CorpusPosition, CorpusSource } from '../corpus/corpus.ts';
import { lookupOf } from '../corpus/lookup.ts';
import { headingOf, stood } from '../model/stood.ts';
import { through } from '../model/through.ts';
import { longDate } from '../site/dates.ts';
import { caveatsOf } from './caveats.ts';

/** The words a position rests on, and where they stand. */
export interface CitedWords {
  readonly exact: string;
  readonly holder: string;
  /** Whether the archive, or a conclusion that is shown as one, names the holder. */
  readonly named: boolean;
  /** What the holder did, as a clause: `opposed raw devices`. */
  readonly stood: string;
  /** Through whom the words are known, such as “as quoted by Ann”; null at first hand. */
  readonly through: string | null;
  /** Instant or partial date; `when quoted` where only that is known. */
  readonly date: string;
  readonly dateOf: 'sent' | 'quoted';
  readonly list: string;
  readonly sourceTitle: string;
  /** The message in a public archive, else the line on our page of the source. */
  readonly sourceUrl: string;
  readonly messageId: string | null;
}

/** Everything the formats say of one decision or position: facts, no layout. */
export interface Cited {
  readonly kind: 'decision' | 'position' | 'line';
  readonly id: string;
  /** Unique among all citations: the id, and the version where there is one. */
  readonly key: string;
  /** Without the id. */
  readonly heading: string;
  /** Begins with the id: tools that lose the number keep the title. */
  readonly title: string;
  /** What kind of report it is. */
  readonly genre: string;
  readonly author: string;
  readonly publisher: string;
  readonly version: number | null;
  readonly digest: string | null;
  /** The day of the release. */
  readonly date: string | null;
  /** The address that keeps showing what was cited: that of the version where there is one. */
  readonly url: string;
  /** The address that shows the newest version. */
  readonly latest: string;
  readonly question: string;
  readonly abstract: string;
  readonly words: CitedWords | null;
  /** What a position or record is, so that nobody takes it for more. */
  readonly statement: string;
  /** What a reader must know before relying on it, gravest first. */
  readonly caveats: readonly string[];
}

const gathered = new WeakMap<Corpus, Map<string, Cited | null>>();

/**
 * Gathers what there is to say of a decision or position of the corpus, or gives null where it holds no such id. Once for each
 * id: every format and file of it rests on the same.
 */
export function citedOf(corpus: Corpus, id: string): Cited | null {
  const known = gathered.get(corpus) ?? new Map<string, Cited | null>();
  gathered.set(corpus, known);
  const cited = known.get(id);
  if (cited !== undefined) return cited;
  const made = gather(corpus, id);
  known.set(id, made);
  return made;
}

function gather(corpus: Corpus, id: string): Cited | null {
  const { decisions, positions, sources } = lookupOf(corpus);
  const decision = decisions.get(id);
  if (decision !== undefined) return citedDecision(corpus, decision);
  const position = positions.get(id);
  const home = position && decisions.get(position.decision);
  const source = position && sources.get(position.evidence.source);
  return position && home && source ? citedPosition(corpus, position, home, source) : null;
}

/** The ids that can be cited, decisions before their positions. */
export function citableIds(corpus: Corpus): string[] {
  return corpus.decisions.flatMap(({ id, positions }) => [id, ...positions]);
}

function common(
  corpus: Corpus,
  { id, url, released }: CorpusDecision | CorpusPosition,
  heading: string,
): Pick<
  Cited,
  'id' | 'key' | 'heading' | 'title' | 'author' | 'publisher' | 'version' | 'digest' | 'date' | 'url' | 'latest'
> {
  return {
    id,
    key: released === undefined ? id : `${id}-v${released.version}`,
    heading,
    title: `${id}: ${heading}`,
    author: `${corpus.name} editors`,
    publisher: corpus.name,
    version: released?.version ?? null,
    digest: released?.digest ?? null,
    date: released?.date ?? null,
    url: released === undefined ? url : `${url}v/${released.version}/`,
    latest: url,
  };
}

function citedDecision(corpus: Corpus, decision: CorpusDecision): Cited {
  return {
    kind: 'decision',
    ...common(corpus, decision, line(decision.title)),
    genre: 'Decision record',
    question: line(decision.question),
    abstract: line(decision.summary),
    words: null,
    statement:
      'A record of how the question was argued, by the editors of this site; not a rule of the projects it tells of.',
    caveats: caveatsOf(corpus, decision, null),
  };
}

function citedPosition(corpus: Corpus, position: CorpusPosition, home: CorpusDecision, source: CorpusSource): Cited {
  const holder = line(position.holder ?? 'An unnamed speaker');
  const option = position.optionLabel === null ? null : line(position.optionLabel);
  const when = `${position.dateOf === 'quoted' ? 'before ' : 'on '}${longDate(position.date)}`;
  const words: CitedWords = {
    exact: line(position.evidence.exact),
    holder,
    named: position.holder !== null,
    stood: stood(position.stance, option),
    through: through({ ...position, quotedBy: position.quotedBy ?? 'another message' }, line),
    date: position.date,
    dateOf: position.dateOf,
    list: line(source.list),
    sourceTitle: line(source.title),
    sourceUrl: publicUrl(source) ?? position.evidenceUrl,
    messageId: position.messageId,
  };
  return {
    kind: 'position',
    ...common(corpus, position, headingOf(holder, position.stance, option)),
    genre: 'Position of a decision record',
    question: line(home.question),
    abstract: words.exact,
    words,
    statement: `One participant's argument, made ${when}; not a rule of the project.`,
    caveats: caveatsOf(corpus, home, position),
  };
}

/** An address at which the very text was seen; one that only leads near it does not prove a quotation. */
function publicUrl({ locators }: CorpusSource): string | null {
  const seen = locators.filter(({ checked }) => checked === 'confirmed');
  return (
    (seen.find(({ relation }) => relation === 'page') ?? seen.find(({ relation }) => relation === 'copy'))?.url ?? null
  );
}

/** Text on one line: every format but the quotation of Markdown needs that, and no format is broken by it. */
function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
