import type { Corpus, CorpusDecision, CorpusPosition } from '../../corpus/corpus.ts';

/** An invented corpus: every citation in it can be checked by eye, and its words are what formats stumble over. */
const SITE = 'https://precedent.example/';

export function decision(id: string, more: Partial<CorpusDecision> = {}): CorpusDecision {
  return {
    id,
    url: `${SITE}${id}/`,
    title: 'Pipes or rings',
    question: 'Should messages go through pipes or rings?',
    summary: 'Rings, after a year of pipes: 100 % of the copies were the cost.',
    status: 'settled',
    draft: false,
    review: 'reviewed',
    options: [{ term: 'pipe', label: 'pipes & sockets', fate: 'rejected', facts: ['F1'] }],
    outcome: {
      how: 'merged',
      summary: 'Rings came.',
      facts: [{ id: 'F1', date: '2019-05', text: 'Rings were merged.', url: 'https://example.org/rings', checked: 'confirmed' }],
    },
    relations: [],
    supersededBy: [],
    aliases: [],
    positions: [],
    ...more,
  };
}

export function position(id: string, more: Partial<CorpusPosition> = {}): CorpusPosition {
  const evidence = {
    source: '2014-pipes',
    start: { line: 6, column: 1 },
    end: { line: 7, column: 20 },
    exact: 'Pipes cannot seek_to(0) & cost 50% {of} the time; #1 is [rings] <b>not</b> `pipes`, says Jürgen — and $HOME/~x^2 \\ stays.',
    prefix: 'No. ',
    suffix: ' Bye.',
    sha256: 'a'.repeat(64),
  };
  return {
    id,
    url: `${SITE}${id}/`,
    decision: id.slice(0, 10),
    option: 'pipe',
    optionLabel: 'pipes & sockets',
    holder: 'Bo Müller',
    person: 'bo-muller',
    basis: 'header',
    stance: 'opposes',
    hedge: 'none',
    secondHand: false,
    date: '2014-06-13T17:55:46Z',
    dateOf: 'sent',
    evidence,
    evidenceUrl: `${SITE}sources/2014-pipes/#L6`,
    messageId: '<1402682146.2236@example.org>',
    arguments: [{ id: 'A1', polarity: 'con', evidence: { ...evidence, exact: 'Pipes cannot seek_to(0)', sha256: 'b'.repeat(64) } }],
    confidence: 0.9,
    review: 'reviewed',
    extractor: 'editor',
    ...more,
  };
}

const released = { version: 2, date: '2026-11-21', digest: '3f9c01ab77de'.padEnd(64, '0') };

export const CORPUS: Corpus = {
  format: 'precedent-corpus/1',
  name: 'Precedent',
  site: SITE,
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  decisions: [
    decision('PREC-0000A', { positions: ['PREC-0000A-P1', 'PREC-0000A-P2'], released }),
    decision('PREC-0000B', {
      title: 'Pipes',
      status: 'superseded',
      review: 'extracted',
      supersededBy: ['PREC-0000A'],
      positions: ['PREC-0000B-P1'],
    }),
    decision('PREC-0000C', { title: 'Queues', status: 'withdrawn', draft: true, review: 'extracted' }),
  ],
  positions: [
    position('PREC-0000A-P1', { released }),
    position('PREC-0000A-P2', {
      holder: 'Ann',
      person: 'ann',
      basis: 'inferred',
      stance: 'supports',
      secondHand: true,
      quotedBy: 'Bo Müller',
      dateOf: 'quoted',
      review: 'extracted',
      evidence: { ...position('PREC-0000A-P2').evidence, exact: '1. Pipes are fine.' },
      released: { ...released, version: 1 },
    }),
    position('PREC-0000B-P1', { holder: null, person: null, basis: 'unknown', stance: 'asks', option: null, optionLabel: null }),
  ],
  sources: [
    {
      slug: '2014-pipes',
      url: `${SITE}sources/2014-pipes/`,
      title: 'Pipes or rings',
      author: 'Bo Müller',
      list: 'pipes-discuss',
      date: '2014-06-13T17:55:46Z',
      format: 'mbox',
      messageId: '<1402682146.2236@example.org>',
      sha256: 'c'.repeat(64),
      swhid: `swh:1:cnt:${'d'.repeat(40)}`,
      locators: [
        { url: 'https://example.org/list/(2014)/0001.html', relation: 'page', checked: 'confirmed' },
        { url: 'https://example.org/list/', relation: 'index', checked: 'confirmed' },
      ],
      rights: 'Invented.',
    },
  ],
  terms: [{ id: 'pipe', url: `${SITE}terms/pipe/`, prefLabel: 'pipes & sockets', altLabel: ['pipes'], definition: 'A pipe.', broader: [], related: [] }],
  people: [{ id: 'bo-muller', url: `${SITE}people/bo-muller/`, name: 'Bo Müller', aliases: [] }],
  gone: [
    { id: 'PREC-0000D', kind: 'moved', to: 'PREC-0000A', code: 'merged', reason: 'This record was merged into another.' },
    { id: 'PREC-0000A-P3', kind: 'withdrawn', to: null, code: 'author-request', reason: 'Its author asked for it.' },
  ],
  versions: [
    { id: 'PREC-0000A', version: 1, date: '2026-11-01', digest: 'e'.repeat(64), title: 'Pipes or rings', changes: [] },
    {
      id: 'PREC-0000A',
      version: 2,
      date: '2026-11-21',
      digest: released.digest,
      title: 'Pipes or rings',
      changes: [{ kind: 'outcome', text: 'status: open → settled' }],
    },
    { id: 'PREC-0000A-P1', version: 1, date: '2026-11-01', digest: 'f'.repeat(64), title: 'Bo Müller supports: pipes & sockets', changes: [] },
    {
      id: 'PREC-0000A-P1',
      version: 2,
      date: '2026-11-21',
      digest: released.digest,
      title: 'Bo Müller opposes: pipes & sockets',
      changes: [{ kind: 'stance', text: 'stance: supports → opposes' }],
    },
    { id: 'PREC-0000A-P2', version: 1, date: '2026-11-21', digest: released.digest, title: 'Ann supports: pipes & sockets', changes: [] },
  ],
};
