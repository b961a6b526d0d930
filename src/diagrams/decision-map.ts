import type { Decision } from '../model/decision.ts';
import { clip, escapeHref, escapeLabel, quoteLabel } from './escape.ts';
import { MAX_EDGES, MAX_NODES } from './limits.ts';
import { rowsOf } from './rows.ts';

export interface DecisionMapContext {
  readonly hrefOf: (id: string) => string;
  /** How many decisions are drawn before the rest is summed up in one box; `Infinity` draws as many as can be drawn at all. */
  readonly cap?: number;
}

const CAP = 60;
const TITLE = 160;

type RelationKind = Decision['relations'][number]['kind'];

/** How each relation is drawn and worded; `related` has no direction. */
const RELATIONS: Readonly<Record<RelationKind, { readonly line: string; readonly label: string }>> = {
  supersedes: { line: '==>', label: 'supersedes' },
  refines: { line: '-->', label: 'refines' },
  'depends-on': { line: '-->', label: 'depends on' },
  'conflicts-with': { line: '-.->', label: 'conflicts with' },
  related: { line: '---', label: 'related' },
};

/**
 * Writes all decisions and how they bear on each other as a Mermaid flowchart, in the order given; decisions without any
 * relation stand by themselves. Beyond the cap, decisions with relations come first and one box counts the rest. Of no
 * decision at all it writes a flowchart without nodes, which there is no picture of.
 */
export function decisionMap(decisions: readonly Decision[], { hrefOf, cap = CAP }: DecisionMapContext): string {
  const shown = chosen(decisions, Math.min(cap, MAX_NODES));
  const ids = new Map(shown.map(({ id }, index) => [id, `d${index + 1}`]));
  const relations = shown.flatMap(({ id, relations }) =>
    relations.flatMap(({ kind, target }) => {
      const [from, to] = [ids.get(id), ids.get(target)];
      return from === undefined || to === undefined ? [] : [{ from, to, ...RELATIONS[kind] }];
    }),
  );
  const drawn = downwards([...ids.values()], relations.slice(0, MAX_EDGES));
  const rest = decisions.length - shown.length;
  return `${[
    'flowchart TB',
    '  accTitle: Map of all decisions',
    `  accDescr: ${escapeLabel(`Decisions: ${decisions.length}. Relations between those shown: ${relations.length}, drawn: ${drawn.length}.`)}`,
    ...shown.flatMap(({ id, title, status }) => [
      `  ${ids.get(id)}[${quoteLabel([clip(title, TITLE), `${id}, ${status}`])}]:::decision-${status}`,
      `  click ${ids.get(id)} href "${escapeHref(hrefOf(id))}"`,
    ]),
    ...(rest === 0 ? [] : [`  more["and ${rest} more decision${rest === 1 ? '' : 's'}"]:::more`]),
    ...drawn.map(({ from, to, line, label }) => `  ${from} ${line}|${label}| ${to}`),
  ].join('\n')}\n`;
}

interface Drawn {
  readonly from: string;
  readonly to: string;
  readonly line: string;
  readonly label: string;
}

/** Writes first of two related decisions the one that had better stand above; a relation with an arrow stays as it is. */
function downwards(ids: readonly string[], relations: readonly Drawn[]): Drawn[] {
  const tied = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const pairs = (pointed: boolean): [string, string][] =>
    relations.flatMap(({ from, to, line }) => (line.endsWith('>') === pointed ? [[from, to]] : []));
  const rows = rowsOf(
    ids.filter((id) => tied.has(id)),
    pairs(true),
    pairs(false),
  );
  return relations.map((one) => {
    const upwards = (rows.get(one.from) ?? 0) > (rows.get(one.to) ?? 0);
    return upwards && !one.line.endsWith('>') ? { ...one, from: one.to, to: one.from } : one;
  });
}

function chosen(decisions: readonly Decision[], cap: number): Decision[] {
  if (decisions.length <= cap) return [...decisions];
  const tied = new Set(decisions.flatMap(({ id, relations }) => relations.flatMap(({ target }) => [id, target])));
  const first = decisions.filter(({ id }) => tied.has(id));
  const kept = new Set([...first, ...decisions.filter(({ id }) => !tied.has(id))].slice(0, cap - 1));
  return decisions.filter((decision) => kept.has(decision));
}
