import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mail, mailbox } from './__fixtures__/mail.ts';
import { readPlace } from './places.ts';

const one = mail({ Subject: 'one', 'Message-ID': '<1@example.org>' }, 'first\n');
const two = mail({ Subject: 'two', 'Message-ID': '<2@example.org>' }, 'second\n');

describe('a place to read from', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-place-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const read = (path: string): string[] =>
    [...readPlace(path)].map((document) =>
      'error' in document
        ? document.error.finding.code
        : `${document.archive.format} ${document.archive.messages.map(({ subject }) => subject).join(' ')}`,
    );

  it('may be a folder of anything: each file a document, in the order of names, the unreadable one named', () => {
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b/list.mbox.gz'), gzipSync(mailbox(one, two)));
    writeFileSync(join(folder, 'a.eml'), one);
    writeFileSync(join(folder, 'c.bin'), Buffer.from([1, 2, 3]));
    writeFileSync(join(folder, '.hidden'), 'x');
    expect(read(folder)).toEqual(['eml one', 'mbox one two', 'format-unknown']);
  });

  it('does not follow a link out of the folder', () => {
    symlinkSync('/etc/hostname', join(folder, 'out'));
    expect(read(folder)).toEqual([]);
  });

  it('may be a Maildir: one document', () => {
    for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'cur/1.host:2,S'), one);
    writeFileSync(join(folder, 'new/2.host'), two);
    writeFileSync(join(folder, 'tmp/3.host'), one);
    expect(read(folder)).toEqual(['maildir one two']);
  });

  it('may be a public-inbox repository of either version', () => {
    const git = (...args: string[]): void => {
      const { status } = spawnSync('git', [
        '-C',
        folder,
        '-c',
        'user.name=x',
        '-c',
        'user.email=x@example.org',
        ...args,
      ]);
      expect(status).toBe(0);
    };
    const commit = (path: string, text: string): void => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
      git('add', '-A');
      git('commit', '-q', '-m', 'x');
    };
    git('init', '-q');
    commit('m', one);
    commit('m', two);
    git('mv', 'm', 'd');
    git('commit', '-q', '-m', 'deleted');
    expect(read(folder)).toEqual(['public-inbox one two']);
    commit(`ab/${'c'.repeat(38)}`, one);
    expect(read(folder)).toEqual(['public-inbox one']);
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe or a device', () => {
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    expect(read(pipe)).toEqual(['place-special']);
    expect(read('/dev/zero')).toEqual(['place-special']);
  });

  it('that is not there is named', () => {
    expect(() => read(join(folder, 'nope'))).toThrow('place-missing');
  });
});
