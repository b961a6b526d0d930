import type { Decision } from '../../model/decision.ts';
import type { AttributedMessage, Line } from '../../model/message.ts';
import type { Position } from '../../model/position.ts';
import { evidenceFor } from '../../model/quote.ts';
import type { Term } from '../../model/term.ts';
import type { SiteKnowledge, SourceEntry } from '../knowledge.ts';

/** A line of an invented message; the quote marks and blanks before the text count as its prefix. */
export function line(number: number, raw: string, more: Partial<Line> = {}): Line {
  const prefix = /^(?:> ?)*/.exec(raw)?.[0].length ?? 0;
  const depth = raw.slice(0, prefix).split('>').length - 1;
  return { number, column: 1, raw, prefix, depth, zone: 'prose', speaker: 'Bo', basis: 'header', ...more };
}

export const LINES: readonly Line[] = [
  line(1, 'Pipes or rings', { zone: 'header', speaker: null, basis: 'unknown' }),
  line(2, 'Ann wrote:', { zone: 'attribution' }),
  line(3, '> Pipes are fine, they are', { speaker: 'Ann', basis: 'attribution' }),
  line(4, '> everywhere. Rings are new.', { speaker: 'Ann', basis: 'attribution' }),
  line(5, ''),
  line(6, 'Pipes cannot seek, so no.'),
  line(7, 'Rings can. Nobody reads this.'),
];

export const MESSAGE: AttributedMessage = {
  id: '<1@example.org>',
  from: { name: 'Bo' },
  fromBasis: 'header',
  dateText: null,
  date: '2014-06-13T17:55:46Z',
  subject: 'Pipes or rings',
  inReplyTo: null,
  references: [],
  lines: LINES,
};

export const SOURCE: SourceEntry = {
  slug: '2014-pipes',
  bytes: new TextEncoder().encode(LINES.map(({ raw }) => raw).join('\n')),
  messages: [MESSAGE],
  source: {
    title: 'Pipes or rings',
    author: 'Bo',
    list: 'example',
    date: '2014-06-13T17:55:46Z',
    format: 'mbox',
    sha256: '0'.repeat(64),
    locators: [],
    rights: 'Invented.',
    gaps: [{ after: 6, missing: 'a line' }],
    speakers: [],
    notes: [],
  },
};

type Span = readonly [startLine: number, startColumn: number, endLine: number, endColumn: number];

function evidence([startLine, startColumn, endLine, endColumn]: Span) {
  const start = { line: startLine, column: startColumn };
  return evidenceFor(SOURCE.slug, LINES, start, { line: endLine, column: endColumn });
}

export function position(id: string, span: Span, more: Partial<Position> = {}): Position {
  return {
    id,
    option: 'pipe',
    holder: 'Bo',
    holderBasis: 'header',
    stance: 'opposes',
    hedge: 'none',
    secondHand: false,
    evidence: evidence(span),
    arguments: [],
    confidence: 0.8,
    review: 'extracted',
    extractor: 'rules',
    extracted: {},
    ...more,
  };
}

export const POSITIONS: readonly Position[] = [
  position('P1', [6, 1, 6, 25], {
    arguments: [{ id: 'A1', polarity: 'con', evidence: evidence([6, 1, 6, 17]) }],
    respondsTo: 'P2',
  }),
  position('P2', [3, 3, 4, 13], {
    holder: 'Ann',
    holderBasis: 'attribution',
    stance: 'supports',
    secondHand: true,
    quotedBy: 'Bo',
    arguments: [{ id: 'A1', polarity: 'pro', evidence: evidence([3, 19, 4, 13]) }],
  }),
  position('P3', [7, 1, 7, 10], { option: 'ring', stance: 'supports', confidence: 0.9 }),
  position('P4', [4, 15, 4, 28], { option: null, holder: 'Ann', stance: 'reports', secondHand: true, quotedBy: 'Bo' }),
];

export function decision(id: string, more: Partial<Decision> = {}): Decision {
  return {
    id,
    title: 'Pipes or rings',
    question: 'Pipes or rings?',
    summary: 'Rings.',
    status: 'settled',
    draft: false,
    review: 'reviewed',
    options: [
      { term: 'ring', fate: 'adopted', facts: ['F1'] },
      { term: 'shared-memory', fate: 'open', facts: [] },
    ],
    positions: [...POSITIONS],
    outcome: {
      summary: 'Rings came.',
      facts: [{ id: 'F1', date: '2019-05', text: 'Rings.', url: 'https://example.org/', checked: 'confirmed' }],
    },
    relations: [],
    aliases: [],
    ...more,
  };
}

export const TERMS: readonly Term[] = [
  { id: 'pipe', prefLabel: 'pipe', altLabel: ['pipes'], hiddenLabel: [], definition: 'A pipe.', broader: [], related: [] },
  {
    id: 'ring',
    prefLabel: 'ring',
    altLabel: [],
    hiddenLabel: [],
    definition: 'A ring.',
    broader: ['pipe'],
    related: ['pipe'],
  },
];

export const KNOWLEDGE: SiteKnowledge = {
  sources: [SOURCE],
  terms: TERMS,
  people: [{ id: 'ann-example', name: 'Ann Example', aliases: ['Ann'], checked: 'confirmed' }],
  decisions: [decision('PREC-7F3Q2')],
  redirects: [],
  themes: [
    {
      id: 'old-and-new',
      title: 'Old and new',
      question: 'Does the old stay?',
      account: [{ text: 'It does not.', rests: ['PREC-7F3Q2-P1', 'PREC-7F3Q2-F1', 'editor'] }],
      positions: ['PREC-7F3Q2-P1', 'PREC-7F3Q2-P2'],
    },
  ],
};
