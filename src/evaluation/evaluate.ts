import { extractPositions } from '../extraction/index.ts';
import { type Lesson, teach } from '../extraction/teach.ts';
import { MODEL, type Model, modelOf, TAUGHT } from '../extraction/weights.ts';
import { sha256 } from '../model/digest.ts';
import type { Person } from '../model/person.ts';
import type { Term } from '../model/term.ts';
import { BASELINES, baselineSpans } from './baselines.ts';
import { intervalOver } from './bootstrap.ts';
import { type EvaluatedDocument, pairSpans } from './document.ts';
import type { GoldDocument } from './load.ts';
import { loadMadeUp } from './made-up.ts';
import { sameHolder } from './names.ts';
import { addTallies, type Rates, ratesOf, type Tally, tallyOf } from './score.ts';

/** The scoreboard of one evaluation. */
export interface Scoreboard {
  readonly documents: readonly { readonly name: string; readonly thread: string; readonly tally: Tally }[];
  readonly total: Tally;
  /** True where the weights were learnt from these documents, so that each thread was judged by weights learnt from the others. */
  readonly leftOut: boolean;
  /** 95 % intervals of the F1 of spans, and of spans with holder and stance. */
  readonly intervals: { readonly span: readonly [number, number]; readonly stance: readonly [number, number] };
  readonly baselines: readonly { readonly name: string; readonly rates: Rates }[];
}

/** Reports progress: documents done, of how many. */
export type Progress = (done: number, total: number) => void;

/**
 * Extracts the positions of annotated documents and scores them. A document the shipped weights were learnt from is judged
 * by weights learnt anew from the documents of the other threads.
 */
export function evaluate(
  documents: readonly GoldDocument[],
  vocabulary: { readonly people: readonly Person[]; readonly terms: readonly Term[] },
  progress: Progress = () => {},
): Scoreboard {
  const taught = new Set(TAUGHT.documents.map((document) => document.sha256));
  const known = documents.filter((document) => taught.has(sha256(document.bytes)));
  const models = new Map<string, Model>();
  const modelFor = (document: GoldDocument): Model => {
    if (!known.includes(document)) return MODEL;
    const model = models.get(document.thread) ?? modelWithout(document.thread, known);
    models.set(document.thread, model);
    return model;
  };
  const same = sameHolder(vocabulary.people);
  const evaluated = documents.map((document, index) => {
    const found = extractPositions(document.messages, vocabulary.terms, modelFor(document));
    progress(index + 1, documents.length);
    return { ...document, found } satisfies EvaluatedDocument;
  });
  const rows = evaluated.map((document) => ({ document, tally: tallyOf(document, same) }));
  const threads = [...Map.groupBy(rows, (row) => row.document.thread).values()].map((group) =>
    addTallies(group.map((row) => row.tally)),
  );
  return {
    documents: rows.map(({ document, tally }) => ({ name: document.name, thread: document.thread, tally })),
    total: addTallies(rows.map((row) => row.tally)),
    leftOut: known.length > 0,
    intervals: {
      span: intervalOver(threads, (drawn) => f1Of(addTallies(drawn), 'span')),
      stance: intervalOver(threads, (drawn) => f1Of(addTallies(drawn), 'stance')),
    },
    baselines: BASELINES.map((baseline) => {
      let right = 0;
      let found = 0;
      let gold = 0;
      for (const document of documents) {
        const spans = baselineSpans(document.messages, baseline);
        right += pairSpans(document, spans).length;
        found += spans.length;
        gold += document.gold.length;
      }
      return { name: baseline.name, rates: ratesOf(right, found, gold) };
    }),
  };
}

function f1Of(tally: Tally, level: 'span' | 'stance'): number {
  return ratesOf(tally[level], tally.found, tally.gold).f1;
}

function modelWithout(thread: string, documents: readonly GoldDocument[]): Model {
  const others = documents.filter((document) => document.thread !== thread);
  return modelOf(teach(lessonsOf(others), loadMadeUp(), dataOf(others)));
}

/** Annotated documents as what the extractor learns from. */
export function lessonsOf(documents: readonly GoldDocument[]): Lesson[] {
  return documents.map(({ thread, messages, gold }) => ({ thread, messages, marked: gold }));
}

/** What the weights say of the data they were learnt from. */
export function dataOf(documents: readonly GoldDocument[]): Parameters<typeof teach>[2] {
  return {
    positions: documents.reduce((sum, document) => sum + document.gold.length, 0),
    documents: documents.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
  };
}
