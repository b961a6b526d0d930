import { PUBLISH_FROM } from '../extraction/index.ts';
import { plainSubject } from '../extraction/question.ts';
import type { Decision } from '../model/decision.ts';
import type { Position } from '../model/position.ts';
import { oneLine } from './one-line.ts';

/** Longest title drafted from a subject, in characters. */
const LONGEST_TITLE = 120;

/** Whether a position found is sure enough to be put into a record before anybody has looked at it. */
export function isDrafted(confidence: number): boolean {
  return confidence >= PUBLISH_FROM;
}

/** Whether positions make a record: at least two of them, of two people or on two options. */
export function meet(positions: readonly Pick<Position, 'holder' | 'option'>[]): boolean {
  const distinct = (values: readonly (string | null)[]): number =>
    new Set(values.filter((value) => value !== null)).size;
  return (
    positions.length >= 2 &&
    (distinct(positions.map(({ holder }) => holder)) >= 2 || distinct(positions.map(({ option }) => option)) >= 2)
  );
}

/** Drafts a record from the subject of a conversation. */
export function draftDecision(id: string, subject: string, drafted: string): Decision {
  const question = oneLine(drafted);
  return emptyDecision(id, titleOf(subject), question.endsWith('?') ? question : `${question}?`);
}

/** A draft that holds nothing yet. It states no outcome: that is for a person to write. */
export function emptyDecision(id: string, title: string, question: string): Decision {
  return {
    id,
    title,
    question,
    summary: 'What was decided has not been written down yet.',
    status: 'open',
    draft: true,
    review: 'extracted',
    options: [],
    positions: [],
    outcome: { summary: 'What came of it has not been written down yet.', facts: [] },
    relations: [],
    aliases: [],
  };
}

/** The body of a new record; from then on it belongs to people. */
export const DRAFT_BODY =
  'This record was drafted by rule from an archive: its title and its question come from the subject line and from what was argued most, and no one has judged its positions yet. <Rests on="editor"/>';

/** A subject as a title: no `Re:`, no tags, nothing that cannot be seen, not too long. */
export function titleOf(subject: string): string {
  const title = plainSubject(oneLine(subject));
  const characters = Array.from(title);
  if (characters.length === 0) return 'A question without a subject';
  return characters.length <= LONGEST_TITLE
    ? title
    : `${characters
        .slice(0, LONGEST_TITLE - 1)
        .join('')
        .trimEnd()}…`;
}
