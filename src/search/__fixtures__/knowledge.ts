import type { Decision } from '../../model/decision.ts';
import type { AttributedMessage, Line } from '../../model/message.ts';
import type { Position } from '../../model/position.ts';
import type { Source } from '../../model/source.ts';
import type { Term } from '../../model/term.ts';
import type { SearchKnowledge } from '../record.ts';

/** A small invented archive: two speakers, one of them quoted, a vocabulary of two terms, one decision. */
const SHA = '0'.repeat(64);

export function line(number: number, raw: string, rest: Partial<Line> = {}): Line {
  return { number, column: 1, raw, prefix: 0, depth: 0, zone: 'prose', speaker: 'Ann Bee', basis: 'header', ...rest };
}

const quoted = (number: number, text: string, rest: Partial<Line> = {}): Line =>
  line(number, `> ${text}`, { prefix: 2, depth: 1, speaker: 'C. Dee', basis: 'attribution', ...rest });

const message: AttributedMessage = {
  id: '<1@example.org>',
  from: { name: 'Ann Bee' },
  fromBasis: 'header',
  dateText: null,
  date: null,
  subject: 'Frobnication',
  inReplyTo: null,
  references: [],
  lines: [
    line(1, 'From: Ann Bee', { zone: 'header' }),
    line(2, 'C. Dee wrote:', { zone: 'attribution' }),
    quoted(3, 'Let us add FROB_RAW to the'),
    quoted(4, 'frobnicator.'),
    line(5, ''),
    line(6, 'No. Mail bob@example.org about vma->vm_flags,'),
    line(7, 'or per-VMA locks.'),
    line(8, '-- '),
    line(9, 'Ann', { zone: 'signature' }),
  ],
};

const source: Source = {
  title: 'Re: Frobnication',
  author: 'Ann Bee',
  list: 'frob-devel',
  date: '2014-06-13T17:55:46Z',
  format: 'mbox',
  sha256: SHA,
  locators: [],
  rights: 'The words are their authors’.',
  gaps: [],
  speakers: [],
  notes: [],
};

const terms: Term[] = [
  { id: 'raw-frob', prefLabel: 'raw frobs', altLabel: ['raw mode'], hiddenLabel: ['FROB_RAW'], definition: 'Frobs without a cache.', broader: [], related: [] },
  { id: 'vma-lock', prefLabel: 'per-VMA lock', altLabel: [], hiddenLabel: [], definition: 'A lock for each area.', broader: [], related: [] },
];

export const position: Position = {
  id: 'P1',
  option: 'raw-frob',
  holder: 'C. Dee',
  holderBasis: 'inferred',
  stance: 'proposes',
  hedge: 'none',
  secondHand: true,
  quotedBy: 'Ann Bee',
  evidence: {
    source: '2014-frob',
    start: { line: 3, column: 3 },
    end: { line: 4, column: 14 },
    exact: 'Let us add FROB_RAW to the frobnicator.',
    prefix: '',
    suffix: '',
    sha256: SHA,
  },
  arguments: [],
  confidence: 0.9,
  review: 'extracted',
  extractor: 'rules',
  extracted: {},
};

export const decision: Decision = {
  id: 'PREC-7F3Q2',
  title: 'Raw frobs',
  question: 'Should frobs be raw?',
  summary: 'No.',
  status: 'settled',
  draft: false,
  review: 'reviewed',
  options: [{ term: 'raw-frob', fate: 'rejected', facts: ['F1'] }],
  positions: [
    position,
    { ...position, id: 'P2', option: null, holder: null, holderBasis: 'unknown', stance: 'asks', secondHand: false },
    { ...position, id: 'P3', review: 'rejected' },
    { ...position, id: 'P4', withdrawn: 'no longer found' },
  ],
  outcome: {
    summary: 'The patch was not merged.',
    facts: [{ id: 'F1', date: '2015-01', text: 'The list turned to other things.', url: 'https://example.org/', checked: 'unconfirmed' }],
  },
  relations: [],
  aliases: [],
};

export const knowledge: SearchKnowledge = {
  sources: [{ slug: '2014-frob', source, messages: [message] }],
  terms,
  people: [{ id: 'carol-dee', name: 'Carol Dee', aliases: ['C. Dee'], checked: 'confirmed' }],
  themes: [
    {
      id: 'raw-or-not',
      title: 'Raw or not',
      question: 'Who wants it raw?',
      account: [{ text: 'Two asked for it.', rests: ['PREC-7F3Q2-P1'] }],
      positions: ['PREC-7F3Q2-P1', 'PREC-7F3Q2-P2'],
    },
  ],
  redirects: [
    { from: 'PREC-0000A', to: 'PREC-7F3Q2', code: 'merged', reason: 'The same question.' },
    { from: 'PREC-0000A-P1', to: 'PREC-0000B-P4', code: 'duplicate', reason: 'Moved twice.' },
    { from: 'PREC-0000B-P4', to: 'PREC-7F3Q2-P1', code: 'duplicate', reason: 'Moved.' },
    { from: 'PREC-0000C', to: null, code: 'retracted', reason: 'Nobody said it.' },
  ],
  decisions: [decision],
  records: [{ decision, body: '\n## What came of it\n\nThe frobnicator was left alone.<Rests on="F1" />\n' }],
};
