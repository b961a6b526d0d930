import type { Line, Zone } from '../model/message.ts';

/** What a reader sees a line as: somebody's words, code, or what the archive put round them. */
export type Part = 'words' | 'code' | 'frame';

const PART: Record<Zone, Part> = {
  header: 'frame',
  navigation: 'frame',
  footer: 'frame',
  signature: 'frame',
  attribution: 'words',
  prose: 'words',
  list: 'words',
  code: 'code',
  diff: 'code',
};

/** Says whether positions are looked for in a line. */
export function isRead(line: Line): boolean {
  return line.zone === 'prose' || line.zone === 'list';
}

/** Says which part of a page a line belongs to. */
export function partOf(line: Line): Part {
  return PART[line.zone];
}

/** Consecutive lines of one speaker at one depth. */
export interface Run<Item> {
  readonly speaker: string | null;
  readonly basis: Line['basis'];
  readonly reason: string | null;
  readonly part: Part;
  readonly depth: number;
  readonly items: readonly Item[];
}

/** Consecutive runs that are all quoted, or all not. */
export interface Block<Item> {
  readonly quoted: boolean;
  readonly runs: readonly Run<Item>[];
}

/**
 * Groups lines in file order into runs. An empty line never begins a run: it belongs to the words before it, or to those
 * after it where it is quoted less deeply than the words before it.
 */
export function runsOf<Item extends { readonly line: Line }>(items: readonly Item[]): Run<Item>[] {
  const runs: { head: Line; items: Item[] }[] = [];
  let waiting: Item[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run !== undefined && isEmpty(item.line)) {
      if (item.line.depth < run.head.depth || waiting.length > 0) waiting.push(item);
      else run.items.push(item);
      continue;
    }
    if (run !== undefined && sameVoice(run.head, item.line)) run.items.push(...waiting, item);
    else runs.push({ head: item.line, items: [...waiting, item] });
    waiting = [];
  }
  runs.at(-1)?.items.push(...waiting);
  return runs.map(({ head, items: members }) => ({
    speaker: head.speaker,
    basis: head.basis,
    reason: head.reason ?? null,
    part: partOf(head),
    depth: head.depth,
    items: members,
  }));
}

/** Groups runs into blocks of quotation and of the author's own words. */
export function blocksOf<Item>(runs: readonly Run<Item>[]): Block<Item>[] {
  const blocks: { quoted: boolean; runs: Run<Item>[] }[] = [];
  for (const run of runs) {
    const quoted = run.depth > 0;
    const block = blocks.at(-1);
    if (block !== undefined && block.quoted === quoted) block.runs.push(run);
    else blocks.push({ quoted, runs: [run] });
  }
  return blocks;
}

function sameVoice(a: Line, b: Line): boolean {
  return a.speaker === b.speaker && a.basis === b.basis && a.depth === b.depth && partOf(a) === partOf(b);
}

function isEmpty(line: Line): boolean {
  return line.raw.slice(line.prefix).trim() === '';
}
