export { loadPublished, type Published } from './load.ts';
export { publishedFiles } from './publish.ts';
export type { PublishedFile, Publisher } from './publisher.ts';
export { PUBLISHERS } from './publishers/index.ts';
export { writePublishedFiles } from './write.ts';
