import type { FoundPosition } from '../model/position.ts';
import { comparePlaces } from '../model/primitives.ts';
import type { Source } from '../model/source.ts';

/** Leaves out what was found where words have been taken out of a source: what stands there now is nobody's. */
export function withoutWithheld(
  found: readonly FoundPosition[],
  { withheld = [] }: Pick<Source, 'withheld'>,
): readonly FoundPosition[] {
  const touches = ({ part, message, start, end }: FoundPosition): boolean =>
    withheld.some(
      (one) =>
        one.part === part &&
        (part === undefined || one.message === message) &&
        comparePlaces(start, one.end) <= 0 &&
        comparePlaces(one.start, end) <= 0,
    );
  if (withheld.length === 0) return found;
  const kept = found.filter((one) => !touches(one));
  const places = new Map(kept.map((one, index) => [found.indexOf(one), index]));
  return kept.map(({ respondsTo, ...rest }) => {
    const answers = respondsTo === undefined ? undefined : places.get(respondsTo);
    return answers === undefined ? rest : { ...rest, respondsTo: answers };
  });
}
