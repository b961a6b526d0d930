import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mail, mailbox } from '../src/archive/__fixtures__/mail.ts';
import { sha256 } from '../src/model/digest.ts';

const PROJECT = join(import.meta.dirname, '..');
const FIRST =
  'I think we should use raw devices for the database,\nbecause they are — as äll know — faster than files.\n';
const SECOND = `Mo Example wrote:\n${FIRST.replace(/^(?=.)/gm, '> ')}\nI think raw devices are a bad idea, because they bypass\nthe page cache — and öthers.\n`;
const THIRD =
  'Al Other wrote:\n> I think raw devices are a bad idea, because they byp \n> ass the page cache.\n\nI disagree with Al. Raw devices should be sup \nported, because the page cache is slow.\n';

const quotedPrintable = (text: string): string =>
  text.replace(/[=\x80-\uffff]/g, (sign) =>
    [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  );

function partsOf(number: number, name: string, fields: string, text: string): string {
  const header = {
    From: `${name} <${number}@example.org>`,
    Subject: `${number === 1 ? '' : 'Re: '}Should we use raw devices?`,
    Date: `Fri, 13 Jun 2014 1${number}:30:00 +0000`,
    'Message-ID': `<${number}@example.org>`,
    ...(number === 1 ? {} : { 'In-Reply-To': `<${number - 1}@example.org>` }),
    'Content-Type': 'multipart/mixed; boundary="b"',
  };
  return mail(header, `--b\nContent-Type: text/plain; charset=utf-8${fields}\n\n${text}\n--b\n\nlist footer\n--b--\n`);
}

/** A conversation of which each mail hides its text in another way. */
const HIDDEN = mailbox(
  partsOf(1, 'Mo Example', '\nContent-Transfer-Encoding: base64', Buffer.from(FIRST).toString('base64')),
  partsOf(2, 'Al Other', '\nContent-Transfer-Encoding: quoted-printable', quotedPrintable(SECOND)),
  partsOf(3, 'Cy Third', '; format=flowed; delsp=yes', THIRD),
);

describe('text that a mail hides', { timeout: 60_000 }, () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-hidden-'));
    mkdirSync(join(root, 'content'));
    for (const name of ['terms.yaml', 'people.yaml'])
      cpSync(join(PROJECT, 'content', name), join(root, 'content', name));
    writeFileSync(join(root, 'thread.mbox'), HIDDEN);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  function run(command: string, ...args: string[]) {
    const script = join(PROJECT, 'scripts', `${command}.ts`);
    return spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  }

  it('is quoted as exactly as any other, and verified by its part, line and column', () => {
    expect(run('add', 'thread.mbox', '--url', 'https://lists.example.org/1').status).toBe(0);
    expect(run('extract').status).toBe(0);
    const [name = ''] = readdirSync(join(root, 'content/decisions'));
    const record = readFileSync(join(root, 'content/decisions', name), 'utf8');
    expect(record).toContain(`exact: ${FIRST.trim().replace('\n', ' ')}`);
    expect(record).toContain('— and öthers.');
    expect(record).toContain('Raw devices should be supported, because the page cache is slow.');
    expect(record).toContain('part: "1"');
    expect(run('verify')).toMatchObject({ status: 0, stdout: expect.stringMatching(/quotations checked: each found/) });

    // One letter changed behind base64 must not go unseen, also where the digest of the file was set right.
    const folder = join(root, 'content/sources', readdirSync(join(root, 'content/sources'))[0] ?? '');
    const changed = HIDDEN.replace(
      Buffer.from(FIRST).toString('base64'),
      Buffer.from(FIRST.replace('faster', 'slower')).toString('base64'),
    );
    const meta = readFileSync(join(folder, 'source.yaml'), 'utf8');
    writeFileSync(join(folder, 'message.txt'), changed);
    writeFileSync(join(folder, 'source.yaml'), meta.replace(sha256(HIDDEN), sha256(changed)));
    const verified = run('verify');
    expect(verified.status).toBe(1);
    expect(verified.stdout + verified.stderr).toContain('quote-');
  });
});
