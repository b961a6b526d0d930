import { RUNNING } from '../cli/codes.ts';
import type { Finding, Where } from '../model/problem.ts';
import { READING, RECORDING } from '../records/findings.ts';
import { RELEASED } from '../versions/findings.ts';
import { ARCHIVES } from './codes/archives.ts';
import { CITING } from './codes/citing.ts';
import { WITHDRAWING } from './codes/withdrawing.ts';

/**
 * Every code that a command prints: what it means, and how it is mended where nothing better is known. Frozen: a code
 * keeps its meaning for ever, so that a script or a page may rest on it. The site prints it at `/codes/`.
 */
export const CATALOGUE = Object.freeze({
  ...READING,
  ...RECORDING,
  ...RELEASED,
  ...WITHDRAWING,
  ...ARCHIVES,
  ...CITING,
  ...RUNNING,
  'nothing-checked': {
    title: 'There was nothing to check, which proves nothing.',
    mend: 'put a source into content/sources and run npm run extract',
  },
  'source-format': {
    title: 'A source is read as another format than its source.yaml says.',
    mend: 'write the format that reads it into source.yaml, or mend the reader in src/archive',
  },
  'source-unknown': {
    title: 'A quotation names a source that does not exist.',
    mend: 'name a folder of content/sources, or put that folder back',
  },
  'quote-place': {
    title: 'The place of a quotation does not exist in its source.',
    mend: 'count line and column again, from 1, in code points; npm run extract finds moved places by itself',
  },
  'quote-changed': {
    title: 'The words at the place of a quotation are not the words recorded.',
    mend: 'put the source back as it was archived, or write the words that stand there; npm run extract does so for what it found itself',
  },
  'quote-digest': {
    title: 'The digest of a quotation does not belong to its words.',
    mend: 'write the digest of the raw slice, or take the position out and run npm run extract',
  },
  'quote-context': {
    title: 'What stands around a quotation is not what is recorded.',
    mend: 'write the 32 characters before and after as they stand, or run npm run extract',
  },
  'quote-ambiguous': {
    title: 'A quotation with its surroundings is found more than once.',
    mend: 'quote more, so that the words are found exactly once',
  },
  'quote-zone': {
    title: 'A quotation takes in what is no prose: a header, an attribution line, a signature, code.',
    mend: 'quote nothing but prose',
  },
  'quote-speakers': {
    title: 'A quotation takes in the words of more than one person.',
    mend: 'quote one person; make two positions of it where both matter',
  },
  'holder-wrong': {
    title: 'A position is credited to another than the speaker of its words.',
    mend: 'write the speaker of those lines; where the archive shows too little, say why under speakers in source.yaml',
  },
  'basis-wrong': {
    title: 'A record says otherwise than the source how the holder is known.',
    mend: 'write how the speaker of those lines is known',
  },
  'second-hand-wrong': {
    title: 'A record does not say rightly whether words are known only as another quotes them, or who does.',
    mend: 'write secondHand: true and quotedBy where the words stand behind quote marks, else secondHand: false',
  },
  'id-twice': {
    title: 'An id is given twice.',
    mend: 'give the newer one the next free number; a record gets its id from npm run extract',
  },
  'id-reused': {
    title: 'An id or number that was taken back is in use again.',
    mend: 'give the next free number; what was taken back keeps its own for ever',
  },
  'file-name': {
    title: 'The file of a record is not named after its id.',
    mend: 'name the file ID-words-of-the-title.mdx, the words in lower case',
  },
  'term-unknown': {
    title: 'A term is not in the vocabulary.',
    mend: 'use an id of content/terms.yaml, or add the term there',
  },
  'option-missing': {
    title: 'A position is about an option that its record does not list.',
    mend: 'add the term to the options of the record, or correct the option of the position',
  },
  'one-sided': {
    title: 'A record quotes nobody for, or nobody against, and does not say why; or says why although it quotes both.',
    mend: 'quote the other side, or say in oneSided, in one sentence, why it is not quoted; where both are, take oneSided out',
  },
  'fact-unknown': {
    title: 'A fact is named that the record does not have.',
    mend: 'name a fact of outcome.facts, or add it there with its date and address',
  },
  'position-unknown': {
    title: 'A position is named that the record does not have.',
    mend: 'name a position of the same record',
  },
  'decision-unknown': {
    title: 'A decision is named that does not exist.',
    mend: 'name the id of a record in content/decisions',
  },
  'relation-circle': {
    title: 'Relations between decisions lead in a circle.',
    mend: 'take out the one that is not true; each relation is stored on one side only',
  },
  'term-circle': {
    title: 'A term is broader than itself.',
    mend: 'take the circle of broader out of content/terms.yaml',
  },
  'alias-twice': {
    title: 'A name belongs to two people.',
    mend: 'leave the name with one of them; where nobody knows whose it is, with neither',
  },
  'redirect-nowhere': {
    title: 'A former id leads to one that does not exist.',
    mend: 'lead it to an id that exists, or to null with the reason',
  },
  'redirect-circle': {
    title: 'Former ids lead in a circle.',
    mend: 'lead each to the id that holds it now, or to null with the reason',
  },
  'body-syntax': {
    title: 'The body of a record is not MDX.',
    mend: 'write < and { as text between backquotes, and close every tag',
  },
  'body-code': {
    title: 'The body of a record holds code.',
    mend: 'take the import, export or expression out; text in braces belongs between backquotes',
  },
  'body-component': {
    title: 'The body of a record uses a component or HTML that is not on the closed list.',
    mend: 'use Position, Rests, Term, Decision or Diagram, or plain Markdown',
  },
  'body-attribute': {
    title: 'A component has an attribute that it does not take, or lacks one that it needs.',
    mend: 'give it the attributes of src/records/components.ts, each a plain string in quotation marks',
  },
  'body-element': {
    title: 'The body of a record holds something that our prose has no use for.',
    mend: 'use paragraphs, headings, lists, tables, emphasis, links and code; quote with <Position id="P1" />',
  },
  'body-link': {
    title: 'A link leads somewhere that a reader should not be sent.',
    mend: 'link to an address that begins with https://, http://, / or #',
  },
  'body-diagram': {
    title: 'A diagram is no plain flowchart.',
    mend: 'begin the fence with flowchart, without directives and scripts',
  },
  'mark-missing': {
    title: 'A sentence of ours does not say what it rests on.',
    mend: 'end the sentence with <Rests on="P1 F1" /> or, for a judgement of your own, <Rests on="editor" />',
  },
  'mark-nowhere': {
    title: 'A mark rests on something that the record does not have.',
    mend: 'name positions and facts of this record, or editor',
  },
} as const);

export type Code = keyof typeof CATALOGUE;

/** Makes a finding of the catalogue. */
export function finding(code: Code, what: string, where: Where): Finding {
  return { code, what, where, mend: CATALOGUE[code].mend };
}
