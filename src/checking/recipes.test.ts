import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { CORPUS } from '../citation/__fixtures__/corpus.ts';
import { writeTools } from '../tools/write.ts';
import { mentionsIn } from './mentions.ts';
import { RECIPES } from './recipes.ts';

const SITE = 'https://precedent.example/';

function textFor(program: string): string {
  const recipe = RECIPES.find((one) => one.program === program);
  if (recipe === undefined) throw new Error(`there is no recipe for ${program}`);
  return recipe.text(SITE);
}

/** What each program makes of a message, by the rules it documents: id → address. */
function linked(pattern: RegExp, address: string, text: string): [string, string][] {
  return [...text.matchAll(pattern)].map((found) => [
    found[1] ?? '',
    address.replace(/\$1|\{index\}|<num>/, found[1] ?? ''),
  ]);
}

const MESSAGE = 'As PREC-7F3Q2 and PREC-7F3Q2-P12 say (PREC-0000A).';
const EXPECTED = ['PREC-7F3Q2', 'PREC-7F3Q2-P12', 'PREC-0000A'].map((id) => [id, `${SITE}${id}/`]);

describe('a recipe', () => {
  it('for GitHub leads from its prefix and “alphanumeric” number to the page', () => {
    const [, prefix = '', template = ''] = /create (\S+) '(\S+)'/.exec(textFor('GitHub')) ?? [];
    // “A-Z (case insensitive), 0-9, and -” follow the prefix: manual of gh repo autolink create.
    const found = linked(new RegExp(`${prefix}([A-Za-z0-9-]+)`, 'g'), template, MESSAGE);
    expect(found.map(([num, address]) => [`${prefix}${num}`, address])).toEqual(EXPECTED);
  });

  it('for Gerrit is a pattern and a link, quoted as its configuration is', () => {
    const text = textFor('Gerrit');
    const [, match = ''] = /match = "(.*)"/.exec(text) ?? [];
    const [, link = ''] = /link = (\S+)/.exec(text) ?? [];
    expect(linked(new RegExp(match.replaceAll('\\\\', '\\'), 'g'), link, MESSAGE)).toEqual(EXPECTED);
  });

  it('for Forgejo is a pattern with one group and an address with its place', () => {
    const text = textFor('Forgejo and Gitea');
    const [, pattern = ''] = /Pattern: +(\S+)/.exec(text) ?? [];
    const [, address = ''] = /URL: +(\S+)/.exec(text) ?? [];
    expect(linked(new RegExp(pattern, 'g'), address, MESSAGE)).toEqual(EXPECTED);
  });

  it('for cgit is a filter that makes links of ids in escaped text, and of none inside an address', () => {
    const run = (input: string) => spawnSync('sh', ['-c', textFor('cgit')], { input, encoding: 'utf8' }).stdout;
    const link = (id: string) => `<a href="${SITE}${id}/">${id}</a>`;
    expect(run('See PREC-7F3Q2-P3 &lt;b&gt;, PREC-0000A.\n')).toBe(
      `See ${link('PREC-7F3Q2-P3')} &lt;b&gt;, ${link('PREC-0000A')}.\n`,
    );
    const address = `Link: ${SITE}PREC-7F3Q2-P3/v/1/ [1]\n`;
    expect(run(address)).toBe(address);
  });

  it('for GitLab is a job whose script runs the published check and fails where a citation does not stand', async () => {
    const Job = z.object({ 'precedent-citations': z.object({ script: z.array(z.string()) }) });
    const { script } = Job.parse(parse(textFor('GitLab')))['precedent-citations'];
    const folder = mkdtempSync(join(tmpdir(), 'precedent-gitlab-'));
    try {
      const sh = (command: string) =>
        spawnSync('sh', ['-ec', command], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env.PATH}` },
        });
      sh('git init -q && printf "/* PREC-0000A, PREC-ZZZZZ */" > a.c && git add a.c');
      // In the place of what curl would fetch from the site.
      mkdirSync(join(folder, 'precedent/api/v1'), { recursive: true });
      await writeTools(join(folder, 'precedent'));
      writeFileSync(join(folder, 'precedent/api/v1/corpus.json'), JSON.stringify(CORPUS));
      expect(script.filter((line) => line.startsWith('curl'))).toHaveLength(2);
      const done = sh(script.filter((line) => !line.startsWith('curl')).join('\n'));
      expect(done.status).not.toBe(0);
      expect(done.stdout).toMatch(/^citation-unknown: PREC-ZZZZZ.*\n2 citations in 1 text: 1 finding\n$/);

      writeFileSync(join(folder, 'message'), 'Fix it\n\nSee PREC-0000B.\n');
      writeFileSync(join(folder, 'hook'), textFor('git'));
      expect(sh('sh ./hook message')).toMatchObject({
        status: 1,
        stdout: expect.stringMatching(/^citation-superseded/),
      });
      writeFileSync(join(folder, 'message'), 'Fix it\n\nSee PREC-0000A.\n');
      expect(sh('sh ./hook message')).toMatchObject({ status: 0 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('of each other kind names the address of a page', () => {
    for (const program of ['Sphinx', 'Emacs'])
      expect(textFor(program)).toMatch(/https:\/\/precedent\.example\/(?:PREC-)?%s\//);
    expect(mentionsIn(MESSAGE)).toHaveLength(3);
  });
});
