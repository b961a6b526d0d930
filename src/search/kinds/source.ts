import type { Line } from '../../model/message.ts';
import { visibleText } from '../../model/visible.ts';
import { lineIds } from '../../site/line-ids.ts';
import { sourceUrl } from '../../site/urls.ts';
import { distinct, fromRoot, type Lookup, present } from '../lookup.ts';
import type { SearchRecord, SearchSource } from '../record.ts';

/** A passage is ended at the next blank line once it has this many characters: a hit should be read at a glance. */
const LONG_PASSAGE = 1_200;

/**
 * The archived messages, in passages of one speaker each, so that no hit gives one person the words of another. What is
 * known to be quoted from a message of the same archive is found there, in its author's own message.
 */
export function sourceRecords(known: Lookup): SearchRecord[] {
  return known.knowledge.sources.flatMap((source) => {
    const ids = lineIds(source.messages);
    return source.messages.flatMap(({ lines, subject }) =>
      passages(lines).map((passage) => passageRecord(source, subject, passage, ids, known)),
    );
  });
}

/** Runs of neighbouring text lines of one speaker, without those that hold nothing. */
export function passages(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  let length = 0;
  const end = () => {
    if (run.some((line) => textOf(line) !== '')) runs.push(run);
    run = [];
    length = 0;
  };
  for (const line of lines) {
    const last = run.at(-1);
    if (last !== undefined && !continues(last, line)) end();
    if (length > LONG_PASSAGE && textOf(line) === '') end();
    if (!isText(line) || (run.length === 0 && textOf(line) === '')) continue;
    run.push(line);
    length += line.raw.length;
  }
  end();
  return runs;
}

/** Two speakers who are both unknown are not one: the depth tells them apart. */
function continues(last: Line, line: Line): boolean {
  const sameSpeaker = line.speaker === last.speaker && line.depth === last.depth;
  return isText(line) && sameSpeaker && line.part === last.part && line.number === last.number + 1;
}

function isText({ zone, original }: Line): boolean {
  return original === undefined && (zone === 'prose' || zone === 'list' || zone === 'code' || zone === 'diff');
}

function textOf(line: Line): string {
  return line.raw.slice(line.prefix).trim();
}

function passageRecord(
  { slug, source }: SearchSource,
  subject: string,
  passage: readonly Line[],
  ids: ReadonlyMap<Line, string>,
  known: Lookup,
): SearchRecord {
  const [first] = passage;
  const speaker = first?.speaker ?? null;
  const holder = speaker === null ? null : known.canonical(speaker);
  const date = source.date.slice(0, 10);
  return {
    kind: 'source',
    url: `${fromRoot(sourceUrl(slug))}#${first === undefined ? '' : ids.get(first)}`,
    title: subject === '' ? source.title : subject,
    text: passage.map((line) => visibleText(textOf(line))),
    also: speaker === null ? [] : known.namesOf(speaker),
    meta: present({
      holder,
      basis: first?.basis === 'inferred' ? 'inferred' : null,
      year: date.slice(0, 4),
      list: source.list,
      line: first === undefined ? null : String(first.number),
    }),
    filters: { holder: distinct([holder]), year: [date.slice(0, 4)], list: [source.list] },
    date,
  };
}
