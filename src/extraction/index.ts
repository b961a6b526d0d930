import type { AttributedMessage } from '../model/message.ts';
import type { FoundPosition } from '../model/position.ts';
import type { Term } from '../model/term.ts';
import { describe, type Thread } from './describe.ts';
import { sentenceFeatures } from './features.ts';
import { occurrencesOf, withOccurrences } from './occurrences.ts';
import { NO_OPTION, type OptionFound, registerOptions } from './options/index.ts';
import { indexTerms } from './options/vocabulary.ts';
import { inArchiveOrder, inTimeOrder } from './order.ts';
import { pickRuns } from './pick.ts';
import { draftQuestion, plainSubject } from './question.ts';
import { type ReadBlock, readBlocks } from './read.ts';
import { readSentences, type Sentence } from './sentence.ts';
import { LABELS, type Run, type Scores } from './sequence.ts';
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
  const wordsAnswered = stemReader();
  const found: { readonly position: FoundPosition; readonly read: ReadBlock }[] = [];
  /** Sentence number → index of the position it belongs to, or -1. */
  const positionOf = new Int32Array(sentenceCount(blocks)).fill(-1);
  /** Place of a block → the option named there last. */
  const optionIn: OptionFound[] = [];
  for (const read of blocks) {
    let before = optionBefore(read, blocks, optionIn);
    const sentences = isNew(read) ? readSentences(read.block, read.sentences) : [];
    const runs = pick(read, sentences, model);
    const answered = runs.length === 0 ? NO_WORDS : wordsAnswered(neighbour(read, blocks, 'answers'));
    for (const run of runs) {
      const said = sentences.slice(run.first, run.last + 1);
      const position = describe(read, said, run, threads(read.message), before, answered, model);
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
  const registries = new Map<string, Thread['registry']>();
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

/** Gives the stems of the words in a block that is answered; the last is kept, since paragraph after paragraph answers the same one. */
function stemReader(): (answered: ReadBlock | undefined) => ReadonlySet<string> {
  let last: ReadBlock | undefined;
  let stems = NO_WORDS;
  return (answered) => {
    if (answered === undefined) return NO_WORDS;
    if (answered !== last) stems = new Set(answered.sentences.flatMap(({ tokens }) => tokens.map(({ stem }) => stem)));
    last = answered;
    return stems;
  };
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
