import type { Corpus } from '../corpus/corpus.ts';

/** A file that is published beside the pages. */
export interface PublishedFile {
  /** Relative to the site's base, without a slash before it: `PREC-7F3Q2.bib`. */
  readonly path: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
}

/** A kind of published file: one module each, of this shape. Pure; the same corpus gives the same bytes. */
export interface Publisher {
  readonly name: string;
  /** What the page about the files for machines says of it. */
  readonly about: string;
  /** The address as that page shows it, such as `<ID>.bib`. */
  readonly pattern: string;
  /** @param pages The pages of the site that are built, relative to its base, such as `terms/`; none while editing. */
  readonly files: (corpus: Corpus, pages: readonly string[]) => Iterable<PublishedFile>;
}

/** JSON as it is published: indented, so that a difference between two editions can be read. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
