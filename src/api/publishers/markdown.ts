import { markdown as citation, escapeMarkdown } from '../../citation/formats/markdown.ts';
import { citedOf } from '../../citation/index.ts';
import type { Corpus, CorpusDecision, CorpusPosition } from '../../corpus/corpus.ts';
import { lookupOf } from '../../corpus/lookup.ts';
import { longDate } from '../../site/dates.ts';
import type { Publisher } from '../publisher.ts';

const MEDIA_TYPE = 'text/markdown; charset=utf-8';

/** Each decision and position as a page of Markdown: the same content as its page, for who reads without a browser. */
export const markdown: Publisher = {
  name: 'record-markdown',
  about: 'One decision or position as Markdown, for reading and for language models.',
  pattern: '<ID>.md',
  *files(corpus) {
    for (const decision of corpus.decisions) {
      yield { path: `${decision.id}.md`, mediaType: MEDIA_TYPE, body: decisionPage(corpus, decision) };
    }
    for (const position of corpus.positions) {
      yield { path: `${position.id}.md`, mediaType: MEDIA_TYPE, body: positionPage(corpus, position) };
    }
  },
};

function decisionPage(corpus: Corpus, decision: CorpusDecision): string {
  const { id, title, question, summary, status, options, outcome } = decision;
  const positions = decision.positions.flatMap((name) => lookupOf(corpus).positions.get(name) ?? []);
  const cited = citedOf(corpus, id);
  return page([
    `# ${escapeMarkdown(title)}`,
    `${id} · ${status} · ${decision.url}`,
    `**Question:** ${escapeMarkdown(question)}`,
    `**Answer:** ${escapeMarkdown(summary)}`,
    ...(cited?.caveats ?? []).map((caveat) => `*${escapeMarkdown(caveat)}*`),
    '## Options',
    options.map(({ label, fate }) => `- ${escapeMarkdown(label)}: ${fate}`).join('\n'),
    '## Positions',
    ...positions.map(positionBlock),
    '## What became of it',
    escapeMarkdown(outcome.summary),
    outcome.facts
      .map(
        ({ id: fact, date, text, url, checked }) =>
          `- ${fact}, ${longDate(date)}: ${escapeMarkdown(text)} <${url}> (${checked})`,
      )
      .join('\n'),
  ]);
}

function positionBlock({ id, url, holder, stance, optionLabel, date, evidence }: CorpusPosition): string {
  const on = optionLabel === null ? '' : ` ${escapeMarkdown(optionLabel)}`;
  const head = `[${id}](${url}) ${escapeMarkdown(holder ?? 'An unnamed speaker')} ${stance}${on}, ${longDate(date)}:`;
  return `${head}\n\n> ${escapeMarkdown(evidence.exact)}`;
}

function positionPage(corpus: Corpus, position: CorpusPosition): string {
  const cited = citedOf(corpus, position.id);
  const reasons = position.arguments.map(
    ({ id, polarity, evidence }) => `- ${id}, ${polarity}: “${escapeMarkdown(evidence.exact)}”`,
  );
  return page([
    `# ${escapeMarkdown(cited?.title ?? position.id)}`,
    cited === null ? '' : citation.write(cited).trimEnd(),
    reasons.length === 0 ? '' : `## Reasons given\n\n${reasons.join('\n')}`,
    `Decision: ${position.decision}, ${corpus.site}${position.decision}/`,
    `Words: ${position.evidenceUrl}, sha256:${position.evidence.sha256}`,
  ]);
}

function page(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
