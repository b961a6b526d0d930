import { stringify } from 'yaml';
import { candidateTerms } from '../extraction/options/candidates.ts';
import type { FoundPosition } from '../model/position.ts';
import { printable } from './printable.ts';
import { slugOf } from './slug.ts';

/**
 * Writes the names that several positions of a document are about as entries for `content/terms.yaml`, with the places as
 * comments. The definition is left empty, which `verify` refuses: only a person can say what a thing is.
 */
export function termCandidatesYaml(file: string, found: readonly FoundPosition[]): string {
  return candidateTerms(found)
    .map(({ label, others, positions }) => {
      const shown = printable(label, 80);
      const places = positions.map(
        ({ start, holder, stance }) =>
          `# ${printable(file)}:${start.line} ${printable(holder ?? 'unknown', 60)} ${stance}\n`,
      );
      const entry = stringify([
        {
          id: slugOf(label),
          prefLabel: shown,
          ...(others.length === 0 ? {} : { altLabel: others.map((other) => printable(other, 80)) }),
          definition: '',
        },
      ]);
      return `${places.join('')}${entry}`;
    })
    .join('\n');
}
