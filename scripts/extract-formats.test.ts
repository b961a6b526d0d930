import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, EXAMPLES, type Example, OWN, opening, QUOTED } from '../src/archive/__fixtures__/formats.ts';
import { mail, mailbox } from '../src/archive/__fixtures__/mail.ts';
import { READERS } from '../src/archive/index.ts';

const SCRIPT = join(import.meta.dirname, 'extract.ts');

const Line = z.object({ depth: z.int(), speaker: z.string().nullable(), zone: z.string(), text: z.string() });
const Document = z.object({
  document: z.string(),
  format: z.string(),
  messages: z.array(z.object({ id: z.string(), from: z.string().nullable(), lines: z.array(Line) })),
  positions: z.array(z.object({ holder: z.string().nullable(), exact: z.string() })),
});
type Document = z.infer<typeof Document>;

const installed = (program: string): boolean => spawnSync(program, ['--help']).error === undefined;
const PROGRAMS = ['bzip2', 'xz'].filter(installed);
const FOLDERS = ['maildir', 'public-inbox-v1', 'public-inbox-v2'] as const;

let root: string;

function extract(...paths: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT, '--json', ...paths], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
  });
  const documents = stdout.split('\n').flatMap((line) => (line === '' ? [] : [Document.parse(JSON.parse(line))]));
  return { documents: new Map(documents.map((one) => [one.document, one])), stderr, status };
}

function git(folder: string, ...args: string[]): void {
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org'];
  expect(spawnSync('git', ['-C', folder, ...who, ...args]).status).toBe(0);
}

function repository(name: string, ...files: (readonly [path: string, text: string])[]): void {
  const folder = join(root, name);
  mkdirSync(folder);
  git(folder, 'init', '-q');
  for (const [path, text] of files) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'x');
  }
}

/** What is said must be said by whom: the answer by Al, what he quotes by Mo. */
function expectSpeakers({ document, format, messages, positions }: Document): void {
  const lines = messages.flatMap((message) => message.lines);
  const said = (words: string) => lines.find(({ text, zone }) => zone !== 'header' && text.endsWith(words))?.speaker;
  expect(said(OWN), document).toBe('Al Other');
  const quotedBy = lines.filter(({ text, depth }) => depth > 0 && text.endsWith(QUOTED)).map(({ speaker }) => speaker);
  // A page of one comment that quotes without naming anybody cannot tell.
  expect(quotedBy, document).toEqual(messages.length === 1 && format.startsWith('lwn') ? [null] : ['Mo Example']);
  expect(
    positions.filter(({ holder, exact }) => holder === 'Al Other' && OWN.startsWith(exact)),
    document,
  ).not.toEqual([]);
}

describe('npm run extract -- --json on every format', { timeout: 120_000 }, () => {
  let found: ReturnType<typeof extract>;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-formats-'));
    for (const { file, bytes } of EXAMPLES) writeFileSync(join(root, file), bytes);
    for (const program of PROGRAMS) {
      const { stdout } = spawnSync(program, ['-c'], { input: mailbox(opening, answer) });
      writeFileSync(join(root, `mbox.${program}`), stdout);
    }
    for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(root, 'maildir', name), { recursive: true });
    writeFileSync(join(root, 'maildir/cur/1.host:2,S'), opening);
    writeFileSync(join(root, 'maildir/new/2.host'), answer);
    repository('public-inbox-v1', [`aa/${'b'.repeat(38)}`, opening], [`cc/${'d'.repeat(38)}`, answer]);
    repository('public-inbox-v2', ['m', opening], ['m', answer]);
    found = extract(...EXAMPLES.map(({ file }) => file), ...PROGRAMS.map((program) => `mbox.${program}`), ...FOLDERS);
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  function documentOf(file: string): Document {
    const document = found.documents.get(file);
    if (document === undefined) throw new Error(`${file} was not read: ${found.stderr}`);
    return document;
  }

  it('ends with 0, for nothing is wrong', () => {
    expect(found.stderr).toBe('');
    expect(found.status).toBe(0);
  });

  it.each(EXAMPLES.map((example): [string, Example] => [example.file, example]))(
    'reads %s',
    (file, { format, messages }) => {
      const document = documentOf(file);
      expect(document.format).toBe(format);
      expect(document.messages).toHaveLength(messages);
      expectSpeakers(document);
    },
  );

  it.each(FOLDERS)('reads %s', (folder) => {
    const document = documentOf(folder);
    expect(folder.startsWith(document.format)).toBe(true);
    expect(document.messages.map(({ id }) => id)).toEqual(['<1@example.org>', '<2@example.org>']);
    expectSpeakers(document);
  });

  it.skipIf(PROGRAMS.length === 0)('reads what bzip2 and xz have packed', () => {
    for (const program of PROGRAMS) expectSpeakers(documentOf(`mbox.${program}`));
  });

  it('has an example of every reader', () => {
    // These four are pages of mails that other sites show; as HTML they are read by their text.
    const alike = new Set(['mhonarc-html', 'hypermail-html', 'pipermail-html', 'mail-page-html']);
    const shown = new Set([...EXAMPLES.map(({ format }) => format), ...alike]);
    expect(READERS.map(({ format }) => format).filter((format) => !shown.has(format))).toEqual([]);
  });

  it('reads a folder of any of them, and what it can where one cannot be read', () => {
    const folder = join(root, 'folder');
    mkdirSync(join(folder, 'inner'), { recursive: true });
    writeFileSync(join(folder, 'a.eml'), answer);
    writeFileSync(join(folder, 'locked.eml'), answer);
    writeFileSync(join(folder, 'inner/list.mbox'), mailbox(opening, answer));
    chmodSync(join(folder, 'locked.eml'), 0);
    // Who may read everything finds a file that is none.
    if (process.getuid?.() === 0) writeFileSync(join(folder, 'locked.eml'), Buffer.from([0, 1, 2]));
    const { documents, stderr, status } = extract('folder');
    expect([...documents.keys()]).toEqual(['folder/a.eml', 'folder/inner/list.mbox']);
    expect(stderr).toMatch(/^(?:place-unreadable|format-unknown): .*folder\/locked\.eml/);
    expect(stderr).toContain('1 problem: not everything could be read');
    expect(status).toBe(1);
  });

  it('names every reader that it tried where none knows a file', () => {
    writeFileSync(join(root, 'unknown'), '%PDF-1.7\n%\xe2\xe3\n');
    const { stderr, status, documents } = extract('unknown');
    expect(status).toBe(1);
    expect(documents.size).toBe(0);
    expect(stderr).toMatch(/^format-unknown: no reader knows this document; tried .* \(unknown\)\. Mend: /);
    for (const { format } of READERS) expect(stderr).toContain(format);
  });

  it('reads of a truncated gzip what comes before the cut, and says so', () => {
    const numbered = (at: number): string =>
      mail({ Subject: 'x', 'Message-ID': `<${at}@example.org>` }, `words ${at * 7919}\n`);
    const packed = gzipSync(mailbox(...Array.from({ length: 300 }, (_, at) => numbered(at))));
    writeFileSync(join(root, 'cut.gz'), packed.subarray(0, Math.floor(packed.length * 0.6)));
    const { documents, stderr, status } = extract('cut.gz');
    expect(documents.get('cut.gz')?.messages.length).toBeGreaterThan(100);
    expect(stderr).toContain('unpack-damaged: the gzip data is damaged');
    expect(stderr).toContain('mail-cut: the mailbox ends in the middle of a mail');
    expect(stderr).toContain('2 problems: not everything could be read');
    expect(status).toBe(1);
  });

  it('reads of a mailbox that was cut in the middle what is there, and says so', () => {
    const text = mailbox(opening, answer);
    writeFileSync(join(root, 'cut.mbox'), text.slice(0, text.indexOf('Message-ID: <2') + 8));
    const { documents, stderr, status } = extract('cut.mbox');
    expect(documents.get('cut.mbox')?.messages).toHaveLength(2);
    expect(stderr).toContain('mail-cut: ');
    expect(status).toBe(1);
  });

  it('does not wait for a pipe', { skip: process.platform === 'win32' }, () => {
    expect(spawnSync('mkfifo', [join(root, 'pipe')]).status).toBe(0);
    const { stderr, status } = extract('pipe', 'one.eml');
    expect(stderr).toContain('place-special: it is neither a file nor a folder (pipe)');
    expect(status).toBe(1);
  });

  it('answers to an empty file, one endless line and 10,000 answers to one mail', () => {
    writeFileSync(join(root, 'empty'), '');
    writeFileSync(
      join(root, 'line.eml'),
      `From: Mo Example <mo@example.org>\nSubject: x\n\n${'word '.repeat(2_000_000)}\n`,
    );
    const reply = (at: number): string =>
      mail(
        {
          Subject: 'Re: x',
          'Message-ID': `<${at + 2}@example.org>`,
          'In-Reply-To': `<${at > 5000 ? at + 1 : 1}@example.org>`,
        },
        'ok\n',
      );
    writeFileSync(join(root, 'long.mbox'), mailbox(opening, ...Array.from({ length: 10_000 }, (_, at) => reply(at))));
    const { documents, stderr, status } = extract('empty', 'line.eml', 'long.mbox');
    expect(stderr).toMatch(/^format-unknown: .*\(empty\)/);
    expect(documents.get('line.eml')?.messages).toHaveLength(1);
    expect(documents.get('long.mbox')?.messages).toHaveLength(10_001);
    expect(status).toBe(1);
  });
});
