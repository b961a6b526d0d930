import type { AttributedMessage } from '../model/message.ts';
import type { FoundArgument, FoundPosition } from '../model/position.ts';
import { fold } from '../model/quote.ts';
import type { Term } from '../model/term.ts';
import { reasonsOf } from './arguments/index.ts';
import { type Block, placeAt } from './blocks.ts';
import { conditionOf } from './condition.ts';
import { settledStance } from './constructions/index.ts';
import { sentenceFeatures } from './features.ts';
import { hedgeOf } from './hedge.ts';
import { occurrencesOf, withOccurrences } from './occurrences.ts';
import { NO_OPTION, type OptionFound, type OptionRegistry, optionOf, registerOptions } from './options/index.ts';
import { indexTerms } from './options/vocabulary.ts';
import { inArchiveOrder, inTimeOrder } from './order.ts';
import { pickRuns } from './pick.ts';
import { draftQuestion, plainSubject } from './question.ts';
import { type ReadBlock, readBlocks } from './read.ts';
import { readSentences, type Sentence } from './sentence.ts';
import type { Range } from './sentences.ts';
import { LABELS, type Run, type Scores } from './sequence.ts';
import { stanceOf } from './stance.ts';
import { MODEL, type Model } from './weights.ts';

/** Confidence from which a position is good enough to go into a record without being looked at first. */
export const PUBLISH_FROM = 0.8;

/** What a run must promise to be picked: chosen where F1 was best on threads left out of the training. */
const PRICE = 0.4;

/**
 * Finds the positions in the messages of one archive: who proposes, supports, opposes, concedes, reports or asks what, in which
 * exact words, one position for each point. Words quoted again are one position, anchored where they were their author's own.
 * Works without any vocabulary; a term gives its option a name of record.
 *
 * Deterministic: no clock, no random, no locale. Takes time linear in the text.
 */
export function extractPositions(
  messages: readonly AttributedMessage[],
  terms: readonly Term[],
  model: Model = MODEL,
): FoundPosition[] {
  const blocks = readBlocks(inTimeOrder(messages));
  const threads = threadsOf(blocks, terms);
  const found: { readonly position: FoundPosition; readonly read: ReadBlock }[] = [];
  /** Sentence number → index of the position it belongs to, or -1. */
  const positionOf = new Int32Array(sentenceCount(blocks)).fill(-1);
  /** Place of a block → the option named there last. */
  const optionIn: OptionFound[] = [];
  for (const read of blocks) {
    let before = optionBefore(read, blocks, optionIn);
    const sentences = isNew(read) ? readSentences(read.block, read.sentences) : [];
    const runs = pick(read, sentences, model);
    const answered = runs.length === 0 ? NO_WORDS : wordsAnswered(read, blocks);
    for (const run of runs) {
      const position = describe(read, sentences.slice(run.first, run.last + 1), run, threads, before, answered, model);
      before = { term: position.term, option: position.option };
      for (let at = run.first; at <= run.last; at++) positionOf[read.first + at] = found.length;
      found.push({ position, read });
    }
    optionIn[read.place] = before;
  }
  const occurrences = occurrencesOf(blocks, (sentence) => positionOf[sentence] ?? -1);
  const linked = found.map(({ position, read }, index) => {
    const target = answeredPosition(read, blocks, positionOf);
    const answering = target === null ? position : { ...position, respondsTo: target };
    return withOccurrences(answering, occurrences.get(index));
  });
  const places = new Map(messages.map((message, place) => [message, place]));
  const placesOf = found.map(({ read }) => places.get(read.message) ?? 0);
  return inArchiveOrder(linked, (index) => placesOf[index] ?? 0);
}

function sentenceCount(blocks: readonly ReadBlock[]): number {
  const last = blocks.at(-1);
  return last === undefined ? 0 : last.first + last.sentences.length;
}

/** Whether any sentence of a block stands there for the first time; of the others nothing more is asked. */
function isNew({ repeats }: ReadBlock): boolean {
  return repeats.some((repeat) => repeat === null);
}

/** What is known of a thread before its positions are looked at. */
interface Thread {
  readonly registry: OptionRegistry;
  readonly question: string;
}

type Threads = (message: AttributedMessage) => Thread;

/** What is known of each thread; a thread is known by its subject, marks and case aside. */
function threadsOf(blocks: readonly ReadBlock[], terms: readonly Term[]): Threads {
  const plain = new Map<string, string>();
  const nameOf = ({ subject }: AttributedMessage): string => {
    const name = plain.get(subject) ?? plainSubject(subject).toLowerCase();
    plain.set(subject, name);
    return name;
  };
  const index = indexTerms(terms);
  const registries = new Map<string, OptionRegistry>();
  for (const [name, reads] of Map.groupBy(blocks, ({ message }) => nameOf(message))) {
    registries.set(name, registerOptions(reads, index));
  }
  const questions = new Map<string, string>();
  return (message) => {
    const question = questions.get(message.subject) ?? draftQuestion(message.subject);
    questions.set(message.subject, question);
    return { registry: registries.get(nameOf(message)) ?? registerOptions([], index), question };
  };
}

/** Score that keeps a sentence out whatever it says: its words stand elsewhere, or are not its author's. */
const NEVER = 1000;

function pick(read: ReadBlock, sentences: readonly Sentence[], model: Model): Run[] {
  if (sentences.length === 0) return [];
  const around = { sentences, blockIndex: read.blockIndex, blockCount: read.blockCount };
  const sums = new Float64Array(LABELS);
  const scores = sentences.map((sentence, index): Scores => {
    sums.fill(0);
    if (read.repeats[index] !== null || sentence.speech) sums[0] = NEVER;
    model.addSequence((add) => sentenceFeatures(sentence, around, add), sums);
    const [outside = 0, begin = 0, inside = 0] = sums;
    return [outside, begin, inside];
  });
  return pickRuns(
    scores,
    sentences.map(({ keys }) => keys.length),
    PRICE,
  );
}

function describe(
  { block, message }: ReadBlock,
  sentences: readonly Sentence[],
  run: Run,
  threads: Threads,
  before: OptionFound,
  answered: ReadonlySet<string>,
  model: Model,
): FoundPosition {
  const { registry, question } = threads(message);
  const range = { start: sentences[0]?.range.start ?? 0, end: sentences.at(-1)?.range.end ?? 0 };
  const stance = settledStance(sentences) ?? stanceOf(sentences, model).stance;
  const condition = sentences
    .map((sentence) => within(sentence, conditionOf(sentence)))
    .find((found) => found !== null);
  return {
    ...evidence(block, range),
    holder: block.speaker,
    basis: block.basis,
    stance,
    ...optionOf(sentences, registry, before, answered),
    question,
    secondHand: block.depth > 0,
    ...(block.depth > 0 && message.from !== null ? { quotedBy: message.from.name } : {}),
    ...(condition === undefined ? {} : { condition: evidence(block, condition).exact }),
    hedge: hedgeOf(sentences),
    confidence: Math.round(run.probability * 1000) / 1000,
    arguments: reasonsOf(sentences, stance).map(
      (reason): FoundArgument => ({ polarity: reason.polarity, ...evidence(block, reason.range) }),
    ),
    message: message.id,
    ...(block.part === undefined ? {} : { part: block.part }),
  };
}

/** A range of a sentence as a range of its block. */
function within(sentence: Sentence, range: Range | null): Range | null {
  return range === null ? null : { start: sentence.range.start + range.start, end: sentence.range.start + range.end };
}

function evidence(block: Block, range: Range): Pick<FoundPosition, 'start' | 'end' | 'exact'> {
  return {
    start: placeAt(block, range.start),
    end: placeAt(block, range.end - 1),
    exact: fold(block.text.slice(range.start, range.end).split('\n')),
  };
}

/** The block above that this one answers or carries on. */
function neighbour(read: ReadBlock, blocks: readonly ReadBlock[], kind: 'after' | 'answers'): ReadBlock | undefined {
  const index = read.block[kind];
  return index === null ? undefined : blocks[read.place - read.blockIndex + index];
}

function optionBefore(read: ReadBlock, blocks: readonly ReadBlock[], optionIn: readonly OptionFound[]): OptionFound {
  const above = neighbour(read, blocks, 'after') ?? neighbour(read, blocks, 'answers');
  return (above === undefined ? undefined : optionIn[above.place]) ?? NO_OPTION;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Stems of the words in the block that this one answers. */
function wordsAnswered(read: ReadBlock, blocks: readonly ReadBlock[]): ReadonlySet<string> {
  const answered = neighbour(read, blocks, 'answers');
  if (answered === undefined) return NO_WORDS;
  const stems = new Set<string>();
  for (const { tokens } of answered.sentences) for (const { stem } of tokens) stems.add(stem);
  return stems;
}

/** The position that stands in the block answered, there or where its words were first said: the nearest one. */
function answeredPosition(read: ReadBlock, blocks: readonly ReadBlock[], positionOf: Int32Array): number | null {
  const answered = neighbour(read, blocks, 'answers');
  if (answered === undefined) return null;
  for (let at = answered.sentences.length - 1; at >= 0; at--) {
    const position = positionOf[answered.repeats[at] ?? answered.first + at] ?? -1;
    if (position !== -1) return position;
  }
  return null;
}
