import type { z } from 'zod';
import type { Fate, How, RelationKind, Status } from '../model/decision.ts';
import type { Basis } from '../model/message.ts';
import type { Hedge, Stance } from '../model/position.ts';

/** The order in which stances are listed: for, against, neither. */
export const STANCES: readonly Stance[] = ['proposes', 'supports', 'opposes', 'concedes', 'reports', 'asks'];

export const FATE_WORDS: Record<Fate, string> = {
  adopted: 'adopted',
  'partly-adopted': 'partly adopted',
  rejected: 'rejected',
  abandoned: 'abandoned',
  open: 'open',
};

export const STATUS_WORDS: Record<Status, string> = {
  open: 'open',
  settled: 'settled',
  superseded: 'superseded',
  abandoned: 'abandoned',
  withdrawn: 'withdrawn',
};

/** What a status means for a reader who lands on a page by a link. */
export const STATUS_NOTES: Partial<Record<Status, string>> = {
  superseded: 'A later decision has taken the place of this one.',
  abandoned: 'The question was given up without an answer.',
  withdrawn: 'This record was withdrawn. Its address stays, its content is no longer vouched for.',
};

/** How a question came to its end. */
export const HOW_WORDS: Record<How, string> = {
  merged: 'A change was merged.',
  removed: 'What it was about was removed.',
  superseded: 'A later proposal took its place.',
  'built-otherwise': 'Something was built that nobody had proposed there.',
  'never-decided': 'No decision was found.',
  unknown: 'How it was decided is not known.',
};

export const HEDGE_WORDS: Record<Hedge, string | null> = {
  none: null,
  low: 'lightly hedged',
  medium: 'hedged',
  high: 'strongly hedged',
};

/** How the speaker is known, where a reader must be told. */
export const BASIS_NOTES: Partial<Record<Basis, string>> = {
  signature: 'The archive lost the sender; the name stands in the signature.',
  inferred: 'Nothing in the archive names this speaker; the name is a conclusion from the conversation.',
  unknown: 'Nothing in the archive says who wrote these words.',
};

type Kind = z.infer<typeof RelationKind>;

/** A relation as it reads on the page that states it, and on the page it points to. */
export const RELATION_WORDS: Record<Kind, { readonly forward: string; readonly inverse: string }> = {
  supersedes: { forward: 'supersedes', inverse: 'is superseded by' },
  refines: { forward: 'refines', inverse: 'is refined by' },
  'depends-on': { forward: 'depends on', inverse: 'is needed by' },
  'conflicts-with': { forward: 'conflicts with', inverse: 'conflicts with' },
  related: { forward: 'is related to', inverse: 'is related to' },
};
