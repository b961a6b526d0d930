import { Decision } from '../model/decision.ts';
import { canonicalJson, type Json } from '../model/digest.ts';
import { PrecedentError } from '../model/problem.ts';
import { editsBetween } from './changes.ts';
import { applyEdits } from './edit.ts';
import { fieldText, itemText } from './emit.ts';
import { RECORDING } from './findings.ts';
import { type RecordFile, readRecord, recordParts } from './record.ts';

/** A decision as plain JSON, its fields in the order of the schema, without the empty lists that may be left out. */
export function decisionJson(decision: Decision): { [key: string]: Json | undefined } {
  const parsed = Decision.parse(decision);
  const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
  const lean = {
    ...parsed,
    options: parsed.options.map((option) => ({ ...option, facts: some(option.facts) })),
    positions: parsed.positions.map((position) => ({
      ...position,
      arguments: some(position.arguments),
      extracted: Object.keys(position.extracted).length === 0 ? undefined : position.extracted,
    })),
    relations: some(parsed.relations),
    aliases: some(parsed.aliases),
  };
  return JSON.parse(JSON.stringify(lean));
}

/** Writes a new record: front matter in the order of the schema, then the body, which is never written again. */
export function newRecordText(decision: Decision, body: string): string {
  const fields = Object.entries(decisionJson(decision)).map(([key, value]) => {
    if (value === undefined) return '';
    if (!Array.isArray(value) || value.length === 0) return fieldText(key, value, 0);
    return `${key}:\n${value.map((item) => itemText(item, 2)).join(key === 'positions' ? '\n' : '')}`;
  });
  return `---\n${fields.join('')}---\n\n${body.trim()}\n`;
}

/**
 * Writes a changed decision into the text of its record. Only what differs is touched, character by character; comments,
 * order, formatting and the whole body stay. The same decision gives the same text.
 *
 * The result is read back before it is given out. Throws a PrecedentError `record-uneditable` where the front matter is
 * written in a way (anchors, tags) that cannot be edited without changing something else.
 */
export function editedRecordText(record: RecordFile, next: Decision): string {
  const edits = editsBetween(decisionJson(record.decision), decisionJson(next));
  if (edits.length === 0) return record.text;
  const parts = recordParts(record.text);
  if (parts === null) throw uneditable(record, 'the front matter is gone');
  const { text } = record;
  try {
    const yaml = applyEdits(text.slice(parts.yamlStart, parts.yamlEnd), edits);
    const written = `${text.slice(0, parts.yamlStart)}${yaml}${text.slice(parts.yamlEnd)}`;
    const back = readRecord(written, record.file).record;
    const same = back !== null && canonicalJson(decisionJson(back.decision)) === canonicalJson(decisionJson(next));
    if (same && back.body === record.body) return written;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw uneditable(record, error.message);
  }
  throw uneditable(record, 'the edit would change something else');
}

function uneditable(record: RecordFile, why: string): PrecedentError {
  return new PrecedentError({
    code: 'record-uneditable',
    what: `the record cannot be brought up to date: ${why}`,
    where: { file: record.file, id: record.decision.id },
    mend: RECORDING['record-uneditable'].mend,
  });
}
