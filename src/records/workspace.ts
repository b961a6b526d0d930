import type { Decision } from '../model/decision.ts';
import type { Position } from '../model/position.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Known } from './match.ts';
import type { RecordFile } from './record.ts';

/** A record while it is being brought up to date; without a file where it is new. */
export interface Draft {
  readonly file: RecordFile | null;
  decision: Decision;
}

/** The records of a run, found by id and by the sources they quote. */
export interface Workspace {
  readonly drafts: Draft[];
  readonly byId: Map<string, Draft>;
  /** What the records held of each source when the run began. */
  readonly knownOf: (source: string) => readonly Known[];
  /** Every id that stands in `redirects.yaml`, on either side. */
  readonly formerIds: readonly string[];
  /** Every decision id that was ever given, as far as anything remembers; who gives one adds it. */
  readonly taken: Set<string>;
}

/** Lays out the records for a run. */
export function makeWorkspace(records: readonly RecordFile[], redirects: readonly Redirect[]): Workspace {
  const drafts: Draft[] = records.map((file) => ({ file, decision: file.decision }));
  const bySource = new Map<string, Known[]>();
  for (const { decision } of drafts) {
    for (const position of decision.positions) {
      const known = { decision: decision.id, position };
      const list = bySource.get(position.evidence.source);
      if (list === undefined) bySource.set(position.evidence.source, [known]);
      else list.push(known);
    }
  }
  const formerIds = redirects.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const ids = [...drafts.flatMap(({ decision }) => [decision.id, ...decision.aliases]), ...formerIds];
  return {
    drafts,
    byId: new Map(drafts.map((draft) => [draft.decision.id, draft])),
    knownOf: (source) => bySource.get(source) ?? [],
    formerIds,
    taken: new Set(ids.map((id) => id.split('-').slice(0, 2).join('-'))),
  };
}

/** The highest number that a position of a record ever had, as far as anything remembers. */
export function highestNumber(decision: Decision, formerIds: readonly string[] = []): number {
  const former = formerIds.flatMap((id) => {
    const [prefix, code, local = ''] = id.split('-');
    return `${prefix}-${code}` === decision.id && local.startsWith('P') ? [Number(local.slice(1))] : [];
  });
  return Math.max(decision.minted ?? 0, ...decision.positions.map(({ id }) => Number(id.slice(1))), ...former);
}

/** Puts a position at the end of a record, and its option among the record's options. */
export function appendPosition(draft: Draft, position: Position): void {
  const { decision } = draft;
  draft.decision = withOption({ ...decision, positions: [...decision.positions, position] }, position.option);
}

/** Puts a position back in its place. */
export function replacePosition(draft: Draft, position: Position): void {
  const { decision } = draft;
  const at = decision.positions.findIndex(({ id }) => id === position.id);
  const before = decision.positions[at];
  if (before === undefined || before === position) return;
  const next = { ...decision, positions: decision.positions.with(at, position) };
  draft.decision = before.option === position.option ? next : withOption(next, position.option);
}

/** An option that a position has just been given joins the options of its record; one that a person took away stays away. */
function withOption(decision: Decision, term: string | null): Decision {
  if (term === null || decision.options.some((option) => option.term === term)) return decision;
  return { ...decision, options: [...decision.options, { term, fate: 'open', facts: [] }] };
}
