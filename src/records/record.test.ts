import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from './load.ts';
import { readRecord } from './record.ts';
import { slugOf } from './slug.ts';
import { editedRecordText, newRecordText } from './write.ts';

const TEXT = `---
id: PREC-7F3Q2   # minted once
title: Raw devices
question: Are they enough?
summary: No.
status: open
review: extracted
options: []
positions: []
outcome: { summary: Nothing yet., facts: [] }
---

Body with --- in it. <Rests on="editor" />

---
`;

describe('a record', () => {
  it('is read with its body and the lines on which its fields stand', () => {
    const { record } = readRecord(TEXT, 'a.mdx');
    expect(record?.decision).toMatchObject({ id: 'PREC-7F3Q2', draft: false, relations: [] });
    expect(record?.body).toBe('\nBody with --- in it. <Rests on="editor" />\n\n---\n');
    expect(record?.bodyLine).toBe(12);
    expect(record?.lineOf(['question'])).toBe(4);
    expect(record?.lineOf(['outcome', 'facts', 3, 'url'])).toBe(10);
  });

  it('keeps every byte where nothing changes, and all but the change where something does', () => {
    for (const text of [TEXT, TEXT.replaceAll('\n', '\r\n'), TEXT.replace('---\n\nBody', '---   \nBody')]) {
      const { record } = readRecord(text, 'a.mdx');
      if (record === null) throw new Error('unread');
      expect(editedRecordText(record, record.decision)).toBe(text);
      const next = editedRecordText(record, { ...record.decision, status: 'settled', summary: 'No: "never".' });
      expect(next).toBe(
        text.replace('status: open', 'status: settled').replace('summary: No.', `summary: 'No: "never".'`),
      );
    }
  });

  it('is left alone, with a finding, where an edit would change something else', () => {
    const { record } = readRecord(
      TEXT.replace('title: Raw devices', 'title: &x Raw devices').replace('summary: No.', 'summary: *x'),
      'a.mdx',
    );
    if (record === null) throw new Error('unread');
    expect(() => editedRecordText(record, { ...record.decision, title: 'Other' })).toThrow(
      /^record-uneditable: .*a\.mdx/,
    );
  });

  it('written anew reads back as it was', () => {
    const { record } = readRecord(TEXT, 'a.mdx');
    if (record === null) throw new Error('unread');
    const title = '--- a "title": {of} # all <sorts>\u202e';
    const again = readRecord(newRecordText({ ...record.decision, title }, 'Body.'), 'b.mdx').record;
    expect(again?.decision).toEqual({ ...record.decision, title });
    expect(again?.body).toBe('\nBody.\n');
  });

  it.each([
    ['no front matter', 'Body', 'front-matter-missing', 1],
    ['front matter without an end', '---\nid: x\n', 'front-matter-missing', 1],
    ['an unknown field', TEXT.replace('status', 'statuz'), 'schema', 6],
    ['a key twice', TEXT.replace('status: open', 'title: Again'), 'yaml-syntax', 6],
    ['an alias to nothing', TEXT.replace('summary: No.', 'summary: *x'), 'yaml-syntax', 5],
  ])('with %s is no record, and the finding names the line', (_, text, code, line) => {
    const { record, findings } = readRecord(text, 'a.mdx');
    expect(record).toBeNull();
    expect(findings).toContainEqual(
      expect.objectContaining({ code, where: expect.objectContaining({ file: 'a.mdx', line }) }),
    );
  });

  it('that multiplies itself by aliases is refused at once', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) =>
        `k${index}: &k${index} [${
          index === 0
            ? 'x'
            : Array(9)
                .fill(`*k${index - 1}`)
                .join(', ')
        }]`,
    );
    const { record, findings } = readRecord(`---\n${bomb.join('\n')}\n---\n`, 'a.mdx');
    expect(record).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(['yaml-syntax']);
  });
});

describe('the name of a file', () => {
  it.each([
    ['Raw devices & O_DIRECT?', 'raw-devices-o-direct'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Ünïcode’s façade', 'unicodes-facade'],
    ['\u202e\u0000 日本', 'decision'],
    ['x'.repeat(300), 'x'.repeat(48)],
    ['A title that is much longer than a file name ought ever to be', 'a-title-that-is-much-longer-than-a-file-name'],
  ])('is made of %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });
});

describe('reading the content', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-load-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const write = (file: string, data: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), data);
  };

  it('finds nothing, and nothing wrong, in an empty project', async () => {
    expect(await loadKnowledge(root)).toMatchObject({ sources: [], records: [], terms: [], findings: [] });
  });

  it('reports what it cannot read and reads the rest', async () => {
    write('content/decisions/PREC-7F3Q2-good.mdx', TEXT);
    write('content/decisions/PREC-00000-bad.mdx', TEXT.replace('status: open', 'status: maybe'));
    write('content/decisions/PREC-11111-latin.mdx', Buffer.from('---\nid: caf\xe9\n---\n', 'latin1'));
    mkdirSync(join(root, 'content/decisions/PREC-22222-folder.mdx'));
    write('content/decisions/notes.txt', 'not a record');
    write('content/sources/No Slug/message.txt', '');
    write('content/sources/2014-bare/message.txt', 'x');
    write('content/terms.yaml', '- id: a\n  prefLabel: A\n  definition: [x]\n');
    const { records, findings } = await loadKnowledge(root);
    expect(records.map(({ decision }) => decision.id)).toEqual(['PREC-7F3Q2']);
    expect(findings.map(({ code, where }) => `${code} ${where.file}:${where.line ?? ''}`)).toEqual([
      'schema content/terms.yaml:3',
      'schema content/decisions/PREC-00000-bad.mdx:6',
      'file-unreadable content/decisions/PREC-11111-latin.mdx:',
      'file-unreadable content/decisions/PREC-22222-folder.mdx:',
      'file-unreadable content/sources/2014-bare/source.yaml:',
      'name-odd content/sources/No Slug:',
    ]);
  });
});
