import type { Target } from '../target.ts';
import { attribution, extraction } from './attribution.ts';
import { citations } from './citations.ts';
import { maps, mermaidText } from './diagrams.ts';
import { packed, readers } from './readers.ts';
import { mdxBodies, records, recordTexts, yaml } from './records.ts';
import { queries, tokens } from './search.ts';
import { mentions, sentences, shown } from './text.ts';

/** Everything that reads what others wrote, or writes it down. */
export const TARGETS: readonly Target[] = [
  ...readers,
  packed,
  attribution,
  extraction,
  sentences,
  shown,
  records,
  recordTexts,
  yaml,
  mdxBodies,
  mermaidText,
  maps,
  citations,
  mentions,
  tokens,
  queries,
];
