import type { Corpus } from '../corpus/corpus.ts';
import type { Finding } from '../model/problem.ts';
import { type CitationCode, judgeFor } from './judge.ts';
import { mentionsIn } from './mentions.ts';

/** A text to look through: a file, a commit message, standard input. */
export interface Text {
  readonly name: string;
  readonly text: string;
}

/** Something wrong with a citation: a finding with the column, for editors and annotations. */
export interface CitationFinding extends Finding {
  readonly code: CitationCode;
  readonly column: number;
  readonly typed: string;
}

export interface CheckReport {
  readonly texts: number;
  readonly citations: number;
  readonly findings: readonly CitationFinding[];
}

/** Looks for ids in texts and judges each by the corpus. Findings stand in the order of the texts and lines. */
export function checkTexts(texts: Iterable<Text>, corpus: Corpus): CheckReport {
  const judge = judgeFor(corpus);
  const findings: CitationFinding[] = [];
  let citations = 0;
  let count = 0;
  for (const { name, text } of texts) {
    count += 1;
    for (const mention of mentionsIn(text)) {
      const judged = judge(mention);
      if (mention.certain || judged.length > 0) citations += 1;
      const { id, line, column, typed } = mention;
      for (const one of judged) findings.push({ ...one, where: { file: name, line, id }, column, typed });
    }
  }
  return { texts: count, citations, findings };
}
