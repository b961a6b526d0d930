import type { Decision } from '../model/decision.ts';
import type { Person } from '../model/person.ts';
import type { Finding } from '../model/problem.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Source } from '../model/source.ts';
import type { Term } from '../model/term.ts';
import type { Theme } from '../model/theme.ts';
import type { Histories } from '../versions/version.ts';
import type { AttributedDocument } from './attribute.ts';
import type { RecordFile } from './record.ts';
import type { Path } from './yaml.ts';

/** An archived document with what `source.yaml` says of it and who speaks on each line. */
export interface SourceEntry extends AttributedDocument {
  readonly slug: string;
  /** Path of `message.txt`, relative to the root. */
  readonly file: string;
  /** Path of `source.yaml`, relative to the root. */
  readonly metaFile: string;
  readonly source: Source;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes as they are now. */
  readonly sha256: string;
  readonly lineOf: (path: Path) => number;
}

/** A list in one YAML file, such as `terms.yaml`, and the lines on which its entries stand. */
export interface Listed {
  readonly file: string;
  readonly lineOf: (path: Path) => number;
}

/** Everything `content/` holds, read once. Lists are in the order of slugs and ids, in code units. */
export interface Knowledge {
  /** The folder that holds `content/`. */
  readonly root: string;
  readonly sources: readonly SourceEntry[];
  readonly terms: readonly Term[];
  readonly people: readonly Person[];
  readonly redirects: readonly Redirect[];
  readonly themes: readonly Theme[];
  /** The records as files, for who edits or checks them. */
  readonly records: readonly RecordFile[];
  /** The records' contents, in the same order. */
  readonly decisions: readonly Decision[];
  readonly files: Readonly<Record<'terms' | 'people' | 'redirects' | 'themes', Listed>>;
  /** What was released of each id, and what is wrong with the files that say so. */
  readonly released: { readonly histories: Histories; readonly findings: readonly Finding[] };
  /** What could not be read or does not fit its schema; such a file is left out above. */
  readonly findings: readonly Finding[];
}
