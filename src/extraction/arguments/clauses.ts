import type { Token } from '../words.ts';

/** How a clause is joined to what stands before it. */
export type Joint =
  | 'start'
  | 'mark'
  | 'reason'
  | 'which'
  | 'purpose'
  | 'participle'
  | 'contrast'
  | 'and'
  | 'that'
  | 'predicate'
  | 'if';

/** A clause of a sentence: the tokens it covers, end exclusive. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly joint: Joint;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const BREAKS = words('; : -- — ( )');
/** Words behind which, after a comma, a clause begins; a comma between things listed ends none. */
const CONJUNCTIONS = words(
  'and but or so because since as which while although though unless otherwise thus then where whereas nor',
);
const SUBJECTS = words(
  'i we you it they this that there these those he she the a an one no not most some users people if',
);
const PRONOUNS = words('i we you it they this that there');
/** What somebody wants done: `to avoid a copy`. */
const AIMS = words(
  `avoid prevent keep make allow improve reduce ensure simplify get save help support enable let protect eliminate speed guarantee
  provide minimize increase preserve solve`,
);
/** Verbs and nouns behind which `that` begins what is thought or said. */
const THOUGHTS = words('think believe guess feel suppose suspect say agree means mean note find clear sure fact case');
const THINKING = words('think believe guess feel suppose suspect say agree means mean note find');
const THINKER = words('i would do not really just still also');
/** Nouns of which the predicate says what they are: `the problem is …`. */
const MATTERS = words(
  'problem problems issue advantage downside benefit benefits reason drawback concern point disadvantage trouble difference thing',
);
/** Words that begin a clause, some of them only where `jointAt` finds the right word beside them. */
const JOINTS: ReadonlyMap<string, Joint> = new Map([
  ...['because', 'otherwise', 'due', 'since', 'as', 'so'].map((word): [string, Joint] => [word, 'reason']),
  ...['but', 'however', 'though', 'although'].map((word): [string, Joint] => [word, 'contrast']),
  ...['if', 'when', 'unless'].map((word): [string, Joint] => [word, 'if']),
  ...['to', 'without'].map((word): [string, Joint] => [word, 'purpose']),
  ['which', 'which'],
  ['and', 'and'],
]);
const LEAST_WORDS = 3;
/** Words between `problem` and the `is` that belongs to it. */
const NEAR = 6;

/**
 * Cuts a sentence into clauses, at conjunctions, relative pronouns, infinitives of purpose and marks. A shorter stretch than three
 * words is no clause and is left out.
 *
 * @example 'I like it because it is small, which helps' → 'I like it' | 'because it is small' | 'which helps'
 */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let joint: Joint = 'start';
  const cut = (to: number, next: number, how: Joint): void => {
    if (wordsIn(tokens, from, to) >= LEAST_WORDS) clauses.push({ from, to, joint });
    from = next;
    joint = how;
  };
  for (let at = 0; at < tokens.length; at++) {
    if (at < from) continue;
    const next = tokens[at + 1]?.text ?? '';
    const text = tokens[at]?.text ?? '';
    if (BREAKS.has(text)) cut(at, at + 1, 'mark');
    else if (text === ',' && opensClause(next)) cut(at, at + 1, next.endsWith('ing') ? 'participle' : 'mark');
    else if (text === 'that' && at > from && beginsThought(tokens[at - 1])) cut(at, at + 1, 'that');
    else if (isPredicate(tokens, at, from)) cut(at, at + 1, 'predicate');
    else if (omitsThat(tokens, at)) cut(at + 1, at + 1, 'that');
    else {
      const how = jointAt(tokens, at, from);
      if (how !== null) cut(at, at, how);
    }
  }
  cut(tokens.length, tokens.length, 'start');
  return clauses;
}

function opensClause(word: string): boolean {
  return CONJUNCTIONS.has(word) || SUBJECTS.has(word) || word.endsWith('ing') || word.endsWith('ed');
}

function beginsThought(before: Token | undefined): boolean {
  return before !== undefined && (THOUGHTS.has(before.text) || before.text === 'is');
}

/** Whether `is` stands at a token behind a noun of which the rest says what it is: `the problem with this is …`. */
function isPredicate(tokens: readonly Token[], at: number, from: number): boolean {
  const text = tokens[at]?.text;
  if ((text !== 'is' && text !== 'was') || tokens[at + 1]?.text === 'that') return false;
  return tokens.slice(Math.max(from, at - NEAR), at).some((each) => MATTERS.has(each.text));
}

/** Whether a thought begins behind a token without `that`: `I think it …`. */
function omitsThat(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text ?? '';
  return (
    THINKING.has(tokens[at]?.text ?? '') &&
    next !== 'that' &&
    SUBJECTS.has(next) &&
    THINKER.has(tokens[at - 1]?.text ?? '')
  );
}

/** How a clause is joined that begins with a token; null where none begins. */
function jointAt(tokens: readonly Token[], at: number, from: number): Joint | null {
  const text = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  const joint = JOINTS.get(text);
  if (joint === undefined) return null;
  switch (text) {
    case 'due':
      return next === 'to' ? joint : null;
    case 'since':
    case 'as':
      return next !== 'a' && (SUBJECTS.has(next) || tokens[at + 1]?.kind === 'identifier') ? joint : null;
    case 'so':
      return SUBJECTS.has(next) ? joint : null;
    case 'to':
      return AIMS.has(next) && at - from >= LEAST_WORDS ? joint : null;
    case 'and':
      return PRONOUNS.has(next) ? joint : null;
    case 'which':
    case 'if':
    case 'when':
    case 'unless':
      return at > 0 ? joint : null;
    default:
      return joint;
  }
}

/** Tokens of a stretch that are no marks. */
export function wordsIn(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== 'mark') count++;
  return count;
}
