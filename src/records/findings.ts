import type { Finding, Where } from '../model/problem.ts';

/** What can be wrong with a file of `content/` before anything it says is checked. */
export const READING = Object.freeze({
  'file-unreadable': {
    title: 'A file cannot be read.',
    mend: 'put the file back, or take its folder away',
  },
  'yaml-syntax': {
    title: 'A file is not YAML.',
    mend: 'mend the line named; a text that holds ": " or " #" needs quotation marks around it',
  },
  'front-matter-missing': {
    title: 'A record does not begin with its front matter.',
    mend: 'begin the file with a line --- and end the front matter with another',
  },
  schema: {
    title: 'A field is missing, unknown or of another form than the schema says.',
    mend: 'write the field as the schema in public/schema says',
  },
  'source-unreadable': {
    title: 'The text of a source cannot be read.',
    mend: 'put the archived bytes back, or add a reader for their format to src/archive',
  },
  'source-changed': {
    title: 'The bytes of a source are not those that were archived.',
    mend: 'put the archived bytes back; only for a document taken in anew, write its digest into source.yaml',
  },
  'name-odd': {
    title: 'A file or folder of content/ has a name that cannot be an address.',
    mend: 'name it in lower-case letters and digits joined by hyphens',
  },
} as const);

/** What can stand in the way of bringing records up to date, and of opening one. */
export const RECORDING = Object.freeze({
  diverged: {
    title: 'A person and the extractor say different things of a position. Nothing is wrong: the person’s word stays.',
    mend: 'leave it so, or write what the extractor finds',
  },
  'record-uneditable': {
    title: 'A record cannot be brought up to date without changing something else in it.',
    mend: 'write its front matter without anchors and tags, one field on a line',
  },
  'no-question': {
    title: 'A record is to be opened with words that are no question.',
    mend: 'ask one question that ends in a question mark: npm run new -- "Should a pipe be seekable?"',
  },
} as const);

export type ReadingCode = keyof typeof READING;

/** Makes a finding about reading; its mend is that of the table unless a better one is known. */
export function readingFinding(code: ReadingCode, what: string, where: Where, mend?: string): Finding {
  return { code, what, where, mend: mend ?? READING[code].mend };
}
