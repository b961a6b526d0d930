import { bodyOf } from '../records/body.ts';
import type { RecordFile } from '../records/record.ts';
import { proseOf, type Sentence } from '../verify/prose.ts';

/** How many sentences of our prose rest on what. */
export interface SentenceKinds {
  readonly all: number;
  /** On quoted positions, and on no fact. */
  readonly quotations: number;
  /** On dated facts, and on no position. */
  readonly facts: number;
  readonly both: number;
  /** On the judgement of the editors alone. */
  readonly editor: number;
}

/** Counts the sentences of a record's body by what they rest on. A body that does not parse has none. */
export function sentenceKinds(record: RecordFile): SentenceKinds {
  const body = bodyOf(record);
  return kindsOf('root' in body ? proseOf(body.root) : []);
}

/** As `sentenceKinds`, for sentences already told apart. */
export function kindsOf(sentences: readonly Pick<Sentence, 'rests'>[]): SentenceKinds {
  const kinds = sentences.map(({ rests }) => {
    const names = (rests ?? []).map((name) => name.slice(name.lastIndexOf('-') + 1));
    const quoted = names.some((name) => name.startsWith('P'));
    const fact = names.some((name) => name.startsWith('F'));
    if (quoted && fact) return 'both';
    if (quoted) return 'quotations';
    return fact ? 'facts' : 'editor';
  });
  const counted = (kind: string): number => kinds.filter((one) => one === kind).length;
  return {
    all: kinds.length,
    quotations: counted('quotations'),
    facts: counted('facts'),
    both: counted('both'),
    editor: counted('editor'),
  };
}
