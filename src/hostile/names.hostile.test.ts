import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addArchives } from '../adding/index.ts';
import { Slug } from '../model/primitives.ts';

const OUT = ['../../../escape', '/tmp/escape', '..\\..\\escape', 'a/../../escape', '%2e%2e%2fescape', 'CON', '-rf'];

/** A mail whose names are the attack. */
function mail({ subject = 'Pipes', id = '1@b.example', list = 'pipes.b.example', from = 'Ann Bee' }): string {
  return `From a@b Mon Jun  1 00:00:00 2015\nFrom: ${from} <a@b.example>\nDate: Mon, 1 Jun 2015 00:00:00 +0000\nMessage-ID: <${id}>\nList-Id: <${list}>\nSubject: ${subject}\n\nI think we should not.\n`;
}

/** Gzip (RFC 1952) that says in its header which name the file had. */
function gzipNamed(text: string, name: string): Buffer {
  const packed = gzipSync(text);
  const header = Buffer.from(packed.subarray(0, 10));
  header[3] = 0x08;
  return Buffer.concat([header, Buffer.from(`${name}\0`, 'latin1'), packed.subarray(10)]);
}

describe('names that want to be paths', () => {
  let outer: string;
  let root: string;
  beforeEach(() => {
    outer = mkdtempSync(join(tmpdir(), 'precedent-names-'));
    root = join(outer, 'a/b/project');
    mkdirSync(join(root, 'inbox'), { recursive: true });
  });
  afterEach(() => rmSync(outer, { recursive: true }));

  const put = (name: string, data: string | Uint8Array): string => {
    writeFileSync(join(root, 'inbox', name), data);
    return join(root, 'inbox', name);
  };

  /** Everything there is, but for what the test itself put there. */
  const made = (): string[] =>
    readdirSync(outer, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(outer.length + 1))
      .filter((file) => !file.startsWith('a/b/project/inbox/'))
      .sort();

  /** Takes a path; what is made stands in one folder of the sources, and nothing elsewhere. */
  async function taken(path: string, name = 'talk'): Promise<string> {
    const { outcomes } = await addArchives(root, [path], { selection: {}, list: name });
    expect(outcomes).toHaveLength(1);
    const [slug = ''] = readdirSync(join(root, 'content/sources'));
    expect(Slug.safeParse(slug).success).toBe(true);
    const folder = `a/b/project/content/sources/${slug}`;
    expect(made()).toEqual([`${folder}/message.txt`, `${folder}/source.yaml`]);
    expect(existsSync('/tmp/escape')).toBe(false);
    return readFileSync(join(root, 'content/sources', slug, 'source.yaml'), 'utf8');
  }

  it.each(OUT)('lead nowhere as subject, Message-ID, list and sender: %j', async (name) => {
    await taken(put('a.mbox', mail({ subject: name, id: `${name}@b.example`, list: name, from: name })), name);
  });

  it.each(OUT)('lead nowhere as the name that a packed file says it had: %j', async (name) => {
    expect(await taken(put('a.gz', gzipNamed(mail({}), name)))).not.toContain('escape');
  });

  it.each(['%2e%2e%2fescape', 'a\\..\\escape', '-rf', '$(touch escape)', 'a\nb:2,S'])(
    'lead nowhere as the name of a mail in a Maildir: %j',
    async (name) => {
      for (const folder of ['cur', 'new', 'tmp']) mkdirSync(join(root, 'inbox/box', folder), { recursive: true });
      put(join('box/cur', name), mail({}).replace(/^From a.*\n/, ''));
      expect(await taken(join(root, 'inbox/box'))).not.toContain('escape');
    },
  );

  it('lead nowhere as the name of a file in a repository, which is not read', async () => {
    const repository = join(root, 'inbox/list.git');
    mkdirSync(repository);
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.example', ...args], {
        cwd: repository,
        encoding: 'utf8',
        input: mail({ subject: 'Stray' }),
      });
    git('init', '-q');
    writeFileSync(join(repository, 'm'), mail({}).replace(/^From a.*\n/, ''));
    for (const name of ['-rf', '$(touch escape)', 'HEAD:m', 'é\nm']) writeFileSync(join(repository, name), mail({}));
    git('add', '--all');
    git('commit', '-q', '-m', '../../escape');
    const source = await taken(repository);
    expect(source).toContain('title: Pipes');
  });

  it.each([
    [
      'whose members lead out of it',
      () => zipSync({ '../../../escape': Buffer.from(mail({})), '/tmp/escape': Buffer.from(mail({})) }),
    ],
    ['that grows a thousand times', () => zipSync({ bomb: new Uint8Array(20_000_000) })],
    ['inside gzip', () => gzipSync(zipSync({ '../escape': Buffer.from(mail({})) }))],
  ])('are not even unpacked from a zip %s: nothing here reads zip, and it is refused', async (_, zip) => {
    const { outcomes, findings } = await addArchives(root, [put('a.zip', zip())], { selection: {} });
    expect(outcomes).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['format-unknown']);
    expect(made()).toEqual([]);
  });
});
