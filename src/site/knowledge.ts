import type { Knowledge, SourceEntry as ReadSource } from '../records/knowledge.ts';

/** An archived document as the site needs it. */
export type SourceEntry = Pick<ReadSource, 'slug' | 'source' | 'bytes' | 'messages'>;

/** What the pages are made of, read once: the content, less where each piece of it stands in its file. */
export interface SiteKnowledge extends Pick<Knowledge, 'terms' | 'people' | 'decisions' | 'redirects' | 'themes'> {
  readonly sources: readonly SourceEntry[];
}
