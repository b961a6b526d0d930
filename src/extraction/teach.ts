import type { AttributedMessage, Line } from '../model/message.ts';
import { Stance } from '../model/position.ts';
import { comparePlaces, type Place } from '../model/primitives.ts';
import { blocksOfLines, placeAt } from './blocks.ts';
import { featureNames } from './feature-table.ts';
import { sentenceFeatures } from './features.ts';
import { chooseFeatures, type Example, learnClasses, learnSequence, type Settings } from './learn.ts';
import { type ReadBlock, readBlocks } from './read.ts';
import { readSentences, type Sentence, sentencesOf } from './sentence.ts';
import { stanceFeatures } from './stance.ts';
import type { Weights } from './weights.ts';

/** A document with the positions a person marked in it. */
export interface Lesson {
  /** Documents of one thread share a name: what is learnt from one part of a thread is not tested on another. */
  readonly thread: string;
  readonly messages: readonly AttributedMessage[];
  readonly marked: readonly { readonly start: Place; readonly end: Place; readonly stance: Stance }[];
}

const SEQUENCE: Settings = { leastExamples: 4, leastThreads: 3, prior: 10, rounds: 60 };
const STANCE: Settings = { leastExamples: 3, leastThreads: 3, prior: 10, rounds: 60 };

/** A sentence made up to show a stance. */
export interface MadeUp {
  readonly text: string;
  readonly stance: Stance;
}

/** What a made-up sentence weighs against a marked one. */
const MADE_UP_WEIGHT = 1;

/** Learns the weights of the extractor from marked documents; the same lessons always give the same numbers. */
export function teach(lessons: readonly Lesson[], madeUp: readonly MadeUp[], data: Weights['data']): Weights {
  const paragraphs: { thread: string; examples: Example[] }[] = [];
  const runs: { thread: string; example: Example }[] = [];
  for (const { thread, messages, marked } of lessons) {
    for (const read of readBlocks(messages)) {
      if (read.repeats.every((repeat) => repeat !== null)) continue;
      const sentences = readSentences(read.block, read.sentences);
      const owners = ownersOf(read, marked);
      const examples = sentences.map((sentence, at) => ({
        features: featureNames((add) => sentenceFeatures(sentence, { ...read, sentences }, add)),
        label: owners[at] === null ? 0 : at > 0 && owners[at - 1] === owners[at] ? 2 : 1,
      }));
      paragraphs.push({ thread, examples });
      runs.push(...stanceExamples(sentences, owners, marked).map((example) => ({ thread, example })));
    }
  }
  runs.push(...madeUp.map(madeUpRun));
  return {
    data,
    sequence: learnTable(paragraphs),
    stances: [...Stance.options],
    stance: Object.fromEntries(learnStance(runs)),
  };
}

function learnTable(paragraphs: { thread: string; examples: Example[] }[]): Weights['sequence'] {
  const flat = paragraphs.flatMap(({ thread, examples }) => examples.map(({ features }) => ({ thread, features })));
  const table = learnSequence(
    paragraphs.map(({ examples }) => examples),
    chooseFeatures(flat, SEQUENCE),
    SEQUENCE,
  );
  const weights: Weights['sequence'] = {};
  for (const [name, [outside = 0, begin = 0, inside = 0]] of table) weights[name] = [outside, begin, inside];
  return weights;
}

function learnStance(runs: { thread: string; example: Example }[]): Map<string, number[]> {
  const flat = runs.map(({ thread, example }) => ({ thread, features: example.features }));
  return learnClasses(
    runs.map(({ example }) => example),
    Stance.options.length,
    chooseFeatures(flat, STANCE),
    STANCE,
  );
}

/** For each sentence of a block, the number of the marked position it belongs to. */
function ownersOf(read: ReadBlock, marked: Lesson['marked']): (number | null)[] {
  return read.sentences.map(({ range }, index) => {
    if (read.repeats[index] !== null) return null;
    const start = placeAt(read.block, range.start);
    const end = placeAt(read.block, range.end - 1);
    const owner = marked.findLastIndex(
      (one) => comparePlaces(start, one.end) <= 0 && comparePlaces(one.start, end) <= 0,
    );
    return owner === -1 ? null : owner;
  });
}

function stanceExamples(
  sentences: readonly Sentence[],
  owners: readonly (number | null)[],
  marked: Lesson['marked'],
): Example[] {
  const examples: Example[] = [];
  for (let first = 0; first < owners.length; ) {
    const owner = owners[first];
    let last = first;
    while (owners[last + 1] === owner) last++;
    const position = owner === null || owner === undefined ? undefined : marked[owner];
    if (position !== undefined) {
      const run = sentences.slice(first, last + 1);
      const features = featureNames((add) => stanceFeatures(run, add));
      examples.push({ features, label: Stance.options.indexOf(position.stance) });
    }
    first = last + 1;
  }
  return examples;
}

/** Made-up sentences count as four threads, so that what only they say may still get a weight. */
function madeUpRun({ text, stance }: MadeUp, index: number): { thread: string; example: Example } {
  const line: Line = {
    number: 1,
    column: 1,
    raw: text,
    prefix: 0,
    depth: 0,
    zone: 'prose',
    speaker: null,
    basis: 'unknown',
  };
  const sentences = blocksOfLines([line]).flatMap(sentencesOf);
  const features = featureNames((add) => stanceFeatures(sentences, add));
  return {
    thread: `made up ${index % 4}`,
    example: { features, label: Stance.options.indexOf(stance), weight: MADE_UP_WEIGHT },
  };
}
