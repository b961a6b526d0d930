import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Decision } from '../../model/decision.ts';
import { fullId } from '../../model/id.ts';
import type { Position } from '../../model/position.ts';
import { evidenceFor } from '../../model/quote.ts';
import type { Redirect } from '../../model/redirect.ts';
import type { Knowledge } from '../../records/knowledge.ts';
import { loadKnowledge } from '../../records/load.ts';
import type { RecordFile } from '../../records/record-file.ts';
import { editedRecordText } from '../../records/write.ts';
import { planRelease, removeWords, writeRelease } from '../index.ts';

/** What was done to a content, by the ids concerned. Every decision named here is another. */
export interface TenYears {
  /** Decisions: one with another title and a word of its prose changed, one asked otherwise, one that came out otherwise. */
  readonly renamed: string;
  readonly reworded: string;
  readonly fated: string;
  /** A decision that now supersedes another. */
  readonly superseding: string;
  readonly superseded: string;
  /** A decision merged into another: its first position was copied there, the others went with it. */
  readonly merged: string;
  readonly into: string;
  readonly copied: string;
  /** Positions: of another stance; quoted otherwise; withdrawn in the record; taken out with its words. */
  readonly stance: string;
  readonly quoted: string;
  readonly withdrawn: string;
  readonly removed: string;
  /** What the removed one said. */
  readonly removedWords: string;
}

/** Releases a content as it is, as `npm run release` does; gives the ids that got a version. */
export async function release(root: string, date: string): Promise<string[]> {
  const knowledge = await loadKnowledge(root);
  const { versions, findings } = planRelease(knowledge, knowledge.released.histories, date);
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  writeRelease(root, versions);
  return versions.map(({ id }) => id);
}

/**
 * Does to a copy of a content what ten years do: renames, rewords, merges, corrects, withdraws, mends a word. Nothing is chosen
 * by name, so that it does not matter which records there are, as long as there are enough of them.
 */
export async function tenYears(root: string): Promise<TenYears> {
  const knowledge = await loadKnowledge(root);
  const named = namedIn(root);
  const counts = ({ review, withdrawn }: Position) => review !== 'rejected' && withdrawn === undefined;
  const countingOf = ({ decision }: RecordFile) => decision.positions.filter(counts);
  /** A position that can go: on neither side, and no other record, theme or position speaks of it. */
  const quiet = (home: RecordFile) =>
    countingOf(home).find(
      ({ id, stance }) =>
        ['concedes', 'reports', 'asks'].includes(stance) &&
        !named(fullId(home.decision.id, id), home.decision.id) &&
        home.decision.positions.every((one) => one.respondsTo !== id),
    );

  const left = [...knowledge.records];
  /** Takes the first record left in which something is found; a second one is never the same. */
  function take<T>(find: (record: RecordFile) => T | null | undefined): [RecordFile, T] {
    for (const [index, record] of left.entries()) {
      const found = find(record);
      if (found === null || found === undefined) continue;
      left.splice(index, 1);
      return [record, found];
    }
    throw new Error('the content has too few records for this test');
  }
  const any = () => take(({ decision }) => decision)[1];

  const [merged, [first]] = take((one) => {
    const counting = countingOf(one);
    return named(one.decision.id, one.decision.id) || counting.length < 2 ? null : counting;
  });
  const [removing, removed] = take(quiet);
  const [withdrawing, withdrawn] = take(quiet);
  const [correcting, corrected] = take((one) => countingOf(one).find(({ stance }) => stance === 'supports'));
  const [quoting, [quoted, shorter] ] = take((one) =>
    countingOf(one).flatMap((position): [Position, Position['evidence']][] => {
      const evidence = cutShort(position, knowledge);
      return evidence === null ? [] : [[position, evidence]];
    })[0],
  );
  const [fating] = take(({ decision }) => decision.options.find(({ fate }) => fate === 'open'));
  const [renaming] = take((one) => one.body.includes(' the ') || null);
  const [into, [rewording, superseding, superseded]] = [take(({ decision }) => decision)[0], [any(), any(), any()]];
  if (first === undefined) throw new Error('the merged record has no position');

  const fileOf = (id: string) => knowledge.records.find(({ decision }) => decision.id === id);
  const write = ({ file }: RecordFile, text: string) => writeFileSync(join(root, file), text);
  const edit = (decision: Decision, change: Partial<Decision>) => {
    const home = fileOf(decision.id);
    if (home !== undefined) write(home, editedRecordText(home, { ...decision, ...change }));
  };
  const editPosition = ({ decision }: RecordFile, { id }: Position, change: Partial<Position>) =>
    edit(decision, { positions: decision.positions.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  const highest = ({ decision: { minted, positions } }: RecordFile) =>
    Math.max(minted ?? 0, ...positions.map(({ id }) => Number(id.slice(1))));

  const { decision: old } = renaming;
  const renamed = editedRecordText(renaming, { ...old, title: `${old.title}, renamed` });
  write(renaming, renamed.replace(renaming.body, renaming.body.replace(' the ', ' teh ')));
  edit(rewording, { question: rewording.question.replace(/\?$/, ', after all?') });
  edit(fating.decision, {
    options: fating.decision.options.map((one) => (one.fate === 'open' ? { ...one, fate: 'abandoned' } : one)),
  });
  edit(superseding, { relations: [...superseding.relations, { kind: 'supersedes', target: superseded.id }] });
  editPosition(correcting, corrected, { stance: 'proposes' });
  editPosition(quoting, quoted, { evidence: shorter });
  editPosition(withdrawing, withdrawn, { withdrawn: 'A reader showed that it was said in jest.' });
  const without = { positions: removing.decision.positions.filter((one) => one !== removed), minted: highest(removing) };
  const text = editedRecordText(removing, { ...removing.decision, ...without });
  write(removing, text.replace(removing.body, unmarked(removing.body, removed.id)));
  const number = `P${highest(into) + 1}`;
  const { respondsTo: _, ...copy } = first;
  const known = new Set(into.decision.options.map(({ term }) => term));
  const options = merged.decision.options.filter(({ term }) => !known.has(term));
  edit(into.decision, {
    positions: [...into.decision.positions, { ...copy, id: number, extractor: 'editor' }],
    options: [...into.decision.options, ...options.map(({ term }) => ({ term, fate: 'open' as const, facts: [] }))],
    aliases: [...into.decision.aliases, merged.decision.id],
  });
  rmSync(join(root, merged.file));

  const done: TenYears = {
    renamed: old.id,
    reworded: rewording.id,
    fated: fating.decision.id,
    superseding: superseding.id,
    superseded: superseded.id,
    merged: merged.decision.id,
    into: into.decision.id,
    copied: fullId(into.decision.id, number),
    stance: fullId(correcting.decision.id, corrected.id),
    quoted: fullId(quoting.decision.id, quoted.id),
    withdrawn: fullId(withdrawing.decision.id, withdrawn.id),
    removed: fullId(removing.decision.id, removed.id),
    removedWords: removed.evidence.exact,
  };
  const redirects: Redirect[] = [
    ...knowledge.redirects,
    { from: fullId(done.merged, first.id), to: done.copied, code: 'merged', reason: 'It stands in the record that took over.' },
    { from: done.removed, to: null, code: 'author-request', reason: 'Its author asked for it in a letter.', date: '2036-01-01' },
  ];
  writeFileSync(join(root, 'content/redirects.yaml'), stringify(redirects));
  removeWords(root, [done.removed]);
  return done;
}

/** Prose that neither shows a position nor rests on it. */
function unmarked(body: string, id: string): string {
  return body
    .replaceAll(`<Position id="${id}" />`, '')
    .replace(/<Rests on="([^"]*)" \/>/g, (_, on: string) => {
      const rest = on.split(' ').filter((one) => one !== id);
      return `<Rests on="${rest.length === 0 ? 'editor' : rest.join(' ')}" />`;
    });
}

/** Whether an id is named anywhere in a content but in the record it belongs to. */
function namedIn(root: string): (id: string, home: string) => boolean {
  const folder = join(root, 'content');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|yaml)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  return (id, home) => files.some(({ name, text }) => !name.includes(home) && new RegExp(`${id}(?!\\d)`).test(text));
}

/** The evidence of a position without its first word, or null where that cannot simply be taken away. */
function cutShort(position: Position, { sources }: Knowledge): Position['evidence'] | null {
  const { evidence, arguments: reasons, condition } = position;
  const { source, start, end, exact, part } = evidence;
  const messages = sources.find(({ slug }) => slug === source)?.messages ?? [];
  const lines = messages.find((one) => one.lines.some((line) => line.number === start.line))?.lines;
  const words = exact.split(' ');
  if (lines === undefined || part !== undefined || condition !== undefined || reasons.length > 0 || words.length < 8) return null;
  const column = start.column + Array.from(words[0] ?? '').length + 1;
  const shorter = evidenceFor(source, lines, { line: start.line, column }, end);
  return shorter.exact === words.slice(1).join(' ') ? shorter : null;
}
