import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../model/digest.ts';
import { loadKnowledge } from '../records/load.ts';
import { planUpdate } from '../records/update.ts';
import { Project } from '../verify/__fixtures__/knowledge.ts';
import { readHistories } from '../versions/index.ts';
import { shapes } from './__fixtures__/shapes.ts';
import { BEGUN, LOG, withdraw } from './index.ts';

/** What is kept from one run to the next stands within the project, so that it is looked through as well. */
const KEPT = '.kept';
const SCRIPTS = join(import.meta.dirname, '../../scripts');
const SOURCE = 'content/sources/2014-talk';
const OTHER = 'content/sources/2014-answer';
/** Quotes the second position of the first source, its lines broken elsewhere. */
const ANSWER = `From: Bob Sample <bob@example.org>
Subject: Re: How to move the data
Date: Wed, 04 Jun 2014 10:00:00 +0000
Message-ID: <b@example.org>
In-Reply-To: <a@example.org>

Ann Example wrote:
> I would not touch the
> page tables, because every processor
> must be told.

But that is cheap today, and we should map the pages.
`;
const ASKED = { code: 'author-request', date: '2026-11-21' } as const;

/** Words of the removed position that may stand nowhere any more. */
const REMOVED = [
  'touch the page tables',
  'touch the\n> page tables',
  'every processor must',
  'processor\n> must',
  'must be told',
];

/** What the second mail of a mailbox says. */
const OTHERWISE = 'Let us leave it, then, and look at the pipes.';

/** Encodes as mailers do (RFC 2045 §6.7): nothing but printable ASCII, lines of 76 characters at most, broken softly. */
function quotedPrintable(text: string | Uint8Array): string {
  const bytes = Array.from(Buffer.from(text), (byte) =>
    byte === 0x0a
      ? '\n'
      : byte < 0x20 || byte > 0x7e || byte === 0x3d || byte === 0x2c
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
  );
  let [out, width] = ['', 0];
  for (const one of bytes) {
    if (one === '\n') width = -1;
    else if (width + one.length > 60) [out, width] = [`${out}=\n`, 0];
    out += one;
    width += one === '\n' ? 1 : one.length;
  }
  return out;
}

function base64(text: string | Uint8Array): string {
  return (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');
}

describe('withdrawing', () => {
  let project: Project;
  let id: string;
  beforeEach(async () => {
    project = await Project.make();
    id = project.record.slice('content/decisions/'.length, 'content/decisions/PREC-7F3Q2'.length);
    project.write(`${OTHER}/message.txt`, ANSWER);
    project.write(
      `${OTHER}/source.yaml`,
      project
        .read(`${SOURCE}/source.yaml`)
        .replace(/^sha256: .*$/m, `sha256: ${sha256(ANSWER)}`)
        .replaceAll('Ann Example', 'Bob Sample'),
    );
    project.change(project.record, 'draft: true', 'draft: false');
    project.addToBody(
      `Both said so. <Rests on="P1 P2" />\n\nOne said no. <Rests on="${'P2'}" />\n\n<Position id="P2" />\n\nHere it ends. <Rests on="P1" />`,
    );
    project.write(
      'content/themes.yaml',
      `- id: moving\n  title: Moving\n  question: How does it move?\n  account:\n    - text: It moves.\n      rests: [${id}-P2]\n  positions: [${id}-P1, ${id}-P2, ${id}-P3]\n`,
    );
    project.write(
      'content/evaluation/positions.jsonl',
      `${JSON.stringify({ doc: '2014-talk', start: { line: 11, column: 1 }, end: { line: 11, column: 9 }, raw: 'I would not touch the page tables, because' })}\n${JSON.stringify({ doc: '2014-talk', start: { line: 14, column: 1 }, end: { line: 14, column: 9 }, raw: 'A pipe is enough.' })}\n`,
    );
    expect((await project.verify()).findings).toEqual([]);
  });
  afterEach(() => {
    project.remove();
  });

  function run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [join(SCRIPTS, script), ...args], {
      cwd: project.root,
      env: { ...process.env, PRECEDENT_CACHE: KEPT },
      encoding: 'utf8',
    });
  }

  /** Every file of the project as text. */
  function everything(): Map<string, string> {
    const names = readdirSync(project.root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    return new Map(
      names.map((one) => [
        join(one.parentPath, one.name).slice(project.root.length + 1),
        readFileSync(join(one.parentPath, one.name), 'utf8'),
      ]),
    );
  }

  function filesThatSay(pieces: readonly string[]): string[] {
    return [...everything()].filter(([, text]) => pieces.some((piece) => text.includes(piece))).map(([name]) => name);
  }

  function filesThatHide(pieces: readonly string[]): string[] {
    const plain = (text: string): string => text.replace(/\n> /g, ' ');
    return [...everything()]
      .filter(([, text]) => shapes(text).some((shape) => pieces.some((piece) => plain(shape).includes(plain(piece)))))
      .map(([name]) => name);
  }

  it('finds the words in the test’s own project before, or the others would prove nothing', () => {
    expect(filesThatSay(REMOVED)).toEqual(
      expect.arrayContaining([
        `${SOURCE}/message.txt`,
        `${OTHER}/message.txt`,
        project.record,
        'content/evaluation/positions.jsonl',
      ]),
    );
  });

  it('takes the words of a position out of everything, the mail that quotes them included, and leaves a tombstone', async () => {
    expect(run('release.ts', '--date', '2026-01-01').status).toBe(0);
    expect(filesThatSay(REMOVED)).toContain(`content/versions/${id}.jsonl`);
    expect(run('extract.ts', '--dry-run').status).toBe(0);
    for (const kind of ['documents', 'positions', 'records'])
      expect(filesThatSay(REMOVED).some((name) => name.startsWith(`${KEPT}/${kind}/`))).toBe(true);
    const before = project.read(`${SOURCE}/message.txt`);
    const { status, stdout, stderr } = run(
      'withdraw.ts',
      `${id}-P2`,
      '--reason',
      'author-request',
      '--date',
      '2026-11-21',
    );
    expect(stderr).toMatch(/^look at .*: a sentence has lost what it rested on\n$/);
    expect(status).toBe(1);
    expect(stdout).toContain(`${id}-P2 withdrawn: Its author asked for it.`);
    expect(filesThatSay(REMOVED)).toEqual([]);

    expect((await project.verify()).findings).toEqual([]);
    const { decisions, redirects, sources, themes } = await loadKnowledge(project.root);
    expect(redirects).toEqual([
      { from: `${id}-P2`, to: null, code: 'author-request', reason: 'Its author asked for it.', date: '2026-11-21' },
    ]);
    expect(decisions[0]?.positions.map((one) => one.id)).toEqual(['P1', 'P3']);
    expect(decisions[0]?.minted).toBe(3);
    expect(decisions[0]?.oneSided).toBe('Words that were quoted here have been taken out. Its author asked for it.');
    expect(project.read(project.record)).toContain(
      'Both said so. <Rests on="P1" />\n\nOne said no. <Rests on="editor" />\n\n\n\nHere',
    );
    expect(themes[0]?.positions).toEqual([`${id}-P1`, `${id}-P3`]);
    expect(themes[0]?.account[0]?.rests).toEqual(['editor']);
    expect(project.read('content/evaluation/positions.jsonl').split('\n')).toHaveLength(2);
    expect(readHistories(project.root).histories.get(`${id}-P2`)?.[0]?.substance).toEqual({ kind: 'removed' });

    const entry = sources.find(({ slug }) => slug === '2014-talk');
    expect(entry?.source.archived).toBe(sha256(before));
    expect(entry?.source.sha256).toBe(sha256(project.read(`${SOURCE}/message.txt`)));
    const after = project.read(`${SOURCE}/message.txt`);
    expect(after).toHaveLength(before.length);
    // Who has the bytes as archived can see that nothing else was touched.
    expect(after.split('\n').filter((line, at) => line !== before.split('\n')[at])).toHaveLength(2);
    expect(after).toContain('A pipe is enough.');

    const logged = JSON.parse(project.read(LOG));
    expect(logged).toMatchObject({ target: `${id}-P2`, code: 'author-request', ids: [`${id}-P2`] });
    expect(existsSync(join(project.root, BEGUN))).toBe(false);
  });

  it('is never undone by the extractor, and its number is never given again', async () => {
    await withdraw(project.root, { target: `${id}-P2`, ...ASKED });
    const { merge } = await planUpdate(project.root);
    for (const { text } of merge.writes) {
      expect(text).not.toMatch(/id: P2$|exact: .*xxxxxxx/m);
      for (const piece of REMOVED) expect(text).not.toContain(piece);
    }
  });

  it('of a message takes what its author wrote, and the positions that rest on it; what it quotes stays', async () => {
    project.remove('content/themes.yaml');
    const { withdrawal } = await withdraw(project.root, { target: 'a@example.org', ...ASKED });
    expect((await project.verify()).findings).toEqual([]);
    expect(withdrawal?.ids).toEqual([`${id}-P2`, `${id}-P3`]);
    expect(filesThatSay([...REMOVED, 'A pipe is enough'])).toEqual([]);
    expect(project.read(`${SOURCE}/message.txt`)).toContain('> Mapping the pages is faster than any pipe.');
  });

  it('refuses what it cannot do whole, and then touches nothing', async () => {
    project.change('content/themes.yaml', `, ${id}-P3]`, ']');
    const before = everything();
    const { findings } = await withdraw(project.root, { target: `${id}-P2`, ...ASKED });
    expect(findings.map(({ code }) => code)).toEqual(['theme-alone']);
    expect((await withdraw(project.root, { target: 'PREC-00000', ...ASKED })).findings[0]?.code).toBe(
      'withdraw-unknown',
    );
    expect(everything()).toEqual(before);
  });

  describe.each([
    ['quoted-printable', quotedPrintable],
    ['base64', base64],
  ])('in %s', (encoding, encode) => {
    /** The answer as a mailbox of two mails: both have a part 1, and only one of them quotes the words. */
    function encoded(): string {
      const [head = '', body = ''] = ANSWER.split(/\n\n(.*)/s);
      const fields = `MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}`;
      const other = head.replace('<b@', '<c@').replace('10:00', '11:00');
      const mail = (fieldsOf: string, text: string) =>
        `From mboxrd@z Thu Jan  1 00:00:00 1970\n${fieldsOf}\n${fields}\n\n${encode(text)}\n\n`;
      return mail(head, `Grüße aus Köln – zuerst.\n\n${body}`) + mail(other, `It is late, isn’t it?\n\n${OTHERWISE}\n`);
    }

    function store(text: string): void {
      project.write(`${OTHER}/message.txt`, text);
      project.change(`${OTHER}/source.yaml`, /^sha256: .*$/m, `sha256: ${sha256(text)}`);
      project.change(`${OTHER}/source.yaml`, 'format: eml', 'format: mbox');
    }

    it('words are taken out of the decoded part, which is encoded again; all else stays byte for byte', async () => {
      const before = encoded();
      store(before);
      expect(filesThatHide(REMOVED)).toContain(`${OTHER}/message.txt`);
      const { findings, withdrawal } = await withdraw(project.root, { target: `${id}-P2`, ...ASKED });
      expect(findings).toEqual([]);
      expect(withdrawal?.stretches.filter(({ part }) => part === '1').map(({ message }) => message)).toEqual(
        expect.arrayContaining(['<b@example.org>']),
      );
      expect(filesThatHide(REMOVED)).toEqual([]);
      expect((await project.verify()).findings).toEqual([]);

      const after = project.read(`${OTHER}/message.txt`);
      for (const line of after.split('\n')) expect(line.length).toBeLessThanOrEqual(76);
      const [left, was] = [after, before].map((text) => text.split('\n'));
      expect(left).toHaveLength(was?.length ?? 0);
      const touched = was?.flatMap((line, index) => (line === left?.[index] ? [] : [index])) ?? [];
      expect(touched.length).toBeGreaterThan(0);
      // Nothing but lines of the first mail's body.
      const [begin, end] = [before.indexOf('\n\n'), before.indexOf('\nFrom mboxrd', 1)];
      expect(after.slice(0, begin)).toBe(before.slice(0, begin));
      expect(after.slice(after.indexOf('\nFrom mboxrd', 1))).toBe(before.slice(end));

      const { sources } = await loadKnowledge(project.root);
      const entry = sources.find(({ slug }) => slug === '2014-answer');
      expect(entry?.source.withheld?.[0]).toMatchObject({ part: '1', message: '<b@example.org>' });
      const texts = entry?.messages.map(({ lines }) => lines.map(({ raw }) => raw).join('\n')) ?? [];
      expect(texts[0]).toMatch(
        /Grüße aus Köln – zuerst\.[\s\S]*> x[x ]+\n> x[x ]+\n> x[x ]+\n[\s\S]*that is cheap today/,
      );
      expect(texts[1]).toContain(OTHERWISE);
    });

    it('words of a whole message are taken out, of this message alone', async () => {
      store(encoded());
      project.remove('content/themes.yaml');
      const { findings } = await withdraw(project.root, { target: 'c@example.org', ...ASKED });
      expect(findings).toEqual([]);
      expect(filesThatHide([OTHERWISE, 'It is late'])).toEqual([]);
      expect(filesThatHide(['that is cheap today'])).toContain(`${OTHER}/message.txt`);
    });

    it('nothing is touched where the part is signed, or its charset has several bytes a character', async () => {
      const plain = encoded();
      const signed = plain.replace(
        /^(Content-Type: .*\nContent-Transfer-Encoding: .*\n)\n([\s\S]*?\n)(?=\nFrom mboxrd)/m,
        'Content-Type: multipart/signed; boundary="b"\n\n--b\n$1\n$2\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n',
      );
      expect(signed).toContain('multipart/signed');
      // 提案 in GBK, with the words after it on the same line.
      const body = Buffer.concat([
        Buffer.from('> '),
        Buffer.from([0xcc, 0xe1, 0xb0, 0xb8]),
        Buffer.from(' I would not touch the page tables, because every processor must be told.\n'),
      ]);
      const gbk = plain.replace(
        /charset=utf-8(\n.*\n)\n[\s\S]*?(?=\n\nFrom mboxrd)/,
        (_, field: string) => `charset=gbk${field}\n${encode(body)}`,
      );
      for (const [text, code] of [
        [signed, 'withdraw-signed'],
        [gbk, 'withdraw-encoded'],
      ] as const) {
        store(text);
        expect(filesThatHide(REMOVED)).toContain(`${OTHER}/message.txt`);
        const before = everything();
        const { findings } = await withdraw(project.root, { target: `${id}-P2`, ...ASKED });
        expect(findings.map((one) => one.code)).toEqual([code]);
        expect(everything()).toEqual(before);
        project.change(`${OTHER}/source.yaml`, 'format: mbox', 'format: eml');
      }
    });
  });

  it('goes on where it was broken off, whatever it is asked for next', async () => {
    await withdraw(project.root, { target: `${id}-P2`, ...ASKED });
    const done = everything();
    const { reason: _, ...logged } = { reason: '', ...JSON.parse(project.read(LOG)) };
    project.write(BEGUN, JSON.stringify({ ...logged, reason: 'Its author asked for it.' }));
    expect((await withdraw(project.root, { target: 'nothing@example.org', ...ASKED })).findings).toHaveLength(1);
    expect(everything()).toEqual(done);
  });

  it('is asked for rightly or not at all', () => {
    expect(run('withdraw.ts').status).toBe(2);
    expect(run('withdraw.ts', `${id}-P2`, '--reason', 'whim', '--date', '2026-11-21').status).toBe(2);
    expect(run('withdraw.ts', `${id}-P2`, '--reason', 'legal').status).toBe(2);
  });
});
