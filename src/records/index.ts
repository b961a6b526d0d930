export { type AttributedDocument, attributeDocument } from './attribute.ts';
export { COMPONENTS } from './components.ts';
export type { Knowledge, Listed, SourceEntry } from './knowledge.ts';
export { loadKnowledge } from './load.ts';
export { type RecordFile, readRecord } from './record.ts';
