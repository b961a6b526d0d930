import type { Decision } from '../model/decision.ts';
import type { AttributedMessage } from '../model/message.ts';
import type { Person } from '../model/person.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Source } from '../model/source.ts';
import type { Term } from '../model/term.ts';
import type { Theme } from '../model/theme.ts';

/** The kinds of hits, in the order in which they are shown: an argument that was made comes before pages about it. */
export const KINDS = ['position', 'decision', 'theme', 'fact', 'term', 'person', 'source'] as const;
export type Kind = (typeof KINDS)[number];

/** What the search needs to know of a source: its description and its messages with every line attributed. */
export interface SearchSource {
  readonly slug: string;
  readonly source: Source;
  readonly messages: readonly AttributedMessage[];
}

/** What the search is fed with. */
export interface SearchKnowledge {
  readonly sources: readonly SearchSource[];
  readonly terms: readonly Term[];
  readonly people: readonly Person[];
  readonly themes: readonly Theme[];
  readonly redirects: readonly Redirect[];
  readonly decisions: readonly Decision[];
  /** The bodies of the decisions' records. */
  readonly records: readonly { readonly decision: Pick<Decision, 'id'>; readonly body: string }[];
}

/** One hit of the search, before any engine sees it. */
export interface SearchRecord {
  readonly kind: Kind;
  /** Address from the root of the site, such as `/PREC-7F3Q2-P3/`. */
  readonly url: string;
  readonly title: string;
  /** What is shown and searched, line by line where the lines are those of a source. */
  readonly text: readonly string[];
  /** What it is found by without being shown: other names of its option, names of its holder. */
  readonly also: readonly string[];
  /** What is shown beside the title; an absent value is not known. */
  readonly meta: Readonly<Record<string, string>>;
  /** What it can be filtered by; several values where it belongs to several. */
  readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Day or part of a date by which it sorts, `2014-06-13`; null where it has none. */
  readonly date: string | null;
}

/** What hits can be filtered by besides their kind, in the order in which the filters are shown. */
export const FACETS = ['option', 'holder', 'stance', 'year', 'status', 'list'] as const;
export type Facet = (typeof FACETS)[number];

/** Whether a name that was read somewhere is that of a kind. */
export function isKind(name: string): name is Kind {
  return KINDS.some((kind) => kind === name);
}
