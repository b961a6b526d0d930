export { type Cited, citableIds, citedOf } from './cited.ts';
export type { CitationFormat } from './formats/format.ts';
export { FORMATS, formatNamed } from './formats/index.ts';
