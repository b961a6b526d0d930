import type { z } from 'zod';
import type { Decision } from '../../model/decision.ts';
import { sha256 } from '../../model/digest.ts';

/** Stands between the words of one input that go into different fields. */
export const SEPARATOR = '\u241e';

/** A small decision with the given words wherever words of others may stand. */
export function hostileDecision(title: string, exact: string, name: string): z.input<typeof Decision> {
  const evidence = {
    source: 'fuzz',
    start: { line: 1, column: 1 },
    end: { line: 1, column: 2 },
    exact,
    prefix: name,
    suffix: title,
    sha256: sha256(exact),
  };
  return {
    id: 'PREC-7F3Q2',
    title,
    question: `${title}?`,
    summary: exact,
    status: 'open',
    draft: true,
    review: 'extracted',
    options: [{ term: 'ring', fate: 'open' }],
    positions: [
      {
        id: 'P1',
        option: 'ring',
        holder: name,
        holderBasis: 'header',
        stance: 'supports',
        hedge: 'none',
        secondHand: false,
        evidence,
        arguments: [{ id: 'A1', polarity: 'pro', evidence }],
        confidence: 1,
        review: 'extracted',
        extractor: 'rules',
      },
      {
        id: 'P2',
        option: null,
        holder: null,
        holderBasis: 'unknown',
        stance: 'opposes',
        hedge: 'low',
        condition: exact,
        secondHand: true,
        quotedBy: name,
        evidence,
        respondsTo: 'P1',
        confidence: 0.5,
        review: 'reviewed',
        extractor: 'editor',
      },
    ],
    outcome: {
      summary: title,
      facts: [{ id: 'F1', date: '2019', text: exact, url: 'https://a.example/', checked: 'confirmed' }],
    },
  };
}
