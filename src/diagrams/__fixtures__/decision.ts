import { Decision } from '../../model/decision.ts';
import type { Position, Stance } from '../../model/position.ts';
import { Term } from '../../model/term.ts';

/** A made-up position; the map looks at who, what and the words, not at where they stand. */
export function position(
  number: number,
  option: string | null,
  holder: string | null,
  stance: Stance,
  more: Partial<Position> = {},
): Position {
  return {
    id: `P${number}`,
    option,
    holder,
    holderBasis: holder === null ? 'unknown' : 'header',
    stance,
    hedge: 'none',
    secondHand: false,
    evidence: {
      source: 'made-up',
      start: { line: number, column: 1 },
      end: { line: number, column: 20 },
      exact: `words of position ${number}`,
      prefix: '',
      suffix: '',
      sha256: '0'.repeat(64),
    },
    arguments: [],
    confidence: 1,
    review: 'reviewed',
    extractor: 'editor',
    extracted: {},
    ...more,
  };
}

/** A made-up decision with two options. */
export function decision(positions: readonly Position[], more: Partial<Decision> = {}): Decision {
  return {
    ...Decision.parse({
      id: 'PREC-7F3Q2',
      title: 'Where the pump stands',
      question: 'Should the pump stand indoors?',
      summary: 'It stands outdoors.',
      status: 'settled',
      review: 'reviewed',
      options: [
        { term: 'indoors', fate: 'rejected' },
        { term: 'outdoors', fate: 'partly-adopted' },
      ],
      positions: [],
      outcome: { summary: 'It stands outdoors.', facts: [] },
    }),
    positions: [...positions],
    ...more,
  };
}

export const terms = [
  Term.parse({ id: 'indoors', prefLabel: 'pump indoors', definition: 'inside the house' }),
  Term.parse({ id: 'outdoors', prefLabel: 'pump outdoors', definition: 'outside the house' }),
];

export const hrefOf = (id: string): string => `/${id}/`;

/** Labels that break careless writers of Mermaid, HTML or SVG. */
export const NASTY: readonly string[] = [
  '"><script>alert(1)</script>',
  '#quot; and #35; and &amp; and &#x41;',
  '`code` at the start',
  '"]:::x\nclick q href "javascript:alert(1)"',
  'end',
  'click q call alert()',
  'subgraph x',
  'style a: fill:#f00; x',
  'classDef y fill:#fff;',
  '1. first',
  '- item',
  '+ item',
  '* item',
  '*em* __strong__ _x_ O_DIRECT vm_flags',
  'https://example.org/?a=b&c#d',
  'fa:fa-car',
  '$$x^2$$',
  '%% comment %%{init: {"theme":"dark"}}%%',
  '<br/> <b>x</b>',
  "a|b|c {d} (e) [f] 'g'",
  '\\n \\u0041',
  'ﬂ°quot¶ß ﬂ°°35¶ß',
  '--> o--o x--x ---',
  'emoji 😀 漢字 Größenänderung',
  '---\ntitle: x\n---',
  'accTitle: x',
];
