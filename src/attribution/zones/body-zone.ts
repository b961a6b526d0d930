import type { Zone } from '../../model/message.ts';

/** A body's lines by what they are for; attribution lines are told apart elsewhere. */
export type BodyZone = Exclude<Zone, 'header' | 'attribution' | 'navigation'>;
