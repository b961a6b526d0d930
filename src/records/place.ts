import { mintDecisionId } from '../model/id.ts';
import { draftDecision, isDrafted, meet } from './draft.ts';
import { questionFor } from './draft-question.ts';
import type { Extracted } from './fields.ts';
import { conversationsOf, type FoundInSource } from './found.ts';
import { type Draft, highestNumber, type Workspace } from './workspace.ts';

/** The record and the number of a position found. */
export interface Home {
  readonly draft: Draft;
  readonly id: string;
}

/**
 * Finds a record and a number for each position that no record holds yet and that is sure enough to be drafted: the record
 * that holds most positions of its conversation, else a new one, if there at least two people or two options meet.
 *
 * @param homes Index in `found` → home, of the positions that are known already.
 * @returns the homes of the new ones.
 */
export function placeNew(
  workspace: Workspace,
  source: FoundInSource,
  found: readonly Extracted[],
  homes: ReadonlyMap<number, Home>,
): Map<number, Home> {
  const conversations = conversationsOf(source.messages);
  const groups = new Map<string, number[]>();
  found.forEach((one, index) => {
    if (homes.has(index) || !isDrafted(one.confidence)) return;
    const conversation = conversations.get(source.found[index]?.message ?? '') ?? '';
    groups.set(conversation, [...(groups.get(conversation) ?? []), index]);
  });
  const placed = new Map<number, Home>();
  for (const [conversation, indexes] of groups) {
    const lines = linesOf(source, conversations, conversation);
    const draft = fullestRecord(workspace, source.slug, lines) ?? mintRecord(workspace, source, found, indexes);
    if (draft === null) continue;
    const first = highestNumber(draft.decision, workspace.formerIds) + 1;
    indexes.forEach((index, order) => {
      placed.set(index, { draft, id: `P${first + order}` });
    });
  }
  return placed;
}

function linesOf(
  source: FoundInSource,
  conversations: ReadonlyMap<string, string>,
  conversation: string,
): ReadonlySet<string> {
  const messages = source.messages.filter(({ id }) => conversations.get(id) === conversation);
  return new Set(messages.flatMap(({ lines }) => lines.map(({ part = '', number }) => `${part} ${number}`)));
}

/** The record that holds most positions of a conversation; of several, the one with the first id. */
function fullestRecord(workspace: Workspace, slug: string, lines: ReadonlySet<string>): Draft | null {
  const counts = new Map<string, number>();
  for (const { decision, position } of workspace.knownOf(slug)) {
    const { part = '', start } = position.evidence;
    if (lines.has(`${part} ${start.line}`)) counts.set(decision, (counts.get(decision) ?? 0) + 1);
  }
  const [fullest] = [...counts]
    .filter(([id]) => workspace.byId.get(id)?.decision.status !== 'withdrawn')
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return (fullest === undefined ? undefined : workspace.byId.get(fullest[0])) ?? null;
}

function mintRecord(
  workspace: Workspace,
  source: FoundInSource,
  found: readonly Extracted[],
  indexes: readonly number[],
): Draft | null {
  const positions = indexes.flatMap((index) => found[index] ?? []);
  const [first] = positions;
  const place = source.found[indexes[0] ?? -1];
  if (first === undefined || place === undefined || !meet(positions)) return null;
  const id = mintDecisionId(first.evidence.sha256, workspace.taken);
  const subject = source.messages.find((message) => message.id === place.message)?.subject ?? '';
  const question = questionFor(
    subject,
    indexes.flatMap((index) => source.found[index] ?? []),
    place.question,
  );
  const draft: Draft = { file: null, decision: draftDecision(id, subject, question) };
  workspace.drafts.push(draft);
  workspace.byId.set(id, draft);
  workspace.taken.add(id);
  return draft;
}
