import type { Decision } from '../model/decision.ts';
import { years } from './dates.ts';
import type { PlacedPosition } from './placed.ts';

/** A row of the register of decisions. */
export interface RegisterRow {
  readonly decision: Decision;
  /** From the first to the last of its words and facts, such as `2003–2019`. */
  readonly years: string;
  readonly holders: readonly string[];
  readonly positions: number;
}

/** The register: every decision that was not withdrawn, by the first words said on it, then by id. */
export function registerOf(decisions: readonly Decision[], positions: readonly PlacedPosition[]): RegisterRow[] {
  const byDecision = Map.groupBy(positions, (placed) => placed.decision.id);
  return decisions
    .filter((decision) => decision.status !== 'withdrawn')
    .map((decision) => {
      const own = byDecision.get(decision.id) ?? [];
      const said = own.map(({ date }) => date);
      const dates = [...said, ...decision.outcome.facts.map(({ date }) => date)];
      return {
        decision,
        first: (said.length > 0 ? said : dates).toSorted().at(0) ?? '',
        row: rowOf(decision, own, dates),
      };
    })
    .sort((a, b) => (a.first === b.first ? (a.decision.id < b.decision.id ? -1 : 1) : a.first < b.first ? -1 : 1))
    .map(({ row }) => row);
}

function rowOf(decision: Decision, own: readonly PlacedPosition[], dates: readonly string[]): RegisterRow {
  const holders = new Set(own.flatMap(({ position }) => (position.holder === null ? [] : [position.holder])));
  return { decision, years: years(dates), holders: [...holders], positions: own.length };
}
