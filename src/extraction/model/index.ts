import type { AttributedMessage } from '../../model/message.ts';
import type { FoundArgument, FoundPosition } from '../../model/position.ts';
import { fold } from '../../model/quote.ts';
import type { Term } from '../../model/term.ts';
import { type Block, placeAt } from '../blocks.ts';
import { conditionOf } from '../condition.ts';
import { hedgeOf } from '../hedge.ts';
import { occurrencesOf, withOccurrences } from '../occurrences.ts';
import { NO_OPTION, type OptionRegistry, optionOf, registerOptions } from '../options/index.ts';
import { indexTerms } from '../options/vocabulary.ts';
import { draftQuestion } from '../question.ts';
import type { Range } from '../sentences.ts';
import { type Answer, type FoundByModel, readAnswer } from './answer.ts';
import { type AskedBlock, askedBlocks } from './blocks.ts';
import type { AnswerCache } from './cache.ts';
import { ask, type Endpoint } from './endpoint.ts';
import { type Choice, type Request, requestsFor } from './prompt.ts';

export { openCache } from './cache.ts';
export { completionsUrl, type Endpoint } from './endpoint.ts';

/** What became of the requests and answers of a run, counted. */
export interface ModelCounts {
  /** Requests sent, and requests answered from the cache. */
  asked: number;
  cached: number;
  /** Answers that could be read only after a repair, and answers asked for a second time. */
  repaired: number;
  retried: number;
  /** Requests without a readable answer, whose text is passed over. */
  unread: number;
  /** Positions dropped: of sentences that do not exist, or that do not stand together. */
  dropped: number;
}

export interface ModelRun {
  /** Finds positions in the messages of one archive, as `extractPositions` does. */
  find(messages: readonly AttributedMessage[], terms: readonly Term[]): Promise<FoundPosition[]>;
  readonly counts: Readonly<ModelCounts>;
}

/**
 * Lets a model choose the sentences that are positions. Numbered sentences go out and numbers come back; the words are copied
 * from the text, the holder is the speaker of the lines, option, hedge and condition are found by the rules, so that nothing a
 * model writes is ever shown. Answers are kept by what was asked, so that a second run asks nothing.
 *
 * `find` rejects with a PrecedentError `model-unreachable` or `model-refused` when the server gives no answer at all.
 */
export function modelRun(
  endpoint: Endpoint,
  cache: AnswerCache,
  onProgress: (requests: number) => void = () => {},
): ModelRun {
  const counts: ModelCounts = { asked: 0, cached: 0, repaired: 0, retried: 0, unread: 0, dropped: 0 };
  return {
    counts,
    async find(messages, terms) {
      const blocks = askedBlocks(messages);
      const registry = registerOptions(blocks, indexTerms(terms));
      const found: Placed[] = [];
      for (const read of Map.groupBy(blocks, ({ message }) => message).values()) {
        for (const request of requestsFor(read, terms)) {
          const answer = await answerTo(request, endpoint, cache, counts);
          onProgress(counts.asked + counts.cached);
          found.push(...placesOf(answer, request, counts));
        }
      }
      return describeAll(found, blocks, registry, terms);
    },
  };
}

/** Asks, from the cache first; an answer that cannot be read is asked for once more, and then given up. */
async function answerTo(
  request: Request,
  endpoint: Endpoint,
  cache: AnswerCache,
  counts: ModelCounts,
): Promise<Answer> {
  const known = cache.find(endpoint.model, request.messages);
  if (known !== null) {
    counts.cached += 1;
    return known;
  }
  for (const again of [false, true]) {
    if (again) counts.retried += 1;
    counts.asked += 1;
    const read = readAnswer(await ask(endpoint, request.messages));
    if (read === null) continue;
    if (read.repaired) counts.repaired += 1;
    cache.keep(endpoint.model, request.messages, read.answer);
    return read.answer;
  }
  counts.unread += 1;
  return { positions: [] };
}

/** A position whose sentences exist and stand together, one behind the other, in one block. */
interface Placed {
  readonly said: FoundByModel;
  readonly choices: readonly Choice[];
  /** The sentences that give reasons. */
  readonly reasons: readonly { readonly choice: Choice; readonly polarity: 'pro' | 'con' }[];
}

function placesOf(answer: Answer, { choices }: Request, counts: ModelCounts): Placed[] {
  const taken = new Set<Choice>();
  return answer.positions.flatMap((said): Placed[] => {
    const numbers = [...new Set(said.sentences)].sort((a, b) => a - b);
    const chosen = numbers.flatMap((number) => choices[number - 1] ?? []);
    if (chosen.length < numbers.length || !standTogether(chosen) || chosen.some((choice) => taken.has(choice))) {
      counts.dropped += 1;
      return [];
    }
    for (const choice of chosen) taken.add(choice);
    const reasons = said.arguments.flatMap(({ sentence, polarity }) => {
      const choice = chosen.find(({ number }) => number === sentence);
      return choice === undefined ? [] : [{ choice, polarity }];
    });
    return [{ said, choices: chosen, reasons }];
  });
}

function standTogether(choices: readonly Choice[]): boolean {
  const [first] = choices;
  return choices.every(
    ({ read, sentence }, index) => read === first?.read && sentence.index === first.sentence.index + index,
  );
}

function describeAll(
  found: readonly Placed[],
  blocks: readonly AskedBlock[],
  registry: OptionRegistry,
  terms: readonly Term[],
): FoundPosition[] {
  const inOrder = found.toSorted((a, b) => orderOf(a) - orderOf(b));
  /** Sentence number → index of the position it belongs to. */
  const positionOf = new Map<number, number>();
  const positions = inOrder.flatMap((placed, index): FoundPosition[] => {
    const [first] = placed.choices;
    if (first === undefined) return [];
    for (const { read, sentence } of placed.choices) positionOf.set(read.first + sentence.index, index);
    const answered = answeredPosition(first.read, positionOf);
    const position = describe(placed, first.read, registry, terms);
    return [answered === null ? position : { ...position, respondsTo: answered }];
  });
  const occurrences = occurrencesOf(blocks, (sentence) => positionOf.get(sentence) ?? -1);
  return positions.map((position, index) => withOccurrences(position, occurrences.get(index)));
}

function orderOf({ choices: [first] }: Placed): number {
  return first === undefined ? -1 : first.read.first + first.sentence.index;
}

function describe(
  { said, choices, reasons }: Placed,
  { block, message }: AskedBlock,
  registry: OptionRegistry,
  terms: readonly Term[],
): FoundPosition {
  const sentences = choices.map(({ sentence }) => sentence);
  const range = { start: sentences[0]?.range.start ?? 0, end: sentences.at(-1)?.range.end ?? 0 };
  const condition = sentences.flatMap((sentence) => within(sentence.range.start, conditionOf(sentence)))[0];
  // A term that the vocabulary does not have is no term.
  const term = terms.find(({ id }) => id === said.term);
  const option =
    term === undefined ? optionOf(sentences, registry, NO_OPTION) : { term: term.id, option: term.prefLabel };
  return {
    ...evidence(block, range),
    holder: block.speaker,
    basis: block.basis,
    stance: said.stance,
    ...option,
    question: draftQuestion(message.subject),
    secondHand: block.depth > 0,
    ...(block.depth > 0 && message.from !== null ? { quotedBy: message.from.name } : {}),
    ...(condition === undefined ? {} : { condition: evidence(block, condition).exact }),
    hedge: hedgeOf(sentences),
    confidence: Math.round(said.confidence * 1000) / 1000,
    arguments: reasons.map(
      ({ choice, polarity }): FoundArgument => ({ polarity, ...evidence(block, choice.sentence.range) }),
    ),
    message: message.id,
    ...(block.part === undefined ? {} : { part: block.part }),
  };
}

/** A range of a sentence as a range of its block. */
function within(start: number, range: Range | null): Range[] {
  return range === null ? [] : [{ start: start + range.start, end: start + range.end }];
}

function evidence(block: Block, range: Range): Pick<FoundPosition, 'start' | 'end' | 'exact'> {
  return {
    start: placeAt(block, range.start),
    end: placeAt(block, range.end - 1),
    exact: fold(block.text.slice(range.start, range.end).split('\n')),
  };
}

/** The nearest position in the block that a block answers, there or where its words were first said. */
function answeredPosition({ answers }: AskedBlock, positionOf: ReadonlyMap<number, number>): number | null {
  if (answers === null) return null;
  for (let at = answers.sentences.length - 1; at >= 0; at -= 1) {
    const position = positionOf.get(answers.repeats[at] ?? answers.first + at);
    if (position !== undefined) return position;
  }
  return null;
}
