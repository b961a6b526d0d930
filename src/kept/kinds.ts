import { FONT } from '../diagrams/font.ts';

/** What is kept from one run to the next: the module that makes each kind, and files that decide it without being modules. */
export const KINDS = {
  /** Documents with the speakers of their lines. */
  documents: { code: 'src/records/attribute.ts', data: [] },
  /** What the rules find in them. */
  positions: { code: 'src/records/rules.ts', data: [] },
  /** Records as read. */
  records: { code: 'src/records/record.ts', data: [] },
  /** The vocabulary, the people and what is known of each source, as read. */
  lists: { code: 'src/records/load.ts', data: [] },
  /** Diagrams as drawn. */
  diagrams: { code: 'src/diagrams/index.ts', data: [FONT] },
  /** What the files of the archive are like, beside the archive itself. */
  archive: { code: 'src/offline/packer.ts', data: [] },
} as const;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = [
  'documents',
  'positions',
  'records',
  'lists',
  'diagrams',
  'archive',
] as const satisfies readonly Kind[];
