import type { Stance } from './position.ts';

interface Verb {
  /** With an option behind it, told from later. */
  readonly on: string;
  /** Where no option is named, told from later. */
  readonly alone: string;
  /** With an option behind it, as a heading has it. */
  readonly heading: string;
}

const VERBS: Readonly<Record<Stance, Verb>> = {
  proposes: { on: 'proposed', alone: 'made a proposal', heading: 'proposes' },
  supports: { on: 'supported', alone: 'agreed', heading: 'supports' },
  opposes: { on: 'opposed', alone: 'objected', heading: 'opposes' },
  concedes: { on: 'conceded a point on', alone: 'conceded a point', heading: 'concedes a point on' },
  reports: { on: 'reported on', alone: 'reported', heading: 'reports on' },
  asks: { on: 'asked about', alone: 'asked', heading: 'asks about' },
};

/** What a person did who took a stance, told from later. @example stood('opposes', 'raw devices') → 'opposed raw devices' */
export function stood(stance: Stance, option: string | null): string {
  const { on, alone } = VERBS[stance];
  return option === null ? alone : `${on} ${option}`;
}

/** What a position is called. @example headingOf('Ann', 'reports', 'raw devices') → 'Ann reports on raw devices' */
export function headingOf(holder: string | null, stance: Stance, option: string | null): string {
  const name = holder ?? 'An unnamed speaker';
  return option === null ? `${name} ${stance}` : `${name} ${VERBS[stance].heading} ${option}`;
}

/** The side of a stance; what is on neither side contests nothing. */
export const SIDE: Readonly<Record<Stance, 'for' | 'against' | null>> = {
  proposes: 'for',
  supports: 'for',
  opposes: 'against',
  concedes: null,
  reports: null,
  asks: null,
};
