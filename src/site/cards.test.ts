import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from './__fixtures__/small.ts';
import { type Cards, cardScript, decisionCards, termCards } from './cards.ts';
import { siteFrom } from './site.ts';

const site = siteFrom(KNOWLEDGE);
const [decision] = site.decisions;
if (decision === undefined) throw new Error('the fixture holds a decision');

/** What a page is handed by the script. */
function handedOver(script: string): unknown {
  let given: unknown;
  runInNewContext(script, { precedentCards: (cards: unknown) => (given = structuredClone(cards)) });
  return given;
}

describe('cards', () => {
  it('tell of a decision, of each position that is shown, and of each fact', () => {
    const cards = decisionCards(decision, site);
    const shown = site.positionsOf(decision.id).map(({ position }) => position.id);
    const facts = decision.outcome.facts.map(({ id }) => id);
    expect(Object.keys(cards).sort()).toEqual(['', ...shown, ...facts].sort());
    expect(cards['']).toMatchObject({ title: decision.title });
    for (const { position } of site.positionsOf(decision.id)) {
      expect(position.evidence.exact).toContain(cards[position.id]?.quote?.replace(/ …$/, ''));
    }
  });

  it('tell of a term what it is', () => {
    const [term] = site.terms;
    if (term === undefined) throw new Error('the fixture holds a term');
    expect(termCards(term)['']).toMatchObject({ title: term.prefLabel, text: term.definition });
  });

  it('hand quotations over as text, whatever they hold', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template would run
    const nasty = '</script><img onerror=x> "); precedentCards = 0; (" \u2028 \\ ${x} `';
    const cards: Cards = { P1: { over: '', title: nasty, quote: nasty } };
    expect(handedOver(cardScript(cards))).toEqual(cards);
  });
});
