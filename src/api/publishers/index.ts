import type { Publisher } from '../publisher.ts';
import { action } from './action.ts';
import { annotations } from './annotations.ts';
import { argdown } from './argdown.ts';
import { badges } from './badges.ts';
import { cards } from './cards.ts';
import { bibliography, citations } from './citations.ts';
import { collections, corpusFile, pattern, schema } from './collections.ts';
import { csv } from './csv.ts';
import { feeds } from './feeds.ts';
import { jsonLd } from './json-ld.ts';
import { llms } from './llms.ts';
import { madr } from './madr.ts';
import { markdown } from './markdown.ts';
import { mid } from './mid.ts';
import { opensearch } from './opensearch.ts';
import { records } from './records.ts';
import { redirects } from './redirects.ts';
import { sitemap } from './sitemap.ts';
import { sqlite } from './sqlite.ts';

/** Every kind of file that is published for machines. A new one is a module and a line here. */
export const PUBLISHERS: readonly Publisher[] = [
  records,
  markdown,
  jsonLd,
  ...citations,
  argdown,
  madr,
  badges,
  cards,
  corpusFile,
  collections,
  csv,
  sqlite,
  bibliography,
  annotations,
  mid,
  schema,
  pattern,
  feeds,
  sitemap,
  llms,
  opensearch,
  action,
  redirects,
];
