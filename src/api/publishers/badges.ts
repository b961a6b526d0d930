import type { CorpusDecision } from '../../corpus/corpus.ts';
import { escapeXml } from '../../model/xml.ts';
import type { Publisher } from '../publisher.ts';

/** The width of a character of the badge's text at 11 px: the text is stretched to what is reckoned, so it fits with any font. */
const CHARACTER = 6.2;
const PADDING = 6;

/** A badge for each decision: id, status, version. */
export const badges: Publisher = {
  name: 'badge',
  about: 'A badge of a decision with its status and version, for a README.',
  pattern: '<ID>.svg',
  *files({ decisions }) {
    for (const decision of decisions) {
      yield { path: `${decision.id}.svg`, mediaType: 'image/svg+xml; charset=utf-8', body: badge(decision) };
    }
  },
};

function badge({ id, status, draft, released }: CorpusDecision): string {
  const state = [draft ? 'draft' : status, ...(released === undefined ? [] : [`v${released.version}`])].join(' · ');
  const left = widthOf(id);
  const right = widthOf(state);
  const name = escapeXml(`${id}: ${state}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${name}">`,
    `<title>${name}</title>`,
    `<rect width="${left}" height="20" fill="#3b3b3b"/><rect x="${left}" width="${right}" height="20" fill="#7a4a21"/>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    label(id, 0, left),
    label(state, left, right),
    '</g></svg>\n',
  ].join('');
}

function widthOf(text: string): number {
  return Math.ceil(Array.from(text).length * CHARACTER) + 2 * PADDING;
}

function label(text: string, x: number, width: number): string {
  return `<text x="${x + PADDING}" y="14" textLength="${width - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${escapeXml(text)}</text>`;
}
