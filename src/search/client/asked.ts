import { LEVELS, type Level } from '../match.ts';
import { readQuery, type Wanted } from '../query.ts';
import { wordsOf } from '../tokens.ts';
import { answerWord, type WordAnswer } from './answers.ts';
import type { Engine } from './engine.ts';
import { type Hit, hitOf } from './hit.ts';

/** What was said of an option in one decision that a question bears on, and what became of it. */
export interface Precedent {
  /** The id and the title of the decision. */
  readonly decision: string;
  readonly title: string;
  readonly url: string;
  readonly option: string;
  /** Adopted, partly adopted, rejected, abandoned or open. */
  readonly fate: string;
  /** What became of it: the dated facts that the record rests that on, newest last; none where the record has none. */
  readonly outcome: readonly Hit[];
  /** The positions that answer best. */
  readonly positions: readonly Hit[];
  /** How well it answers, from 0 to 1. */
  readonly score: number;
}

/** Fewer words are a search, not a question. */
const FEWEST_WORDS = 3;
/** Words of asking and of proposing, which a question has and an argument has not. */
const ASKING = new Set(
  'a an and any anyone are as at be been but by can could did do does ever for from had has have how i if in into is it its just let like make not of on or our should so some somebody such suggested suggest proposed propose than that the their then there they this to try tried use used using was we what when where which who why will with would you your'.split(
    ' ',
  ),
);
const MOST_POSITIONS = 40;
const MOST_SHOWN = 5;
const POSITIONS_EACH = 5;
/** Less of a question answered is no answer to it. */
const LEAST_SCORE = 0.25;
/** An option whose fate is known comes before the open ones while it answers at least this part as well as the best does. */
const NEARLY_AS_WELL = 0.75;

/** What a word is worth by how a position holds it; what stands only in the title of its decision tells options apart least. */
const WORTH: Readonly<Record<Level, number>> = {
  text: 1,
  heading: 1,
  form: 0.9,
  begins: 0,
  alias: 0.9,
  context: 0.6,
  none: 0,
};

/** The words of a question that can tell one argument from another; empty where it has too few to be one. */
export function questionOf(typed: string): readonly Wanted[] {
  if (wordsOf(typed).length < FEWEST_WORDS) return [];
  const words = readQuery(`${typed.replace(/["“”„«»]/g, ' ')} `).wanted;
  return words.filter(({ joined }) => !ASKING.has(joined));
}

/**
 * Answers "was this proposed before?": the options that come nearest to a question, each with what became of it and with the
 * positions that answer best. Options whose fate is known come before those that are still open. A word counts the more the
 * fewer records hold it (inverse document frequency, Spärck Jones 1972).
 */
export async function askedBefore(engine: Engine, typed: string): Promise<readonly Precedent[]> {
  const wanted = questionOf(typed);
  if (wanted.length === 0) return [];
  const answers = await Promise.all(wanted.map((word) => answerWord(engine, word)));
  // A question of which most words are nowhere is about something else.
  if (answers.filter(({ count }) => count > 0).length * 2 < answers.length) return [];
  const best = bestPositions(engine, answers);
  const hits = await Promise.all(
    best.map(async ({ record, score }) => ({ hit: await hitOf(engine, record, { wanted }), score })),
  );
  // A position on no option has no outcome to tell.
  const onOptions = hits.filter(({ hit }) => hit.meta.option !== undefined);
  const groups = [...Map.groupBy(onOptions, ({ hit }) => `${decisionOf(hit)} ${hit.meta.option ?? ''}`).values()]
    .map((group) => ({ group, score: scoreOf(group.map(({ score }) => score)) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN);
  const found = await Promise.all(groups.map(({ group, score }) => precedentOf(engine, group, score)));
  const least = (found[0]?.score ?? 0) * NEARLY_AS_WELL;
  const first = found.filter(({ fate, score }) => fate !== '' && fate !== 'open' && score >= least);
  return [...first, ...found.filter((one) => !first.includes(one))];
}

interface Scored {
  readonly record: number;
  readonly score: number;
}

function bestPositions(engine: Engine, answers: readonly WordAnswer[]): Scored[] {
  const { from, to } = engine.rangeOf('position');
  // A word that is nowhere tells nothing apart.
  const weights = answers.map(({ count }) => (count === 0 ? 0 : Math.log(1 + engine.total / count)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const scored: Scored[] = [];
  for (let record = from; record < to; record += 1) {
    let sum = 0;
    for (const [index, { levels }] of answers.entries()) {
      sum += (weights[index] ?? 0) * WORTH[LEVELS[levels[record] ?? 0] ?? 'none'];
    }
    if (sum > 0 && all > 0) scored.push({ record, score: sum / all });
  }
  return scored.sort((a, b) => b.score - a.score || a.record - b.record).slice(0, MOST_POSITIONS);
}

/** Several positions on one option that answer count a little more than one. */
function scoreOf(scores: readonly number[]): number {
  const [first = 0, second = 0] = scores;
  return Math.min(first + second * 0.1, 1);
}

function decisionOf({ meta }: Hit): string {
  return (meta.id ?? '').replace(/-P\d+$/, '');
}

async function precedentOf(engine: Engine, group: readonly { readonly hit: Hit }[], score: number): Promise<Precedent> {
  const positions = group.map(({ hit }) => hit);
  const [first] = positions;
  const decision = first === undefined ? '' : decisionOf(first);
  const option = first?.meta.option ?? '';
  return {
    decision,
    title: first?.meta.decision ?? '',
    url: `/${decision}/`,
    option,
    fate: first?.meta.fate ?? '',
    outcome: await outcomeOf(engine, decision, option),
    positions: positions.slice(0, POSITIONS_EACH),
    score,
  };
}

/** The facts of a decision that show what became of an option. */
async function outcomeOf(engine: Engine, decision: string, option: string): Promise<Hit[]> {
  const query = readQuery(`${decision} `);
  const [word] = query.wanted;
  const code = decision.split('-')[1]?.toLowerCase();
  if (word === undefined || code === undefined) return [];
  const { levels } = await answerWord(engine, { ...word, joined: code, parts: [code], stem: code });
  const { from, to } = engine.rangeOf('fact');
  const hits: Hit[] = [];
  for (let record = from; record < to; record += 1) {
    if (LEVELS[levels[record] ?? 0] !== 'none') hits.push(await hitOf(engine, record, { wanted: [] }));
  }
  return hits.filter(({ meta }) => (meta.option ?? '').split(', ').includes(option));
}
