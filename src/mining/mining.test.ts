import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mail, mailbox } from '../archive/__fixtures__/mail.ts';
import { packings } from '../archive/__fixtures__/packings.ts';
import { mineArchives } from './index.ts';
import { minedJson, minedText } from './report.ts';
import { openStream } from './stream.ts';
import { type Counts, reasonsFor, worthOf } from './worth.ts';

let number = 0;
function post(name: string, subject: string, body: string, parent?: string): string {
  number += 1;
  return mail(
    {
      From: `${name} <${name.toLowerCase()}@home.example>`,
      Date: `Fri, 13 Jun 2014 10:00:${String(number % 60).padStart(2, '0')} +0000`,
      Subject: parent === undefined ? subject : `Re: ${subject}`,
      'Message-ID': `<${subject.toLowerCase()}-${name.toLowerCase()}@example.org>`,
      ...(parent === undefined
        ? {}
        : { 'In-Reply-To': `<${subject.toLowerCase()}-${parent.toLowerCase()}@example.org>` }),
    },
    body,
  );
}

const PROPOSAL = 'I propose that we add a splice flag so that readers can skip the copy of every page.\n';
const ARGUED = [
  post('Ann', 'Splice', PROPOSAL),
  post(
    'Bob',
    'Splice',
    `> ${PROPOSAL}\nI don't think the splice flag is a good idea, because it breaks every application that reads twice.\n`,
    'Ann',
  ),
  post(
    'Cid',
    'Splice',
    "> I don't think the splice flag is a good idea, because it breaks every application that reads twice.\n\nI disagree. I would prefer the splice flag, since that keeps the fast path simple and nobody reads twice.\n",
    'Bob',
  ),
];
const AGREED = [
  post('Ann', 'Docs', 'I propose that we add a page on pipes so that newcomers can find it at once.\n'),
  post('Bob', 'Docs', '\nI agree, we should add that page, because it helps all newcomers.\n', 'Ann'),
];
const CHAT = [post('Ann', 'Dinner', 'See you at eight.\n'), post('Bob', 'Dinner', 'Fine.\n', 'Ann')];
const ALONE = [post('Ann', 'Monologue', PROPOSAL)];
// Threads run side by side, as on a list.
const LIST = [CHAT[0], ARGUED[0], AGREED[0], ALONE[0], ARGUED[1], AGREED[1], CHAT[1], ARGUED[2]].flatMap(
  (one) => one ?? [],
);

describe('ranking the threads of an archive', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-mine-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const put = (name: string, data: string | Uint8Array): string => {
    writeFileSync(join(folder, name), data);
    return join(folder, name);
  };

  it('puts the thread in which people argue first, and says why', async () => {
    const mined = await mineArchives([put('a.mbox', mailbox(...LIST))], []);
    expect(mined.threads.map(({ subject }) => subject)).toEqual(['Splice', 'Docs', 'Dinner']);
    const [best, , worst] = mined.threads;
    expect(best).toMatchObject({ id: '<splice-ann@example.org>', messages: 3, people: 3, counts: { exchanges: 2 } });
    expect(best?.reasons.join('; ')).toMatch(
      /^\d (?:person|people) for something, .*; 2 answers to another's position; .*“splice flag”/,
    );
    expect(worst).toMatchObject({ worth: 0, reasons: ['0 people with a position: nobody to argue with'] });
    expect([mined.messages, mined.threadCount, mined.findings]).toEqual([8, 4, []]);
  });

  it('says the same of a packed mailbox, a Maildir, and a folder of files', async () => {
    const expected = minedJson(await mineArchives([put('a.mbox', mailbox(...LIST))], []), 9);
    for (const { name, pack } of packings()) {
      expect(minedJson(await mineArchives([put(`a.${name}`, pack(mailbox(...LIST)))], []), 9), name).toBe(expected);
    }
    for (const name of ['cur', 'new', 'tmp', 'files']) mkdirSync(join(folder, 'm', name), { recursive: true });
    LIST.forEach((one, index) => {
      put(`m/cur/${index}`, one);
      put(`m/files/${index}.eml`, one);
    });
    expect(minedJson(await mineArchives([join(folder, 'm')], []), 9)).toBe(expected);
    expect(minedJson(await mineArchives([join(folder, 'm/files')], []), 9)).toBe(expected);
  });

  it('says the same in any number of threads', async () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      LIST.map((one) =>
        one.replace(/(Subject: .*|<)(?=\w)/g, (found) => (found === '<' ? `<${at}` : `${found} ${at}`)),
      ),
    ).flat();
    const path = put('many.mbox', mailbox(...many));
    const once = await mineArchives([path], []);
    expect(once.threads.length).toBeGreaterThan(20);
    for (const jobs of [2, 5]) expect(await mineArchives([path], [], () => {}, jobs)).toEqual(once);
  });

  it('counts a mail that is in two archives once', async () => {
    const once = await mineArchives([put('a.mbox', mailbox(...LIST))], []);
    const twice = await mineArchives([put('b.mbox', mailbox(...LIST, ...LIST)), join(folder, 'a.mbox')], []);
    expect(twice.messages).toBe(3 * once.messages);
    expect(minedJson(twice, 9)).toBe(minedJson(once, 9));
  });

  it('reads what is left of a truncated file, goes on after an unreadable one, and tells of both', async () => {
    const packed = gzipSync(
      mailbox(...LIST, ...Array.from({ length: 50 }, (_, at) => post('Eve', `Noise${at}`, `${Math.sin(at)}\n`))),
    );
    put('1.gz', packed.subarray(0, packed.length - 200));
    put('2.bin', Buffer.from([0, 1, 2, 255]));
    put('3.mbox', mailbox(...AGREED));
    symlinkSync('/dev/zero', join(folder, '4'));
    const mined = await mineArchives([folder], []);
    expect(mined.findings.map(({ code }) => code)).toEqual(['place-special', 'unpack-damaged', 'format-unknown']);
    expect(mined.threads.map(({ subject }) => subject)).toContain('Docs');
  });

  it('keeps the text of no thread that is over, and none of a person alone', async () => {
    const stream = openStream([put('a.mbox', mailbox(...LIST))]);
    const first: string[] = [];
    for await (const { id } of stream.read()) first.push(id);
    const second: string[] = [];
    for await (const { id } of stream.read()) second.push(id);
    expect(second).toEqual(first);
    const weighed: number[] = [];
    const mined = await mineArchives([join(folder, 'a.mbox')], [], (phase, done) => {
      if (phase === 'weighing') weighed.push(done);
    });
    expect(weighed).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(mined.threads.map(({ subject }) => subject)).not.toContain('Monologue');
  });

  it('prints nothing that a terminal would obey, and no address', async () => {
    const evil = LIST.map((one) =>
      one.replace(/Subject: (Re: )?Splice/, 'Subject: $1\u001b[31mSplice\u202e for mo@home.example'),
    );
    const mined = await mineArchives([put('a.mbox', mailbox(...evil))], []);
    const text = minedText(mined, 5, 'a.mbox');
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
    expect(text).toContain('npm run add -- a.mbox --thread ID');
    expect(`${text}${minedJson(mined, 5)}`).not.toMatch(/@home/);
    expect(minedText(mined, 1, 'a.mbox').match(/^ +\d+\. /gm)).toHaveLength(1);
  });

  it('reads a public-inbox repository as a mailbox of the same mails', async () => {
    const repository = join(folder, 'inbox.git');
    mkdirSync(repository);
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.example', ...args], {
        cwd: repository,
        stdio: 'pipe',
      });
    };
    git('init', '-q');
    for (const one of ARGUED) {
      writeFileSync(join(repository, 'm'), one);
      git('add', 'm');
      git('commit', '-q', '-m', 'x');
    }
    const box = join(folder, 'same.mbox');
    writeFileSync(box, mailbox(...ARGUED));
    const [fromGit, fromBox] = [await mineArchives([repository], []), await mineArchives([box], [])];
    expect(fromGit.findings).toEqual([]);
    expect(fromGit.threads).toEqual(fromBox.threads);
  });
});

describe('what a thread is worth', () => {
  const none: Counts = { positions: 0, options: [], pro: 0, con: 0, holders: 0, arguments: 0, exchanges: 0 };

  it('is nothing where fewer than two people hold a position', () => {
    expect(worthOf({ ...none, positions: 40, arguments: 40, pro: 1, holders: 1 })).toBe(0);
  });

  it('grows with each thing counted, and with the smaller side only', () => {
    const some: Counts = { positions: 4, options: ['a'], pro: 2, con: 1, holders: 3, arguments: 2, exchanges: 1 };
    const worth = worthOf(some);
    expect(worthOf({ ...some, options: ['a', 'b'] })).toBeGreaterThan(worth);
    expect(worthOf({ ...some, con: 2 })).toBeGreaterThan(worth);
    expect(worthOf({ ...some, arguments: 5 })).toBeGreaterThan(worth);
    expect(worthOf({ ...some, exchanges: 2 })).toBeGreaterThan(worth);
    expect(worthOf({ ...some, pro: 9 })).toBe(worth);
  });

  it('is said in words', () => {
    const one: Counts = { positions: 1, options: [], pro: 1, con: 0, holders: 2, arguments: 1, exchanges: 0 };
    expect(reasonsFor(one)).toEqual(['1 person for something, nobody against', '1 reason given', '1 position']);
  });
});
