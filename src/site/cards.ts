import type { Decision, Fact } from '../model/decision.ts';
import type { Term } from '../model/term.ts';
import { visibleText } from '../model/visible.ts';
import { longDate, years } from './dates.ts';
import type { PlacedPosition } from './placed.ts';
import { shorten } from './shorten.ts';
import type { Site } from './site.ts';
import { STATUS_WORDS } from './words.ts';

/** What shows of a link's aim while one points at it: plain text only, put into the page as text. */
export interface Card {
  /** What it is, in small letters above the title. */
  readonly over: string;
  readonly title: string;
  /** In our words. */
  readonly text?: string;
  /** In the holder's words. */
  readonly quote?: string;
}

/** Cards by what an address names: the local id of a position or fact, or an empty string for the page itself. */
export type Cards = Readonly<Record<string, Card>>;

/** Longest text and quotation of a card, in characters. */
const TEXT = 240;

/** The cards of a decision, of each of its positions and of each fact of its outcome. */
export function decisionCards(decision: Decision, site: Site): Cards {
  const positions = site.positionsOf(decision.id);
  const span = years([...positions, ...decision.outcome.facts].map(({ date }) => date));
  const own: Card = {
    over: [decision.id, STATUS_WORDS[decision.status], span].filter((part) => part !== '').join(', '),
    title: decision.title,
    text: shorten(decision.summary, TEXT),
  };
  return Object.fromEntries([
    ['', own],
    ...positions.map((placed) => [placed.position.id, positionCard(placed, site)]),
    ...decision.outcome.facts.map((fact) => [fact.id, factCard(fact)]),
  ]);
}

function positionCard({ id, date, position }: PlacedPosition, site: Site): Card {
  const option = position.option === null ? '' : ` ${site.termOf(position.option)?.prefLabel ?? position.option}`;
  return {
    over: `${id}, ${years([date])}`,
    title: visibleText(`${position.holder ?? 'An unnamed speaker'} ${position.stance}${option}`),
    quote: visibleText(shorten(position.evidence.exact, TEXT)),
  };
}

function factCard({ date, text, url }: Fact): Card {
  return { over: `Fact, ${new URL(url).hostname}`, title: longDate(date), text: shorten(text, TEXT) };
}

/** The card of a term. */
export function termCards({ prefLabel, definition }: Term): Cards {
  return { '': { over: 'Term', title: prefLabel, text: shorten(definition, TEXT) } };
}

/**
 * Writes cards as a script that hands them over as data: pages opened from a folder may load scripts, but fetch nothing. JSON is a
 * subset of JavaScript (ECMA-262, 2019), so nothing in a quotation can be anything but text.
 */
export function cardScript(cards: Cards): string {
  return `precedentCards(${JSON.stringify(cards)});\n`;
}
