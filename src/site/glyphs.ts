import type { Fate } from '../model/decision.ts';
import type { Stance } from '../model/position.ts';

/** A drawn mark of 12 by 12 units: what is stroked, and what is filled. */
interface Drawing {
  readonly line?: string;
  readonly solid?: string;
}

const RING = 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10';

/** The marks that stand beside stances and fates, always with the word: nothing is told by colour or form alone. */
export const GLYPHS: Readonly<Record<Stance | Fate, Drawing>> = {
  proposes: { line: 'M6 1L11 6L6 11L1 6Z', solid: 'M6 3.6L8.4 6L6 8.4L3.6 6Z' },
  supports: { line: 'M6 1.5V10.5M1.5 6H10.5' },
  opposes: { line: 'M1.5 6H10.5' },
  concedes: { line: 'M6 1V7M3 4H9M3 10.5H9' },
  reports: { line: 'M1.5 3H10.5M1.5 6H10.5M1.5 9H7' },
  asks: { line: 'M3.2 4A2.8 2.8 0 1 1 6 6.8V8', solid: 'M6 9.7a1 1 0 1 0 0 2a1 1 0 1 0 0-2' },
  adopted: { line: 'M1.5 6.5L4.5 9.5L10.5 2.5' },
  'partly-adopted': { line: RING, solid: 'M6 1a5 5 0 0 0 0 10Z' },
  rejected: { line: 'M2 2L10 10M10 2L2 10' },
  abandoned: { line: 'M3 6H3.1M6 6H6.1M9 6H9.1' },
  open: { line: RING },
};

export type GlyphName = Stance | Fate;

/** Whether a stance speaks for the option, against it, or neither: its colour. */
export const STANCE_TONE: Record<Stance, 'for' | 'against' | 'neither'> = {
  proposes: 'for',
  supports: 'for',
  opposes: 'against',
  concedes: 'neither',
  reports: 'neither',
  asks: 'neither',
};

export const FATE_TONE: Record<Fate, 'for' | 'against' | 'neither'> = {
  adopted: 'for',
  'partly-adopted': 'for',
  rejected: 'against',
  abandoned: 'against',
  open: 'neither',
};
