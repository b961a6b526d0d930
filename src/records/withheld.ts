import type { FoundPosition } from '../model/position.ts';
import { comparePlaces, type Place } from '../model/primitives.ts';
import type { Source } from '../model/source.ts';

/** Leaves out what was found where words have been taken out of a source: what stands there now is nobody's. */
export function withoutWithheld(
  found: readonly FoundPosition[],
  { withheld = [] }: Pick<Source, 'withheld'>,
): readonly FoundPosition[] {
  const touches = ({ start, end }: { start: Place; end: Place }): boolean =>
    withheld.some((one) => comparePlaces(start, one.end) <= 0 && comparePlaces(one.start, end) <= 0);
  if (withheld.length === 0) return found;
  const kept = found.filter((one) => one.part !== undefined || !touches(one));
  const places = new Map(kept.map((one, index) => [found.indexOf(one), index]));
  return kept.map(({ respondsTo, ...rest }) => {
    const answers = respondsTo === undefined ? undefined : places.get(respondsTo);
    return answers === undefined ? rest : { ...rest, respondsTo: answers };
  });
}
