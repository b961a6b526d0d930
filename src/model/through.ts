import type { Position } from './position.ts';

/**
 * Says through whom words are known, where they are not known at first hand: quoted by another, or told by another in words of
 * their own. Null at first hand.
 *
 * @param name How the name of who quotes is to be shown; as written, unless given.
 * @example through({ secondHand: true, quotedBy: 'Ann' }) → 'as quoted by Ann'
 * @example through({ secondHand: true, quotedBy: 'Ann', told: true }) → 'as told by Ann'
 */
export function through(
  { secondHand, quotedBy, told }: Pick<Position, 'secondHand' | 'quotedBy' | 'told'>,
  name: (written: string) => string = (written) => written,
): string | null {
  if (!secondHand) return null;
  if (quotedBy === undefined) return 'at second hand';
  return `as ${told === true ? 'told' : 'quoted'} by ${name(quotedBy)}`;
}
