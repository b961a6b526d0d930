import { escapeMarkdown } from '../../citation/formats/markdown.ts';
import type { Publisher } from '../publisher.ts';

/** Decisions that the guide names; it is read whole by who has room for little, and the others are named where it says. */
const MOST = 500;

/** A guide for language models in Markdown (llmstxt.org): what this is, where the plain texts are. */
export const llms: Publisher = {
  name: 'llms',
  about: 'A guide for language models: what there is, and where it stands as plain text.',
  pattern: 'llms.txt',
  *files({ name, site, decisions }) {
    const entries = decisions.slice(0, MOST).map(({ id, question, summary }) => {
      return `- [${id}](${site}${id}.md): ${escapeMarkdown(question)} ${escapeMarkdown(summary)}`;
    });
    const body = [
      `# ${name}`,
      '> A knowledge base of design decisions: who argued for what, in which words, and what became of it.',
      'Each position is one participant’s argument on a date, in exact words; it is not a rule of the project. Cite a position by its id and the address of its version, and keep the words as they stand.',
      '## Decisions',
      entries.join('\n'),
      ...(decisions.length > MOST
        ? [`And ${decisions.length - MOST} more: [every decision as JSON](${site}api/v1/decisions.json).`]
        : []),
      '## Data',
      [
        `- [Everything as JSON](${site}api/v1/corpus.json)`,
        `- [Everything as SQLite](${site}api/v1/precedent.sqlite)`,
        `- [What each file is](${site}api/)`,
      ].join('\n'),
    ].join('\n\n');
    yield { path: 'llms.txt', mediaType: 'text/plain; charset=utf-8', body: `${body}\n` };
  },
};
