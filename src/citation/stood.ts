import type { Stance } from '../model/position.ts';

const STOOD: Readonly<Record<Stance, { readonly on: string; readonly alone: string }>> = {
  proposes: { on: 'proposed', alone: 'made a proposal' },
  supports: { on: 'supported', alone: 'agreed' },
  opposes: { on: 'opposed', alone: 'objected' },
  concedes: { on: 'conceded a point on', alone: 'conceded a point' },
  reports: { on: 'reported on', alone: 'reported' },
  asks: { on: 'asked about', alone: 'asked' },
};

/** What a person did who took a stance, told from later. @example stood('opposes', 'raw devices') → 'opposed raw devices' */
export function stood(stance: Stance, option: string | null): string {
  const { on, alone } = STOOD[stance];
  return option === null ? alone : `${on} ${option}`;
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
