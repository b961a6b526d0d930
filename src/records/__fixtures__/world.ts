import fc from 'fast-check';
import { Document, isMap, isSeq, parseDocument } from 'yaml';
import type { AttributedMessage } from '../../model/message.ts';
import type { FoundPosition, Stance } from '../../model/position.ts';
import { mergeFound, type Merge } from '../merge.ts';
import { readRecord, recordParts } from '../record.ts';
import { found, message } from './talk.ts';

const STANCES: readonly Stance[] = ['proposes', 'supports', 'opposes', 'reports'];
const OPTIONS = ['pipe', 'vm-notlb', null];

/** One thing that happens to a knowledge base: an archive grows, the extractor gets better or worse, a person edits, it runs. */
export const happening = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('source' as const), messages: fc.integer({ min: 1, max: 3 }), sentences: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('extractor' as const), seed: fc.nat(1000) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), at: fc.nat(50), field: fc.constantFrom('stance', 'hedge', 'holder', 'review', 'withdrawn', 'note', 'delete', 'editor', 'title', 'body'), value: fc.nat(50) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('run' as const) }) },
);
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** What a person wrote and where, to be found again after every run. */
export interface HandWritten {
  readonly file: string;
  readonly position: string | null;
  readonly field: string;
  readonly value: string;
}

/** A small knowledge base with its archives, its extractor and the memory of everything a person ever wrote into it. */
export class World {
  readonly files = new Map<string, string>();
  readonly sources: { readonly slug: string; readonly messages: readonly AttributedMessage[] }[] = [];
  written: HandWritten[] = [];
  seed = 0;

  apply(event: Happening): void {
    if (event.kind === 'source') this.addSource(event.messages, event.sentences);
    if (event.kind === 'extractor') this.seed = event.seed;
    if (event.kind === 'edit') {
      this.edit(event.at, event.field, event.value);
      // What a person takes away with a position, its comments among it, is gone by that person's will.
      this.written = this.written.filter(
        ({ file, field, value }) => field !== 'text' || this.files.get(file)?.includes(value),
      );
    }
    if (event.kind === 'run') this.run();
  }

  run(): Merge {
    const records = [...this.files].map(([file, text]) => {
      const { record, findings } = readRecord(text, file);
      if (record === null) throw new Error(`unreadable after an edit: ${JSON.stringify(findings)}\n${text}`);
      return record;
    });
    const merge = mergeFound(records, [], this.sources.map((source) => ({ ...source, found: this.extract(source) })));
    for (const { file, text } of merge.writes) this.files.set(file, text);
    return merge;
  }

  /** What this extractor finds: it depends on its seed which sentences, in how much of their words, and how it judges them. */
  private extract({ messages }: { readonly messages: readonly AttributedMessage[] }): FoundPosition[] {
    return messages.flatMap((one) =>
      one.lines.flatMap(({ number }) => {
        const dice = (number * 7919 + this.seed * 104729) % 1009;
        if (dice % 5 === 0) return [];
        const term = OPTIONS[dice % 3] ?? null;
        return [
          found(one, number, {
            less: dice % 4,
            stance: STANCES[dice % 4] ?? 'asks',
            term,
            option: term,
            confidence: dice % 7 === 0 ? 0.2 : 0.9,
          }),
        ];
      }),
    );
  }

  private addSource(count: number, sentences: number): void {
    const slug = `source-${this.sources.length}`;
    const messages = Array.from({ length: count }, (_, index) =>
      message(
        `<${slug}-${index}@x>`,
        `Person ${(index + this.sources.length) % 3}`,
        index * 10 + 1,
        Array.from({ length: sentences }, (__, line) => `The words of sentence ${slug}.${index}.${line} are its own alone.`),
      ),
    );
    this.sources.push({ slug, messages });
  }

  private edit(at: number, field: string, value: number): void {
    const files = [...this.files.keys()];
    const file = files[at % Math.max(files.length, 1)];
    const text = file === undefined ? undefined : this.files.get(file);
    const parts = text === undefined ? null : recordParts(text);
    if (file === undefined || text === undefined || parts === null) return;
    if (field === 'body') {
      const line = `Sentence ${value} of a person.`;
      this.files.set(file, `${text}\n${line}\n`);
      this.written.push({ file, position: null, field, value: line });
      return;
    }
    const yaml = parseDocument(text.slice(parts.yamlStart, parts.yamlEnd));
    const positions = yaml.get('positions');
    if (field === 'title') {
      yaml.set('title', `Title ${value}`);
      this.remember(file, null, 'title', `Title ${value}`);
    } else if (isSeq(positions) && positions.items.length > 0) {
      const index = value % positions.items.length;
      this.editPosition(yaml, file, index, field, value);
    }
    this.files.set(file, `${text.slice(0, parts.yamlStart)}${yaml.toString()}${text.slice(parts.yamlEnd)}`);
  }

  private editPosition(yaml: Document.Parsed, file: string, index: number, field: string, value: number): void {
    const position = yaml.getIn(['positions', index]);
    if (!isMap(position)) return;
    const id = String(position.get('id'));
    if (field === 'delete') {
      yaml.deleteIn(['positions', index]);
      this.written = this.written.filter((one) => one.file !== file || one.position !== id);
      return;
    }
    const set = (name: string, to: string): void => {
      position.set(name, to);
      this.remember(file, id, name, to);
    };
    if (field === 'note') {
      position.comment = ` note ${value} on ${id}`;
      this.remember(file, null, 'text', `# note ${value} on ${id}`);
    } else if (field === 'editor') set('extractor', 'editor');
    else if (field === 'stance') set('stance', value % 2 === 0 ? 'asks' : 'concedes');
    else if (field === 'hedge') set('hedge', value % 2 === 0 ? 'medium' : 'high');
    else if (field === 'holder') set('holder', `Somebody ${value}`);
    else if (field === 'review') set('review', value % 2 === 0 ? 'reviewed' : 'rejected');
    else if (field === 'withdrawn') set('withdrawn', `Reason ${value}`);
  }

  private remember(file: string, position: string | null, field: string, value: string): void {
    const kept = this.written.filter(
      (one) => field === 'text' || one.file !== file || one.position !== position || one.field !== field,
    );
    this.written = [...kept, { file, position, field, value }];
  }
}
