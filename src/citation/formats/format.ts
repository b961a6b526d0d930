import type { Cited } from '../cited.ts';

/** A citation format: one module each, of this shape. Pure: the same citation gives the same bytes. */
export interface CitationFormat {
  /** As `npm run cite -- ID --format NAME` takes it. */
  readonly name: string;
  /** As the cite panel shows it. */
  readonly label: string;
  /** The file beside the page, such as `bib` for `/PREC-7F3Q2.bib`, where there is one. */
  readonly extension: string | null;
  readonly mediaType: string;
  /** Writes the citation, with a line break at its end. */
  readonly write: (cited: Cited) => string;
}
