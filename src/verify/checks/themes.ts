import type { Finding } from '../../model/problem.ts';
import type { Knowledge } from '../../records/knowledge.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** What a theme names exists and counts: its positions, and what each of its sentences rests on. */
export const themes: Check = {
  counts: ['theme', 'themes'],
  promise: 'each of positions and facts that exist',
  run(knowledge) {
    const { file, lineOf } = knowledge.files.themes;
    const { positions, facts } = wholeIds(knowledge);
    const seen = new Set<string>();
    const findings = knowledge.themes.flatMap((theme, index): Finding[] => {
      const at = (...path: (string | number)[]) => ({ file, line: lineOf([index, ...path]), id: theme.id });
      const twice = seen.has(theme.id) ? [finding('id-twice', 'another theme has this id', at('id'))] : [];
      seen.add(theme.id);
      const lost = theme.positions.flatMap((id, place) =>
        positions.has(id) ? [] : [finding('position-unknown', `no ${id}`, at('positions', place))],
      );
      const nowhere = theme.account.flatMap(({ rests }, sentence) =>
        rests.flatMap((id, place) => {
          const holds = id === 'editor' || positions.has(id) || facts.has(id);
          return holds ? [] : [finding('mark-nowhere', `no ${id}`, at('account', sentence, 'rests', place))];
        }),
      );
      return [...twice, ...lost, ...nowhere];
    });
    return { checked: knowledge.themes.length, findings };
  },
};

/** The whole ids of all positions that count, and of all facts. */
function wholeIds({ decisions }: Knowledge): { positions: ReadonlySet<string>; facts: ReadonlySet<string> } {
  const positions = decisions.flatMap((decision) =>
    decision.positions
      .filter(({ withdrawn, review }) => withdrawn === undefined && review !== 'rejected')
      .map(({ id }) => `${decision.id}-${id}`),
  );
  const facts = decisions.flatMap((decision) => decision.outcome.facts.map(({ id }) => `${decision.id}-${id}`));
  return { positions: new Set(positions), facts: new Set(facts) };
}
