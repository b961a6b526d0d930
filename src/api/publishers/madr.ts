import { escapeMarkdown } from '../../citation/formats/markdown.ts';
import type { Corpus, CorpusDecision } from '../../corpus/corpus.ts';
import { lookupOf } from '../../corpus/lookup.ts';
import { SIDE } from '../../model/stood.ts';
import type { Publisher } from '../publisher.ts';

/** What a MADR file cannot say of a record. */
const LOST = [
  'exact places in the sources',
  'how sure the reading is, and how the speaker is known',
  'who answered whom',
  'versions and digests',
];

/** A decision as a Markdown architectural decision record, in the headings of MADR 4. */
export const madr: Publisher = {
  name: 'madr',
  about: `A decision as MADR 4. Lost: ${LOST.join('; ')}.`,
  pattern: '<ID>.madr.md',
  *files(corpus) {
    for (const decision of corpus.decisions) {
      yield {
        path: `${decision.id}.madr.md`,
        mediaType: 'text/markdown; charset=utf-8',
        body: document(corpus, decision),
      };
    }
  },
};

/** The status words of MADR that come nearest. */
const STATUS = {
  open: 'proposed',
  settled: 'accepted',
  superseded: 'superseded',
  abandoned: 'rejected',
  withdrawn: 'deprecated',
} as const;

function document(corpus: Corpus, decision: CorpusDecision): string {
  const { title, question, summary, status, options, outcome, url, released } = decision;
  const by = decision.supersededBy.length === 0 ? '' : ` by ${decision.supersededBy.join(', ')}`;
  return [
    `---\nstatus: ${JSON.stringify(STATUS[status] + by)}\n${released === undefined ? '' : `date: ${released.date}\n`}---`,
    `# ${escapeMarkdown(title)}`,
    `<!-- ${url} · Lost in this form: ${LOST.join('; ')}. -->`,
    '## Context and Problem Statement',
    escapeMarkdown(question),
    '## Considered Options',
    options.map(({ label }) => `* ${escapeMarkdown(label)}`).join('\n'),
    '## Decision Outcome',
    `${escapeMarkdown(summary)} ${escapeMarkdown(outcome.summary)}`,
    '### Consequences',
    outcome.facts.map(({ date, text, url: from }) => `* ${date}: ${escapeMarkdown(text)} <${from}>`).join('\n'),
    '## Pros and Cons of the Options',
    ...options.map(({ term, label }) => `### ${escapeMarkdown(label)}\n\n${sides(corpus, decision.id, term)}`),
    `## More Information\n\n${url}\n`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function sides(corpus: Corpus, decision: string, term: string): string {
  const about = (lookupOf(corpus).byDecision.get(decision) ?? []).filter((position) => position.option === term);
  const lines = about.map(({ id, url, holder, stance, evidence }) => {
    const side = SIDE[stance];
    const word = side === 'for' ? 'Good' : side === 'against' ? 'Bad' : 'Neutral';
    const by = escapeMarkdown(holder ?? 'An unnamed speaker');
    return `* ${word}, because ${by} ${stance}: “${escapeMarkdown(evidence.exact)}” ([${id}](${url}))`;
  });
  return lines.length === 0 ? 'Nobody quoted here spoke of it.' : lines.join('\n');
}
