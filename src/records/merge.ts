import type { Finding } from '../model/problem.ts';
import type { Redirect } from '../model/redirect.ts';
import { divergence } from './divergence.ts';
import { DRAFT_BODY } from './draft.ts';
import type { Extracted } from './fields.ts';
import { type FoundInSource, withEvidence } from './found.ts';
import { matchPositions } from './match.ts';
import { mergeMissing, mergePosition, newPosition, type Verdict } from './merge-position.ts';
import { makeRuler } from './overlap.ts';
import { type Home, placeNew } from './place.ts';
import type { RecordFile } from './record.ts';
import { slugOf } from './slug.ts';
import {
  appendPosition,
  type Draft,
  highestNumber,
  makeWorkspace,
  replacePosition,
  type Workspace,
} from './workspace.ts';
import { editedRecordText, newRecordText } from './write.ts';

/** What a run made of the positions and records, counted; every position of a source that was read counts once. */
export interface MergeCounts {
  readonly positions: Readonly<Record<Verdict | 'new', number>>;
  /** Positions found that were not sure enough, or met no other, and stand in no record. */
  readonly heldBack: number;
  readonly records: { readonly new: number; readonly updated: number; readonly unchanged: number };
}

export interface Merge {
  /** The files that differ, and their new text. */
  readonly writes: readonly { readonly file: string; readonly text: string }[];
  readonly counts: MergeCounts;
  /** What a person may look at: a note for each position on which the record and the extractor differ. */
  readonly notes: readonly Finding[];
}

/**
 * Brings the records up to date with what the extractor finds now. Pure: reads no file and writes none. The same findings
 * over the records just written change nothing.
 *
 * - A position is known again, over all records, by its source, words and holder (see `matchPositions`).
 * - A new one that is sure enough goes to the record that holds most positions of its conversation; where there is none, a
 *   record is minted for the conversation if at least two people or two options meet.
 * - Numbers and ids are never given twice, not even those that only `redirects.yaml` or `minted` remember.
 */
export function mergeFound(
  records: readonly RecordFile[],
  redirects: readonly Redirect[],
  sources: readonly FoundInSource[],
  extractor = 'rules',
): Merge {
  const workspace = makeWorkspace(records, redirects);
  const tally = makeTally();
  for (const source of sources) mergeSource(workspace, source, extractor, tally);
  workspace.drafts.forEach(rememberNumbers);
  const written = workspace.drafts.map(write);
  return {
    writes: written.flatMap(({ file, text, before }) => (text === before ? [] : [{ file, text }])),
    counts: {
      positions: tally.positions,
      heldBack: tally.heldBack,
      records: {
        new: written.filter(({ before }) => before === null).length,
        updated: written.filter(({ before, text }) => before !== null && before !== text).length,
        unchanged: written.filter(({ before, text }) => before === text).length,
      },
    },
    notes: tally.notes,
  };
}

interface Tally {
  readonly positions: Record<Verdict | 'new', number>;
  heldBack: number;
  readonly notes: Finding[];
}

function makeTally(): Tally {
  const positions = { new: 0, updated: 0, diverged: 0, withdrawn: 0, unchanged: 0, rejected: 0 };
  return { positions, heldBack: 0, notes: [] };
}

function mergeSource(workspace: Workspace, source: FoundInSource, extractor: string, tally: Tally): void {
  const found = withEvidence(source);
  const overlap = makeRuler(source.messages);
  const known = workspace.knownOf(source.slug);
  const matched = matchPositions(known, found, overlap);
  const homes = new Map<number, Home>();
  for (const [index, { decision, position }] of matched) {
    const draft = workspace.byId.get(decision);
    if (draft !== undefined) homes.set(index, { draft, id: position.id });
  }
  const placed = placeNew(workspace, source, found, homes);
  const all = new Map([...homes, ...placed]);
  const answered = found.map((one, index) =>
    withAnswer(one, all.get(index), all.get(source.found[index]?.respondsTo ?? -1)),
  );
  for (const [index, { draft, id }] of [...placed].sort(([a], [b]) => a - b)) {
    const one = answered[index];
    if (one !== undefined) appendPosition(draft, newPosition(id, one, extractor));
  }
  tally.positions.new += placed.size;
  tally.heldBack += found.length - all.size;
  const indexOf = new Map([...matched].map(([index, one]) => [one, index]));
  for (const one of known) {
    const draft = workspace.byId.get(one.decision);
    const now = answered[indexOf.get(one) ?? -1];
    if (draft === undefined) continue;
    // What another extractor found, this one can neither miss nor correct: two that differ would overwrite each other in turns.
    if (![extractor, 'editor'].includes(one.position.extractor)) {
      if (now !== undefined) tally.positions[one.position.review === 'rejected' ? 'rejected' : 'unchanged'] += 1;
      continue;
    }
    const merged = now === undefined ? mergeMissing(one.position) : mergePosition(one.position, now, overlap);
    if (merged.diverged.length > 0) tally.notes.push(divergence(draft, merged.position, merged.diverged, now));
    tally.positions[merged.verdict] += 1;
    replacePosition(draft, merged.position);
  }
}

/** What a position answers, by its number, where both stand in the same record. */
function withAnswer(found: Extracted, home: Home | undefined, target: Home | undefined): Extracted {
  if (home === undefined || target === undefined || target.draft !== home.draft || target.id === home.id) return found;
  return { ...found, respondsTo: target.id };
}

function rememberNumbers(draft: Draft): void {
  const highest = highestNumber(draft.decision);
  if (highest > (draft.decision.minted ?? 0)) draft.decision = { ...draft.decision, minted: highest };
}

function write({ file, decision }: Draft): { file: string; text: string; before: string | null } {
  if (file !== null) return { file: file.file, text: editedRecordText(file, decision), before: file.text };
  const path = `content/decisions/${decision.id}-${slugOf(decision.title)}.mdx`;
  return { file: path, text: newRecordText(decision, DRAFT_BODY), before: null };
}
