import type { Decision } from '../model/decision.ts';
import { swhid } from '../model/digest.ts';
import { fullId } from '../model/id.ts';
import type { Evidence } from '../model/position.ts';
import type { End } from '../model/redirect.ts';
import { visibleText } from '../model/visible.ts';
import { idPages } from '../site/id-pages.ts';
import type { SourceEntry } from '../site/knowledge.ts';
import type { PlacedPosition } from '../site/placed.ts';
import { supersedersOf } from '../site/relations.ts';
import type { Site } from '../site/site.ts';
import { absolute, decisionUrl, link, personUrl, sourceUrl, termUrl } from '../site/urls.ts';
import { endOf, type Histories, planRelease, sortKey, withoutWords } from '../versions/index.ts';
import type { Corpus, CorpusDecision, CorpusPosition, CorpusSource, Gone, Released } from './corpus.ts';

/** What a release would add depends on no day; it is only asked whether it would add anything. */
const SOME_DAY = '9999-12-31';

/** The licence of our prose and data; quotations are their authors' and used as quotations. */
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * Gathers what is published from the site and its released versions. Pure; the same knowledge gives the same corpus. Words of
 * sources are shown as on the pages: the address of a person keeps its first half only.
 */
export function corpusFrom(site: Site, histories: Histories): Corpus {
  const pending = new Set(planRelease(site, histories, SOME_DAY).versions.map(({ id }) => id));
  const released = (id: string): { released?: Released } => {
    const newest = histories.get(id)?.at(-1);
    if (newest === undefined) return {};
    const { version, date, digest } = newest;
    return { released: { version, date, digest, ...(pending.has(id) ? { changed: true } : {}) } };
  };
  const labelOf = (slug: string) => site.termOf(slug)?.prefLabel ?? slug;
  const gone = byId(goneFrom(site, histories));
  const withdrawn = new Set(gone.filter(({ to }) => to === null).map(({ id }) => id));
  return {
    format: 'precedent-corpus/1',
    name: 'Precedent',
    site: absolute(link('')),
    licence: LICENCE,
    decisions: byId(site.decisions.map((one) => ({ ...decision(one, site, labelOf), ...released(one.id) }))),
    positions: byId(site.positions.map((one) => ({ ...position(one, labelOf), ...released(one.id) }))),
    sources: site.sources.map(source),
    terms: site.terms.map(({ id, prefLabel, altLabel, definition, broader, related }) => {
      return { id, url: absolute(termUrl(id)), prefLabel, altLabel, definition, broader, related };
    }),
    people: site.people.map(({ slug, name, aliases }) => {
      return { id: slug, url: absolute(personUrl(slug)), name, aliases: [...aliases] };
    }),
    gone,
    versions: [...histories.values()]
      .flat()
      .map((version) => (withdrawn.has(version.id) ? withoutWords(version) : version))
      .map(({ substance: _, changes, ...version }) => ({
        ...version,
        changes: changes.map(({ kind, text }) => ({ kind, text: visibleText(text) })),
      }))
      .sort((a, b) => compare(sortKey(a.id), sortKey(b.id)) || a.version - b.version),
  };
}

function decision(of: Decision, site: Site, labelOf: (slug: string) => string): CorpusDecision {
  const { id, title, question, summary, status, draft, review, options, outcome, relations, aliases } = of;
  return {
    id,
    url: absolute(decisionUrl(id)),
    title,
    question,
    summary,
    status,
    draft,
    review,
    options: options.map((option) => ({ ...option, label: labelOf(option.term) })),
    outcome,
    relations,
    supersededBy: supersedersOf(of, site.decisions).map((one) => one.id),
    aliases,
    positions: site.positionsOf(id).map((placed) => placed.id),
  };
}

function position(placed: PlacedPosition, labelOf: (slug: string) => string): CorpusPosition {
  const { id, href, decision: of, position: given, message, person, date, dateOf, evidenceHref } = placed;
  const { option, holder, holderBasis, stance, hedge, condition, secondHand, quotedBy, told, respondsTo } = given;
  const messageId = message.id.startsWith('<') ? message.id : (placed.entry.source.messageId ?? null);
  return {
    id,
    url: absolute(href),
    decision: of.id,
    option,
    optionLabel: option === null ? null : labelOf(option),
    holder,
    person: person?.slug ?? null,
    basis: holderBasis,
    stance,
    hedge,
    ...(condition === undefined ? {} : { condition: visibleText(condition) }),
    secondHand,
    ...(quotedBy === undefined ? {} : { quotedBy }),
    ...(told === undefined ? {} : { told }),
    date,
    dateOf,
    evidence: quoted(given.evidence),
    evidenceUrl: absolute(evidenceHref),
    messageId,
    arguments: given.arguments.map((argument) => ({ ...argument, evidence: quoted(argument.evidence) })),
    ...(respondsTo === undefined ? {} : { respondsTo: fullId(of.id, respondsTo) }),
    confidence: given.confidence,
    review: given.review === 'reviewed' ? 'reviewed' : 'extracted',
    extractor: given.extractor,
  };
}

function quoted({ source: slug, start, end, exact, prefix, suffix, sha256 }: Evidence): CorpusPosition['evidence'] {
  return {
    source: slug,
    start,
    end,
    exact: visibleText(exact),
    prefix: visibleText(prefix),
    suffix: visibleText(suffix),
    sha256,
  };
}

function source({ slug, source: of, bytes, messages }: SourceEntry): CorpusSource {
  const [message] = messages;
  const only = messages.length === 1 && message?.id.startsWith('<') ? message.id : null;
  return {
    slug,
    url: absolute(sourceUrl(slug)),
    title: of.title,
    author: of.author,
    list: of.list,
    date: of.date,
    format: of.format,
    messageId: of.messageId ?? only,
    sha256: of.sha256,
    swhid: swhid(bytes),
    locators: of.locators.map(({ url, relation, checked }) => ({ url, relation, checked })),
    rights: of.rights,
  };
}

/** The ids whose content is gone: those the site keeps a page for, and those that were released and stand nowhere now. */
function goneFrom(site: Site, histories: Histories): Gone[] {
  const pages = idPages(site);
  const answered = new Set(pages.map(({ id }) => id));
  const known = pages.flatMap((page): [string, End][] => (page.kind === 'tombstone' ? [[page.id, page.end]] : []));
  const ended = [...histories.keys()].flatMap((id): [string, End][] => {
    const end = answered.has(id) ? null : endOf(id, site);
    return end === null ? [] : [[id, end]];
  });
  const ends = new Map([...known, ...ended]);
  return [...ends].map(([id, end]) => {
    const { to, code, reason } = lastOf(end, ends);
    return { id, kind: to === null ? 'withdrawn' : 'moved', to, code, reason };
  });
}

/** Follows an end whose target has come to an end itself. A circle, which verification refuses, is left where it closes. */
function lastOf(end: End, ends: ReadonlyMap<string, End>): End {
  const seen = new Set<End>();
  let last = end;
  for (let next: End | undefined = end; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    last = next;
    next = next.to === null ? undefined : ends.get(next.to);
  }
  return last;
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => compare(sortKey(a.id), sortKey(b.id)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
