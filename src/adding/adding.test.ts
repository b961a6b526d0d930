import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mail, mailbox } from '../archive/__fixtures__/mail.ts';
import { packings } from '../archive/__fixtures__/packings.ts';
import { sha256 } from '../model/digest.ts';
import { Slug } from '../model/primitives.ts';
import { Source } from '../model/source.ts';
import { planUpdate, writeUpdate } from '../records/update.ts';
import { verifyKnowledge } from '../verify/index.ts';
import { type AddOptions, addArchives } from './index.ts';
import { isWhole, reportAdded } from './report.ts';
import { storeSource } from './store.ts';

const LIST = 'Pipes <pipes.lists.example.org>';

function fields(number: number, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    From: `Person ${'ABCDEF'.charAt(number)} <person${number}@example.org>`,
    Date: `Fri, ${10 + number} Jun 2014 10:00:00 +0200`,
    Subject: `${number > 1 ? 'Re: ' : ''}[pipes] A splice flag`,
    'Message-ID': `<${number}@example.org>`,
    'List-Id': LIST,
    ...more,
  };
}

const PROPOSAL =
  'I propose that we add a splice flag so that readers can skip the copy of every page.\n\nFrom there on the copy is gone.\n';
const OBJECTION = `On Wed, Person B wrote:
> I propose that we add a splice flag so that readers can skip the copy of every page.

I don't think this is a good idea, because it breaks every application that reads twice.

I would prefer a separate system call, since that keeps the fast path simple.
`;

const FIRST = mail(fields(1), PROPOSAL);
const SECOND = mail(fields(2, { 'In-Reply-To': '<1@example.org>' }), OBJECTION);
const ELSEWHERE = mail(fields(3, { Subject: 'Dinner', Date: 'Fri, 20 Jul 2015 10:00:00 +0200' }), 'Who is hungry?\n');
const BOX = mailbox(FIRST, ELSEWHERE, SECOND);

describe('taking archives into content/sources', () => {
  let root: string;
  let inbox: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-add-'));
    inbox = join(root, 'inbox');
    mkdirSync(inbox);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const put = (name: string, data: string | Uint8Array): string => {
    const path = join(inbox, name);
    writeFileSync(path, data);
    return path;
  };
  const add = (path: string, options: Partial<AddOptions> = {}) =>
    addArchives(root, [path], { selection: {}, ...options });
  const slugs = () => readdirSync(join(root, 'content/sources')).sort();
  const text = (slug: string) => readFileSync(join(root, 'content/sources', slug, 'message.txt'), 'latin1');
  const meta = (slug: string) =>
    Source.parse(parse(readFileSync(join(root, 'content/sources', slug, 'source.yaml'), 'utf8')));

  it('takes a mailbox byte for byte and writes down what its first message says', async () => {
    const added = await add(put('a.mbox', BOX), { url: 'https://lists.example.org/1', fetched: '2026-11-21' });
    expect(added.outcomes).toEqual([
      { kind: 'taken', slug: '2014-a-splice-flag', title: '[pipes] A splice flag', messages: 3, shared: [] },
    ]);
    expect(isWhole(added)).toBe(true);
    expect(text('2014-a-splice-flag')).toBe(BOX);
    expect(meta('2014-a-splice-flag')).toMatchObject({
      author: 'Person B',
      list: 'pipes.lists.example.org',
      date: '2014-06-11T08:00:00Z',
      format: 'mbox',
      fetched: '2026-11-21',
      locators: [{ url: 'https://lists.example.org/1', relation: 'page', checked: 'unconfirmed' }],
      rights: expect.stringContaining('pipes.lists.example.org'),
    });
    expect(meta('2014-a-splice-flag').messageId).toBeUndefined();
  });

  it('changes nothing the second time', async () => {
    const path = put('a.mbox', BOX);
    await add(path);
    const before = statSync(join(root, 'content/sources/2014-a-splice-flag/source.yaml')).mtimeMs;
    const again = await add(path);
    expect(again.outcomes).toEqual([{ kind: 'known', name: path, slug: '2014-a-splice-flag', locator: false }]);
    expect(isWhole(again)).toBe(true);
    expect(slugs()).toEqual(['2014-a-splice-flag']);
    expect(statSync(join(root, 'content/sources/2014-a-splice-flag/source.yaml')).mtimeMs).toBe(before);
  });

  it('cuts a conversation out of a mailbox, each mail in its own bytes', async () => {
    const added = await add(put('a.mbox', BOX), { selection: { thread: '2@example.org' } });
    expect(added.outcomes).toMatchObject([{ kind: 'taken', messages: 2 }]);
    expect(text('2014-a-splice-flag')).toBe(mailbox(FIRST, SECOND));
    expect(meta('2014-a-splice-flag').notes).toEqual(['2 of the 3 messages of an archive, as they stand there.']);
  });

  it.each([
    [{ message: '<2@example.org>' }, ['<2@example.org>']],
    [{ subject: 'SPLICE' }, ['<1@example.org>', '<2@example.org>']],
    [{ since: '2014-06-12', until: '2015' }, ['<3@example.org>', '<2@example.org>']],
    [{ until: '2014-06-11' }, ['<1@example.org>']],
    [{ thread: '<1@example.org>', since: '2014-06-12' }, ['<2@example.org>']],
  ])('selects by %j', async (selection, ids) => {
    await add(put('a.mbox', BOX), { selection });
    const [slug = ''] = slugs();
    expect(text(slug).match(/^Message-ID: .*$/gm)).toEqual(ids.map((id) => `Message-ID: ${id}`));
    expect(meta(slug).messageId).toBe(ids.length === 1 ? ids[0] : undefined);
  });

  it('says so when nothing is what was asked for', async () => {
    const added = await add(put('a.mbox', BOX), { selection: { message: '<9@example.org>' } });
    expect(added.findings).toMatchObject([{ code: 'selection-empty' }]);
    expect(isWhole(added)).toBe(false);
    expect(slugs()).toEqual([]);
  });

  it('puts the mails of a Maildir together as a mailbox that reads the same', async () => {
    const page = readFileSync('content/sources/2018-userspace-block-driver/message.txt');
    for (const folder of ['cur', 'new', 'tmp']) mkdirSync(join(inbox, folder));
    put('cur/1', FIRST);
    put('cur/2', SECOND);
    put('new/3', 'no mail at all');
    put('new/4', page);
    const added = await add(inbox);
    expect(added.outcomes).toMatchObject([{ kind: 'taken', messages: 2 }]);
    expect(added.findings).toMatchObject([{ code: 'format-unknown' }, { code: 'mail-unreadable' }]);
    expect(text('2014-a-splice-flag')).toContain('\n\n>From there on the copy is gone.\n\nFrom mboxrd@z ');
    expect(meta('2014-a-splice-flag')).toMatchObject({ format: 'mbox', notes: [expect.stringContaining('mboxrd')] });
  });

  it('takes mails of several files as one conversation where one is asked for', async () => {
    put('1.eml', FIRST);
    put('2.eml', SECOND);
    put('3.mbox', mailbox(ELSEWHERE));
    const added = await add(inbox, { selection: { thread: '<1@example.org>' } });
    expect(added.outcomes).toMatchObject([{ kind: 'taken', messages: 2 }]);
    expect(meta('2014-a-splice-flag').format).toBe('mbox');
  });

  it('unpacks what is packed, and says so', async () => {
    await add(put('a.gz', gzipSync(BOX)));
    expect(text('2014-a-splice-flag')).toBe(BOX);
    expect(meta('2014-a-splice-flag').notes).toEqual([expect.stringContaining('packed')]);
  });

  it('knows the same mail from another archive, and notes where else it is', async () => {
    await add(put('a.eml', FIRST), { url: 'https://one.example.org/1' });
    const other = put('b.mbox', mailbox(FIRST.replace('\n\nFrom', '\n\n>From')));
    expect((await add(other, { url: 'https://two.example.org/1' })).outcomes).toMatchObject([
      { kind: 'known', locator: true },
    ]);
    expect((await add(other, { url: 'https://two.example.org/1' })).outcomes).toMatchObject([
      { kind: 'known', locator: false },
    ]);
    expect(slugs()).toHaveLength(1);
    expect(meta('2014-a-splice-flag').locators).toEqual([
      { url: 'https://one.example.org/1', relation: 'page', checked: 'unconfirmed' },
      { url: 'https://two.example.org/1', relation: 'copy', checked: 'unconfirmed' },
    ]);
    expect(text('2014-a-splice-flag')).toBe(FIRST);
  });

  it('notes an address where there was none, and keeps what a person wrote beside it', async () => {
    const path = put('a.eml', FIRST);
    await add(path);
    const file = join(root, 'content/sources/2014-a-splice-flag/source.yaml');
    writeFileSync(file, `# mine\n${readFileSync(file, 'utf8')}`);
    await add(path, { url: 'https://one.example.org/1' });
    expect(readFileSync(file, 'utf8')).toMatch(/^# mine\n/);
    expect(meta('2014-a-splice-flag').locators).toHaveLength(1);
  });

  it('knows a mail by the Message-ID that source.yaml gives, where the bytes have none', async () => {
    await add(put('a.eml', FIRST.replace(/^Message-ID.*\n/m, '')));
    const file = join(root, 'content/sources/2014-a-splice-flag/source.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}messageId: "<1@example.org>"\n`);
    expect((await add(put('b.eml', FIRST))).outcomes).toMatchObject([{ kind: 'known' }]);
  });

  it('takes a conversation of which one mail is there already, and tells', async () => {
    await add(put('a.eml', FIRST));
    const added = await add(put('b.mbox', mailbox(FIRST, SECOND)));
    expect(added.outcomes).toMatchObject([{ shared: [{ slug: '2014-a-splice-flag', messages: 1 }] }]);
    expect(slugs()).toHaveLength(2);
  });

  it('takes the rest of a folder where one file is unreadable, another no archive, another a link or a pipe', async () => {
    put('1.eml', FIRST);
    put('2.bin', Buffer.from([0, 1, 2, 3, 255]));
    put('3.eml', SECOND);
    put('4.eml', ELSEWHERE);
    put('.hidden', 'x');
    chmodSync(join(inbox, '3.eml'), 0);
    symlinkSync('/etc/passwd', join(inbox, '5.txt'));
    symlinkSync(inbox, join(inbox, '6'));
    execFileSync('mkfifo', [join(inbox, '7')]);
    const added = await add(inbox);
    // Who may read everything may read this too.
    const readable = process.getuid?.() === 0;
    expect(added.outcomes).toHaveLength(readable ? 3 : 2);
    expect(added.findings.map(({ code }) => code)).toEqual([
      'format-unknown',
      ...(readable ? [] : ['place-unreadable']),
      'place-special',
      'place-special',
      'place-special',
    ]);
    expect(isWhole(added)).toBe(false);
    expect(reportAdded(added).err).toContain('a link, which is not followed');
  });

  it('takes what a truncated file still holds, and tells that something is missing', async () => {
    const long = mailbox(
      ...Array.from({ length: 300 }, (_, index) =>
        mail(fields(1, { 'Message-ID': `<${index}@x>` }), `${Math.sin(index)}\n`),
      ),
    );
    const packed = gzipSync(long);
    const added = await add(put('a.gz', packed.subarray(0, packed.length - 400)));
    expect(added.outcomes).toMatchObject([{ kind: 'taken' }]);
    expect(added.findings).toMatchObject([{ code: 'unpack-damaged' }]);
    expect(isWhole(added)).toBe(false);
  });

  it('clears away what a killed run has left, and takes the source whole', async () => {
    const left = join(root, 'content/sources/.adding-2014-a-splice-flag');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'message.txt'), 'half of');
    const added = await add(put('a.mbox', BOX));
    expect(added.swept).toEqual(['.adding-2014-a-splice-flag']);
    expect(slugs()).toEqual(['2014-a-splice-flag']);
    expect(text('2014-a-splice-flag')).toBe(BOX);
  });

  it('leaves no source behind where its second file cannot be written', async () => {
    await add(put('a.mbox', BOX));
    const folder = join(root, 'content/sources');
    const files = { 'message.txt': 'x', 'no/such/folder': 'y' };
    expect(() => storeSource(folder, '2014-other', files)).toThrow();
    expect(readdirSync(folder)).toEqual(['2014-a-splice-flag']);
  });

  it.each(['../../escape', '/etc/x', 'a/b', '..', '', 'a\0b', 'CON', '.hidden'])(
    'refuses to store under the name %j',
    (name) => {
      mkdirSync(join(root, 'content/sources'), { recursive: true });
      expect(() => storeSource(join(root, 'content/sources'), name, {})).toThrow(/path-outside/);
      expect(slugs()).toEqual([]);
    },
  );

  it('refuses a content/sources that leads out of the project', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'precedent-out-'));
    mkdirSync(join(root, 'content'));
    symlinkSync(outside, join(root, 'content/sources'));
    await expect(add(put('a.mbox', BOX))).rejects.toThrow(/path-outside/);
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it.each([
    '../../../etc/passwd',
    '..\\..\\windows\\system32',
    'CON',
    'a\u202egnp.exe \u0007 \u0000',
    '<script>alert(1)</script> $(rm -rf /) `id` ; & | %00',
    'Предложение по каналам',
    '提案',
    '',
    '.',
    '-rf',
    'a'.repeat(300),
    'İstanbul ＡＢＣ ﬁ',
    '{{ x }} : # - !!js/function "x',
  ])('makes a portable name and plain text of the subject %j', async (subject) => {
    const added = await add(put('a.eml', mail(fields(1, { Subject: subject }), 'x\n')));
    expect(added.outcomes).toHaveLength(1);
    const [slug = ''] = slugs();
    expect(Slug.safeParse(slug).success).toBe(true);
    expect(slug).toMatch(/^2014-[a-z0-9-]{1,70}$/);
    expect(meta(slug).title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(existsSync(join(root, 'etc'))).toBe(false);
  });

  it('gives another conversation of the same year and subject another name', async () => {
    await add(put('a.eml', FIRST));
    await add(put('b.eml', mail(fields(4), 'Something else.\n')));
    expect(slugs()).toEqual(['2014-a-splice-flag', expect.stringMatching(/^2014-a-splice-flag-[0-9a-f]{6}$/)]);
  });

  it.each([
    'mo@example.org',
    '"mo@example.org" <mo@example.org>',
    'mo at example.org (mo at example.org)',
    '<mo@example.org>',
  ])('writes down no address from %s', async (From) => {
    const path = put('a.eml', mail(fields(1, { From, Subject: 'Ask mo@example.org about it' }), 'x\n'));
    const added = await add(path, { list: 'pipes@lists.example.org' });
    const [slug = ''] = slugs();
    const yaml = readFileSync(join(root, 'content/sources', slug, 'source.yaml'), 'utf8');
    expect(yaml.replace(/^messageId:.*$/m, '')).not.toMatch(/@|mo at/);
    expect(slug).not.toContain('mo-example');
    expect(reportAdded(added).out).not.toContain('@');
  });

  it('asks for what a document does not say rather than make it up', async () => {
    const bare = put('a.eml', mail({ Subject: 'Pipes', Date: 'long ago' }, 'x\n'));
    expect((await add(bare)).findings).toMatchObject([{ code: 'date-unknown' }]);
    expect((await add(bare, { date: '2003' })).findings).toMatchObject([{ code: 'list-unknown' }]);
    expect((await add(bare, { date: '2003', list: 'pipes' })).outcomes).toMatchObject([{ slug: '2003-pipes' }]);
    expect(meta('2003-pipes')).toMatchObject({ date: '2003', dateNote: expect.stringContaining('given') });
  });

  it('refuses one address for several documents, and a path that is not there, before it writes', async () => {
    put('1.eml', FIRST);
    put('2.eml', SECOND);
    await expect(add(inbox, { url: 'https://example.org' })).rejects.toThrow(
      /one address cannot belong to 2 documents/,
    );
    await expect(add(join(root, 'nowhere'))).rejects.toThrow(/place-missing/);
    expect(existsSync(join(root, 'content'))).toBe(false);
  });

  it('takes a conversation out of a public-inbox repository, each mail as git keeps it', async () => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.example', ...args], {
        cwd: inbox,
        stdio: 'pipe',
      });
    };
    git('init', '-q');
    for (const one of [FIRST, ELSEWHERE, SECOND]) {
      put('m', one);
      git('add', 'm');
      git('commit', '-q', '-m', 'x');
    }
    const added = await add(inbox, { selection: { thread: '<2@example.org>' } });
    expect(added.findings).toEqual([]);
    expect(added.outcomes).toMatchObject([{ kind: 'taken', messages: 2 }]);
    expect(text('2014-a-splice-flag')).toContain(SECOND.replace(/^From /gm, '>From '));
    expect((await add(inbox, { selection: { thread: '<2@example.org>' } })).outcomes).toMatchObject([
      { kind: 'known' },
    ]);
  });

  describe('from a mailbox too large to be held', () => {
    // Nothing that packing makes much smaller.
    const filler = (at: number) =>
      Array.from({ length: 10 }, (_, line) => `${sha256(`${at} ${line}`)}${sha256(`${line} ${at}`)}\n`).join('');
    const large = mailbox(
      FIRST,
      ...Array.from({ length: 64 }, (_, at) =>
        mail(fields(3, { 'Message-ID': `<big-${at}@example.org>`, Subject: `Filler ${at}` }), filler(at)),
      ),
      SECOND,
    );

    it.each([
      ['as it is', (data: string) => Buffer.from(data)],
      ...packings().map(({ name, pack }): [string, (data: string) => Buffer] => [`packed by ${name}`, pack]),
    ])('takes a conversation, %s, and refuses the whole with the reason', async (_, pack) => {
      const path = put('large.mbox', pack(large));
      const held = 40_000;
      expect(statSync(path).size).toBeGreaterThan(held);
      const added = await add(path, { held, selection: { thread: '<2@example.org>' } });
      expect(added.findings).toEqual([]);
      expect(added.outcomes).toMatchObject([{ kind: 'taken', messages: 2 }]);
      expect(text('2014-a-splice-flag')).toBe(mailbox(FIRST, SECOND));
      const whole = await add(path, { held });
      expect(whole.findings).toMatchObject([{ code: 'document-too-large', mend: expect.stringContaining('--thread') }]);
      expect(slugs()).toHaveLength(1);
    });
  });

  it('refuses a file that is more than a piece of memory, and says why', async () => {
    const path = put('huge.txt', 'words\n');
    truncateSync(path, 3_000_000_000);
    expect((await add(path)).findings).toMatchObject([{ code: 'document-too-large' }]);
  });

  it('selects the messages of one list by the name they give it', async () => {
    const other = mail(fields(4, { 'List-Id': 'Other <other.lists.example.org>' }), 'words\n');
    const path = put('a.mbox', mailbox(FIRST, other, SECOND));
    expect((await add(path, { selection: { fromList: 'OTHER' } })).outcomes).toMatchObject([{ messages: 1 }]);
    expect((await add(path, { selection: { fromList: 'pipes.lists.example.org' } })).outcomes).toMatchObject([
      { messages: 2 },
    ]);
    expect((await add(path, { selection: { fromList: 'pip' } })).findings).toMatchObject([{ code: 'selection-empty' }]);
  });

  it('proposes who may be one person, without an address, and merges nobody', async () => {
    const twice = SECOND.replace('Person C <person2@', 'P. B. <person1@');
    const added = await add(put('a.mbox', mailbox(FIRST, twice)));
    expect(added.proposals).toEqual([{ names: ['Person B', 'P. B.'], reason: expect.stringContaining('one address') }]);
    const { out } = reportAdded(added);
    expect(out).toContain('perhaps one person: “Person B”, “P. B.”');
    expect(out).not.toContain('@');
    expect(existsSync(join(root, 'content/people.yaml'))).toBe(false);
  });

  it('takes a conversation that extraction and verification then find whole', async () => {
    const flowed = mail(
      fields(4, {
        'In-Reply-To': '<2@example.org>',
        'Content-Type': 'text/plain; charset=utf-8',
        'Content-Transfer-Encoding': 'base64',
      }),
      `${Buffer.from('I agree that a separate system call is the better way, because it keeps the fast path simple.\n').toString('base64')}\n`,
    );
    const twin = flowed.replace('<4@', '<5@').replaceAll('Person E', 'Person F');
    await add(put('a.mbox', mailbox(FIRST, SECOND, flowed, twin)));
    const update = await planUpdate(root);
    writeUpdate(root, update);
    expect(update.merge.counts.records.new).toBe(1);
    expect(update.merge.counts.positions.new).toBeGreaterThanOrEqual(3);
    const { findings } = await verifyKnowledge(root);
    expect(findings).toEqual([]);
    const again = await planUpdate(root);
    expect(again.merge.writes).toEqual([]);
  });
});
