import { apa } from './apa.ts';
import { biblatex } from './biblatex.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import type { CitationFormat } from './format.ts';
import { kernel } from './kernel.ts';
import { markdown } from './markdown.ts';
import { ris } from './ris.ts';
import { text } from './text.ts';

/** Every citation format, in the order in which the panel shows them. A new one is a module and a line here. */
export const FORMATS: readonly CitationFormat[] = [markdown, text, kernel, biblatex, bibtex, ris, cslJson, apa];

/** Finds a format by its name. @example formatNamed('bibtex') → the module of BibTeX */
export function formatNamed(name: string): CitationFormat | null {
  return FORMATS.find((format) => format.name === name) ?? null;
}
