import { fullId } from '../model/id.ts';
import type { Line } from '../model/message.ts';
import type { Place } from '../model/primitives.ts';
import { pageUrl } from './paging.ts';

/** A line longer than this is no place to land on: such a line is addressed by the marks of its evidence. */
const LONG_LINE = 400;

/**
 * Where the site is served: `PRECEDENT_SITE` is its origin, `PRECEDENT_BASE` the folder under it, such as `/precedent/`.
 *
 * @example baseOf('precedent') → '/precedent/'
 */
export function baseOf(named: string | undefined): string {
  const inner = (named ?? '').split('/').filter((part) => part !== '');
  return inner.length === 0 ? '/' : `/${inner.join('/')}/`;
}

/** The origin of the site, without a slash at its end; absolute addresses (canonical links, citations) begin with it. */
export const SITE = (process.env.PRECEDENT_SITE ?? 'http://localhost:4321').replace(/\/+$/, '');
export const BASE = baseOf(process.env.PRECEDENT_BASE);

/** A path of the site as a link, under the base. @example link('terms/') → '/terms/' */
export function link(path: string): string {
  return `${BASE}${path}`;
}

/** A link of the site as an absolute address. @example absolute('/PREC-7F3Q2/') → 'https://example.org/PREC-7F3Q2/' */
export function absolute(href: string): string {
  return `${SITE}${href}`;
}

/** The page of a decision. @example decisionUrl('PREC-7F3Q2') → '/PREC-7F3Q2/' */
export function decisionUrl(id: string): string {
  return link(`${id}/`);
}

/**
 * The address of any id, relative to the base: facts and arguments have no page of their own.
 *
 * @example idAddress('PREC-7F3Q2-P3-A1') → 'PREC-7F3Q2-P3/#A1'
 */
export function idAddress(id: string): string {
  const [, page = id, part] = /^(.*?)(?:-([FA]\d+))?$/.exec(id) ?? [];
  return part === undefined ? `${page}/` : `${page}/#${part}`;
}

/** The page of a position of a decision. @example positionUrl('PREC-7F3Q2', 'P3') → '/PREC-7F3Q2-P3/' */
export function positionUrl(decision: string, local: string): string {
  return link(`${fullId(decision, local)}/`);
}

/** A fact, on the page of its decision. @example factUrl('PREC-7F3Q2', 'F2') → '/PREC-7F3Q2/#F2' */
export function factUrl(decision: string, local: string): string {
  return `${decisionUrl(decision)}#${local}`;
}

/** The annotated page of a source. @example sourceUrl('2005-rdma-vm-hooks') → '/sources/2005-rdma-vm-hooks/' */
export function sourceUrl(slug: string): string {
  return link(`sources/${slug}/`);
}

/** A line of a source. @example lineUrl('2005-rdma-vm-hooks', 40) → '/sources/2005-rdma-vm-hooks/#L40' */
export function lineUrl(slug: string, line: number): string {
  return `${sourceUrl(slug)}#L${line}`;
}

/** The id of the mark under which the words of a position stand on the page of their source. */
export function markId(decision: string, local: string): string {
  return fullId(decision, local);
}

/**
 * Where the words of a position stand: their first line or, where a line is no place, the mark itself. It is none when it is
 * very long (some archives lose every line break) and when its number counts the lines of a decoded part.
 */
export function evidenceUrl(slug: string, start: Place, line: Pick<Line, 'raw' | 'part'>, mark: string): string {
  const byMark = line.raw.length > LONG_LINE || line.part !== undefined;
  return byMark ? `${sourceUrl(slug)}#${mark}` : lineUrl(slug, start.line);
}

/** The Mermaid text of a decision's argument map. */
export function mapTextUrl(decision: string): string {
  return `${decisionUrl(decision)}map.txt`;
}

/** The page with the whole argument map of a decision, where its own page shows a part. */
export function wholeMapUrl(decision: string): string {
  return `${decisionUrl(decision)}map/`;
}

/** The bytes of a source as archived. */
export function rawUrl(slug: string): string {
  return link(`sources/${slug}/message.txt`);
}

/** A page of the register of decisions; its first is the home page. @example registerUrl(2) → '/decisions/page/2/' */
export function registerUrl(number: number): string {
  return number === 1 ? link('') : pageUrl(link('decisions/'), number);
}

/** The page of a term. @example termUrl('raw-device') → '/terms/raw-device/' */
export function termUrl(slug: string): string {
  return link(`terms/${slug}/`);
}

/** The page of a person. */
export function personUrl(slug: string): string {
  return link(`people/${slug}/`);
}

/** The page of a theme. */
export function themeUrl(slug: string): string {
  return link(`themes/${slug}/`);
}

/** The pages that every page links to. */
export const PAGES = {
  home: link(''),
  map: link('map/'),
  themes: link('themes/'),
  timeline: link('timeline/'),
  search: link('search/'),
  sources: link('sources/'),
  terms: link('terms/'),
  people: link('people/'),
  index: link('index/'),
  offline: link('offline/'),
  about: link('about/'),
  privacy: link('privacy/'),
  method: link('method/'),
  backlog: link('backlog/'),
  codes: link('codes/'),
  links: link('links/'),
} as const;
