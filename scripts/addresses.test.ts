import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mail, mailbox } from '../src/archive/__fixtures__/mail.ts';

/** Addresses in every place in which a mail may hold one; Message-IDs are of another domain. */
const fields = (number: number, From: string) => ({
  From,
  To: 'Al Other <al@people.example>',
  Cc: '"cy@people.example" <cy@people.example>',
  Date: `Fri, ${10 + number} Jun 2014 10:00:00 +0200`,
  Subject: 'Ask mo@people.example about a splice flag',
  'Message-ID': `<${number}@ids.example>`,
  ...(number === 1 ? {} : { 'In-Reply-To': '<1@ids.example>' }),
  'List-Id': 'Pipes <pipes.lists.example>',
});
const BOX = mailbox(
  mail(
    fields(1, '"mo@people.example" <mo@people.example>'),
    'I propose that we add a splice flag so that readers can skip the copy of every page.\n',
  ),
  mail(
    fields(2, 'bo@people.example'),
    "On Fri, 13 Jun 2014 10:30:00 +0200, mo@people.example wrote:\n> I propose that we add a splice flag so that readers can skip the copy of every page.\n\nI don't think this is a good idea, because it breaks every application that reads twice.\n\n-- \nbo@people.example\n",
  ),
  mail(
    fields(3, 'Bo Third <bo@people.example>'),
    'I would prefer a separate system call, since that keeps the fast path simple.\n\nWrite to cy@people.example.\n\n-- \nbo at people.example\n',
  ),
);

describe('an address of a person is in no output', () => {
  const root = mkdtempSync(join(tmpdir(), 'precedent-addresses-'));
  const file = join(root, 'a.mbox');
  beforeAll(() => {
    mkdirSync(join(root, 'content'), { recursive: true });
    writeFileSync(file, BOX);
  });
  afterAll(() => rmSync(root, { recursive: true }));
  const run = (command: string, ...args: string[]): string => {
    const { stdout, stderr } = spawnSync(process.execPath, [resolve(`scripts/${command}.ts`), ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).not.toBe('');
    return `${stdout}${stderr}`;
  };

  it.each([
    ['read', [file]],
    ['read', ['--plain', file]],
    ['mine', [file]],
    ['mine', ['--json', file]],
    ['add', [file]],
  ])('of npm run %s -- %j', (command, args) => {
    expect(run(command, ...args)).not.toMatch(/@people|people\.example/);
  });

  it('nor in the source.yaml that add writes', () => {
    const sources = join(root, 'content/sources');
    const [slug = ''] = readdirSync(sources);
    expect(readFileSync(join(sources, slug, 'source.yaml'), 'utf8')).not.toMatch(/people\.example/);
    expect(slug).not.toContain('people-example');
  });

  it('nor where extract --json says who: in names, speakers and holders; the text of a line is the file’s own', () => {
    const { messages, positions } = JSON.parse(run('extract', '--json', file).split('\n')[0] ?? '');
    const who = [
      ...messages.flatMap((message: { from: string; lines: { speaker: string | null }[] }) => [
        message.from,
        ...message.lines.map(({ speaker }) => speaker),
      ]),
      ...positions.map(({ holder }: { holder: string | null }) => holder),
    ];
    expect(new Set(who)).toEqual(new Set(['mo', 'bo', 'Bo Third', null]));
  });
});
