/** What can stop a command itself: how it was called, the annotations it measures by, the model it asks, the site it makes. */
export const RUNNING = Object.freeze({
  usage: { title: 'A command was called wrongly.', mend: 'see what it says with --help' },
  'machine-refuses': {
    title: 'The machine does not let a command read or write: no space, no permission.',
    mend: 'make room or give permission, and run the command again: what was written is whole, and the rest is done then',
  },
  'gold-missing': {
    title: 'A folder holds no annotated positions.',
    mend: 'name a folder that holds positions.jsonl and the documents',
  },
  'gold-invalid': {
    title: 'An annotated position does not fit its schema.',
    mend: 'see content/evaluation/README.md for the fields',
  },
  'gold-document-missing': { title: 'An annotated document is not there.', mend: 'put it beside positions.jsonl' },
  'gold-slice': {
    title: 'The words annotated are not what the document has there.',
    mend: 'correct start, end or raw in positions.jsonl',
  },
  'block-missing': {
    title: 'A page has no block for figures that a command writes.',
    mend: 'write the two comments that enclose it where it belongs',
  },
  'figures-missing': { title: 'A block of figures holds no table.', mend: 'run npm run evaluate' },
  'model-unreachable': {
    title: 'The server of a model does not answer.',
    mend: 'see that the server runs; what it has answered so far is kept, and the next run goes on from there',
  },
  'model-refused': {
    title: 'The server of a model refuses to answer.',
    mend: 'check --model, --model-name and the key in PRECEDENT_MODEL_KEY',
  },
  'diagram-empty': { title: 'A flowchart has no node.', mend: 'write at least one node' },
  'diagram-part': {
    title: 'A flowchart holds something that is not drawn here: a subgraph, a picture, a script.',
    mend: 'write it with nodes, labels and links alone',
  },
  'diagram-link': {
    title: 'A node leads somewhere that a reader should not be sent.',
    mend: 'link to an address that begins with https://, http:// or /',
  },
  'diagram-kind': { title: 'A diagram is no flowchart.', mend: 'write a flowchart' },
  'diagram-broken': { title: 'A flowchart cannot be read.', mend: 'correct it by the syntax of flowcharts' },
  'diagram-too-large': { title: 'A flowchart is too large to be drawn.', mend: 'split it into smaller ones' },
  'font-missing': {
    title: 'The font that diagrams are measured with is not there.',
    mend: 'run the command in the folder of the project, and restore the file',
  },
  'folder-broken': {
    title: 'A page of the unzipped site would not work there.',
    mend: 'mend the page or src/offline/',
  },
  'zip-too-large': {
    title: 'The site has more bytes than a ZIP archive can hold.',
    mend: 'publish fewer sources at once',
  },
} as const);
