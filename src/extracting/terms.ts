import type { Finding } from '../model/problem.ts';
import type { Term } from '../model/term.ts';
import { readDocuments } from '../records/document.ts';
import { termCandidatesYaml } from '../records/term-candidates.ts';
import { RULES } from '../records/update.ts';

/**
 * Prints the options that several positions of a document name and the vocabulary does not have, as entries for it. Returns
 * what could not be read.
 */
export async function printTerms(
  files: readonly string[],
  terms: readonly Term[],
  print: (text: string) => void,
): Promise<readonly Finding[]> {
  const problems: Finding[] = [];
  for (const path of files) {
    for await (const { file, document, findings } of readDocuments(path)) {
      for (const finding of findings) problems.push(finding);
      if (document !== null) print(termCandidatesYaml(file, await RULES.find(document.messages, terms)));
    }
  }
  return problems;
}
