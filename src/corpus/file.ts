import { readFileSync } from 'node:fs';
import { PrecedentError } from '../model/problem.ts';
import { CITING } from '../verify/codes/citing.ts';
import { Corpus } from './corpus.ts';

/** Reads a published corpus, `api/v1/corpus.json`. Throws a PrecedentError `corpus-unreadable` where the file is none. */
export function readCorpus(file: string): Corpus {
  try {
    return Corpus.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new PrecedentError({
      code: 'corpus-unreadable',
      what: `not a published corpus: ${what}`,
      where: { file },
      mend: CITING['corpus-unreadable'].mend,
    });
  }
}
