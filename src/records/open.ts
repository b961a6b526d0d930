import { sha256 } from '../model/digest.ts';
import { mintDecisionId } from '../model/id.ts';
import { PrecedentError } from '../model/problem.ts';
import { emptyDecision, titleOf } from './draft.ts';
import { RECORDING } from './findings.ts';
import type { Knowledge } from './knowledge.ts';
import { slugOf } from './slug.ts';
import { makeWorkspace } from './workspace.ts';
import { newRecordText } from './write.ts';

/** Longest question, in characters: one sentence, not a text. */
const LONGEST = 300;

/** A record that is opened, or was open already. */
export interface OpenedRecord {
  readonly id: string;
  /** Path relative to the root. */
  readonly file: string;
  /** What is to be written; null where a record asks this question already. */
  readonly text: string | null;
}

const BODY =
  'This record was opened with its question alone; no one has been quoted yet, and nothing is said about what came of it. <Rests on="editor" />';

/**
 * Opens a record for a design question: a draft with an id minted from the question, no positions and no outcome. The same
 * question in the same knowledge gives the same record; one that a record asks already gives that record and no text.
 *
 * @example openRecord(knowledge, 'Should a pipe be seekable?').file → 'content/decisions/PREC-…-should-a-pipe-be-seekable.mdx'
 * @throws PrecedentError `no-question` where the words are no question; the first finding where a record cannot be read, since
 *   its id would not be known to be taken.
 */
export function openRecord(knowledge: Knowledge, words: string): OpenedRecord {
  const question = asQuestion(words);
  const [unreadable] = knowledge.findings;
  if (unreadable !== undefined) throw new PrecedentError(unreadable);
  const known = knowledge.records.find(({ decision }) => sameWords(decision.question, question));
  if (known !== undefined) return { id: known.decision.id, file: known.file, text: null };
  const taken = makeWorkspace(knowledge.records, knowledge.redirects).taken;
  const id = mintDecisionId(sha256(folded(question)), taken);
  const title = titleOf(question.slice(0, -1));
  const text = newRecordText(emptyDecision(id, title, question), BODY);
  return { id, file: `content/decisions/${id}-${slugOf(title)}.mdx`, text };
}

function asQuestion(words: string): string {
  const question = words.replace(/[\p{C}\s]+/gu, ' ').trim();
  const what = wrongWith(question);
  if (what === null) return question;
  throw new PrecedentError({
    code: 'no-question',
    what,
    where: { file: 'npm run new' },
    mend: RECORDING['no-question'].mend,
  });
}

function wrongWith(question: string): string | null {
  if (question === '') return 'there is no question';
  if (!question.endsWith('?')) return 'it does not end in a question mark';
  if (!/\p{L}[^\p{L}]+\p{L}/u.test(question)) return 'it is not a sentence';
  return Array.from(question).length > LONGEST ? `it is longer than ${LONGEST} characters` : null;
}

function sameWords(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** Letters and digits alone, so that case, blanks and punctuation make no other question. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .join(' ')
    .trim();
}
