import type { Corpus, CorpusDecision, CorpusPosition } from '../../corpus/corpus.ts';
import { lookupOf } from '../../corpus/lookup.ts';
import type { Publisher } from '../publisher.ts';

/** What an Argdown file cannot say of a record. */
const LOST = [
  'dates, sources and versions are kept as data of each statement only',
  'the outcome and its facts',
  'how sure the reading is, and how the speaker is known',
];

/** The argument of a decision in Argdown: options as statements, positions and their reasons for or against them. */
export const argdown: Publisher = {
  name: 'argdown',
  about: `A decision as Argdown. Lost: ${LOST.join('; ')}.`,
  pattern: '<ID>.argdown',
  *files(corpus) {
    for (const decision of corpus.decisions) {
      yield {
        path: `${decision.id}.argdown`,
        mediaType: 'text/vnd.argdown; charset=utf-8',
        body: document(corpus, decision),
      };
    }
  },
};

/** The sign by which Argdown joins a statement to the one above it. */
const SIGN = { proposes: '+', supports: '+', opposes: '-', concedes: null, reports: null, asks: null } as const;

function document(corpus: Corpus, decision: CorpusDecision): string {
  const positions = lookupOf(corpus).byDecision.get(decision.id) ?? [];
  const options = decision.options.map(({ term, label, fate }) => {
    const taken = positions.filter((position) => position.option === term).flatMap(relation);
    return [`[${term}]: ${plain(label)} #${fate}`, ...taken].join('\n');
  });
  const others = positions.filter(
    ({ stance, option }) => SIGN[stance] === null || !decision.options.some(({ term }) => term === option),
  );
  return [
    `===\ntitle: ${JSON.stringify(decision.title)}\nsource: ${decision.url}\n===`,
    ...LOST.map((lost) => `// Lost: ${lost}`),
    `# ${plain(decision.question)}`,
    ...options,
    ...others.map((position) => statement(position)),
    '',
  ].join('\n\n');
}

function relation(position: CorpusPosition): string[] {
  const sign = SIGN[position.stance];
  if (sign === null) return [];
  const reasons = position.arguments.map(({ id, polarity, evidence }) => {
    // A reason against the option supports a position that opposes it.
    const backs = (polarity === 'pro') === (sign === '+');
    return `    ${backs ? '+' : '-'} <${position.id}-${id}>: ${plain(evidence.exact)}`;
  });
  return [`  ${sign} ${statement(position)}`, ...reasons];
}

function statement({ id, holder, evidence, date, url }: CorpusPosition): string {
  const data = `{holder: ${JSON.stringify(holder ?? 'unknown')}, date: ${JSON.stringify(date.slice(0, 10))}, url: ${JSON.stringify(url)}}`;
  return `[${id}]: ${plain(evidence.exact)} ${data}`;
}

/** Text that Argdown cannot take for its own signs: brackets, tags, emphasis and comments are escaped by a backslash. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\[\]<>{}()#@*_/]/g, '\\$&');
}
