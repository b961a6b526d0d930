import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { Numbers } from './numbers.ts';
import { PartHead } from './part.ts';

/** Takes what the parts hold, in the order of the archive whatever shard it came from. */
export interface Sink {
  /** A document that was read whole: its JSON. */
  document(json: string): void;
  /** A document that was read thread by thread begins; its messages and then its positions follow. */
  mailbox(name: string, format: string): void;
  message(json: string): void;
  /** The positions of one message, as JSON joined by commas. */
  positions(json: string): void;
  endMailbox(): void;
}

const FindingLine = z.object({
  code: z.string(),
  what: z.string(),
  where: z.object({ file: z.string(), line: z.int().optional(), id: z.string().optional() }),
  mend: z.string(),
});

const Named = z.strictObject({ name: z.string(), format: z.string() });

/** Where the pieces of one kind lie, by the index of their message. */
class Pieces {
  private readonly parts = new Numbers();
  private readonly offsets = new Numbers();
  private readonly lengths = new Numbers();

  add(index: number, part: number, offset: number, length: number): void {
    this.parts.set(index, part);
    this.offsets.set(index, offset);
    this.lengths.set(index, length);
  }

  *inOrder(): Generator<{ part: number; offset: number; length: number }> {
    for (let index = 0; index < this.parts.length; index += 1) {
      const part = this.parts.at(index);
      if (part >= 0) yield { part, offset: this.offsets.at(index), length: this.lengths.at(index) };
    }
  }
}

interface Merged {
  /** Its name, where it was read thread by thread. */
  name: string | null;
  format: string;
  readonly whole: Pieces;
  readonly messages: Pieces;
  readonly positions: Pieces;
  readonly findings: Finding[];
}

/**
 * Puts the parts of all shards of one plan together and hands them on, document after document, each message where the
 * archive has it. Gives the findings of all shards. Holds of each piece only where it lies.
 *
 * Throws a PrecedentError `parts-unfit` where parts are missing, double, cut short or not of one plan.
 */
export function mergeParts(files: readonly string[], sink: Sink): Finding[] {
  const handles = files.map((file) => openSync(file, 'r'));
  try {
    const documents: Merged[] = [];
    const heads = files.map((file, part) => indexPart(file, handles[part] ?? -1, part, documents));
    checkHeads(files, heads);
    const textOf = ({ part, offset, length }: { part: number; offset: number; length: number }): string => {
      const bytes = Buffer.alloc(length);
      readSync(handles[part] ?? -1, bytes, 0, length, offset);
      return bytes.toString('utf8');
    };
    // `forEach` passes over the indices of documents of which no shard could read anything.
    documents.forEach(({ name, format, whole, messages, positions }) => {
      for (const piece of whole.inOrder()) sink.document(textOf(piece));
      if (name === null) return;
      sink.mailbox(name, format);
      for (const piece of messages.inOrder()) sink.message(textOf(piece));
      for (const piece of positions.inOrder()) sink.positions(textOf(piece));
      sink.endMailbox();
    });
    return documents.flatMap(({ findings }) => findings);
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

const TAG = /^\["(document|message|positions|mailbox|finding)",(\d+),(\d+),/;
/** Longer than any tag. */
const TAG_LENGTH = 80;

/** Reads through a part once and notes where each piece lies. */
function indexPart(file: string, handle: number, part: number, documents: Merged[]): PartHead {
  let head: PartHead | null = null;
  let lines = 0;
  let ended = false;
  for (const { offset, length, start, whole } of linesOf(handle)) {
    if (ended) throw unfit(file, 'goes on behind its end');
    if (head === null) {
      head = parsed(file, whole(), z.tuple([z.literal('part'), PartHead]))[1];
      lines += 1;
      continue;
    }
    const [tag, kind, document, index] = TAG.exec(start) ?? [];
    if (tag === undefined) {
      const [, count] = parsed(file, whole(), z.tuple([z.literal('end'), z.int()]));
      ended = count === lines;
      if (!ended) throw unfit(file, `has ${lines} lines where it should have ${count}`);
      continue;
    }
    lines += 1;
    const merged = mergedAt(documents, Number(document));
    // Behind the tag stands the piece, and behind it the bracket that closes the line.
    const [at, size] = [offset + tag.length, length - tag.length - 1];
    if (kind === 'document') merged.whole.add(0, part, at, size);
    else if (kind === 'message') merged.messages.add(Number(index), part, at, size);
    // Without the brackets of the list.
    else if (kind === 'positions') merged.positions.add(Number(index), part, at + 1, size - 2);
    else if (kind === 'mailbox') Object.assign(merged, parsed(file, whole().slice(tag.length, -1), Named));
    else merged.findings.push(findingOf(parsed(file, whole().slice(tag.length, -1), FindingLine)));
  }
  if (head === null || !ended) throw unfit(file, 'was cut short');
  return head;
}

function findingOf({ code, what, where: { file, line, id }, mend }: z.infer<typeof FindingLine>): Finding {
  const where = { file, ...(line === undefined ? {} : { line }), ...(id === undefined ? {} : { id }) };
  return { code, what, where, mend };
}

function mergedAt(documents: Merged[], index: number): Merged {
  const known = documents[index];
  if (known !== undefined) return known;
  const fresh = {
    name: null,
    format: '',
    whole: new Pieces(),
    messages: new Pieces(),
    positions: new Pieces(),
    findings: [],
  };
  documents[index] = fresh;
  return fresh;
}

interface LineAt {
  readonly offset: number;
  readonly length: number;
  /** Its beginning, enough for a tag. */
  readonly start: string;
  readonly whole: () => string;
}

/** The lines of a file with where they lie, read in pieces; a line that does not end is left out. */
function* linesOf(handle: number): Generator<LineAt> {
  const buffer = Buffer.alloc(1 << 20);
  let start = '';
  let lineAt = 0;
  for (let at = 0, size = 0; ; at += size) {
    size = readSync(handle, buffer, 0, buffer.length, at);
    if (size === 0) return;
    let from = 0;
    for (let end = buffer.indexOf(0x0a, from); end !== -1 && end < size; end = buffer.indexOf(0x0a, from)) {
      const [offset, length] = [lineAt, at + end - lineAt];
      if (start.length < TAG_LENGTH) start += buffer.toString('latin1', from, Math.min(end, from + TAG_LENGTH));
      const whole = (): string => {
        const bytes = Buffer.alloc(length);
        readSync(handle, bytes, 0, length, offset);
        return bytes.toString('utf8');
      };
      yield { offset, length, start, whole };
      start = '';
      from = end + 1;
      lineAt = at + from;
    }
    if (start.length < TAG_LENGTH) start += buffer.toString('latin1', from, Math.min(size, from + TAG_LENGTH));
  }
}

function parsed<T>(file: string, text: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw unfit(file, 'holds a line that no shard writes');
  }
}

/** Every shard of one plan must be there, once. */
function checkHeads(files: readonly string[], heads: readonly PartHead[]): void {
  const [first] = heads;
  if (first === undefined) throw unfit('parts', 'are missing: none was named');
  const seen = new Map<number, string>();
  heads.forEach(({ number, of, plan }, index) => {
    const file = files[index] ?? '';
    if (of !== first.of || plan !== first.plan)
      throw unfit(file, `was made of other documents than ${files[0]}, or is one of another number of shards`);
    const other = seen.get(number);
    if (other !== undefined) throw unfit(file, `is shard ${number}, and so is ${other}`);
    seen.set(number, file);
  });
  const missing = Array.from({ length: first.of }, (_, index) => index + 1).filter((number) => !seen.has(number));
  if (missing.length > 0) throw unfit(files[0] ?? '', `is one of ${first.of} shards; missing: ${missing.join(', ')}`);
}

function unfit(file: string, what: string): PrecedentError {
  return new PrecedentError({
    code: 'parts-unfit',
    what: `the part ${what}`,
    where: { file },
    mend: 'run the missing or broken shards again, with the same files in the same order, and merge all parts of one run',
  });
}
