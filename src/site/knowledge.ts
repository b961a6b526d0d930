import type { Decision } from '../model/decision.ts';
import type { AttributedMessage } from '../model/message.ts';
import type { Person } from '../model/person.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Source } from '../model/source.ts';
import type { Term } from '../model/term.ts';
import type { Theme } from '../model/theme.ts';

/** An archived document as the site needs it. */
export interface SourceEntry {
  readonly slug: string;
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly messages: readonly AttributedMessage[];
}

/** Everything the pages are made of, read once. */
export interface SiteKnowledge {
  readonly sources: readonly SourceEntry[];
  readonly terms: readonly Term[];
  readonly people: readonly Person[];
  readonly decisions: readonly Decision[];
  readonly redirects: readonly Redirect[];
  readonly themes: readonly Theme[];
}
