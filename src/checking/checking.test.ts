import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CORPUS } from '../citation/__fixtures__/corpus.ts';
import { writeTools } from '../tools/write.ts';
import { checkTexts } from './check.ts';
import { mentionsIn } from './mentions.ts';
import { githubReport, jsonReport, textReport } from './reporters.ts';

function codes(text: string): string[] {
  return checkTexts([{ name: 'x', text }], CORPUS).findings.map(({ code, typed }) => `${code} ${typed}`);
}

describe('ids in a text', () => {
  it.each<[string, string, number | null]>([
    ['PREC-7F3Q2', 'PREC-7F3Q2', null],
    ['see prec-7f3q2-p3.', 'PREC-7F3Q2-P3', null],
    ['PREC-7F3Q2-P003', 'PREC-7F3Q2-P3', null],
    ['PREC-7F3QO-P3 (typed with a letter for a digit)', 'PREC-7F3Q0-P3', null],
    ['Link: https://x.example/PREC-7F3Q2-P3/v/2/ [1]', 'PREC-7F3Q2-P3', 2],
    ['\\cite{PREC-7F3Q2-v12}', 'PREC-7F3Q2', 12],
    ['(PREC-7F3Q2-P3-A1, version 4)', 'PREC-7F3Q2-P3-A1', 4],
    ['PREC-7F3Q2 v4:', 'PREC-7F3Q2', 4],
    ['PREC-7F3Q2 version 4', 'PREC-7F3Q2', 4],
    ['PREC-7F3Q2 v4l', 'PREC-7F3Q2', null],
  ])('are found: %s', (text, id, version) => {
    expect(mentionsIn(text)).toMatchObject([{ id, version }]);
  });

  it.each(['XPREC-7F3Q2', 'PREC-7F3Q', 'PREC-7F3Q22', 'PREC-UUUUU', 'PREC_7F3Q2', 'PRECEDENT'])(
    'are not seen in %s',
    (text) => {
      expect(mentionsIn(text)).toEqual([]);
    },
  );

  it('are told by line and column, whatever the line ends', () => {
    expect(mentionsIn('a\r\nb PREC-00001\rPREC-00002\n PREC-00003').map(({ line, column }) => [line, column])).toEqual([
      [2, 3],
      [3, 1],
      [4, 2],
    ]);
  });

  it('are found in time that grows with the text only', () => {
    const began = performance.now();
    expect(mentionsIn('PREC-'.repeat(200_000))).toEqual([]);
    expect(mentionsIn(`PREC-00001${'-P1'.repeat(300_000)}`)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('a citation', () => {
  it.each<[string, string[]]>([
    ['PREC-0000A PREC-0000A/v/2/ PREC-0000A-P1 PREC-0000A-F1 PREC-0000A-P1-A1', []],
    ['PREC-ZZZZZ', ['citation-unknown PREC-ZZZZZ']],
    ['PREC-0000A-P9', ['citation-unknown PREC-0000A-P9']],
    ['prec-ision and prec-onception', []],
    ['prec-99999', ['citation-unknown prec-99999']],
    ['PREC-0000B', ['citation-superseded PREC-0000B']],
    ['PREC-0000B-P1', ['citation-superseded PREC-0000B-P1']],
    ['PREC-0000C', ['citation-withdrawn PREC-0000C']],
    ['PREC-0000A-P3', ['citation-withdrawn PREC-0000A-P3']],
    ['PREC-0000D', ['citation-moved PREC-0000D']],
    ['PREC-0000D-P4', ['citation-moved PREC-0000D-P4']],
    ['PREC-0000A/v/1/', ['citation-changed PREC-0000A/v/1']],
    ['prec-0000a-p1-v1', ['citation-changed prec-0000a-p1-v1']],
    ['PREC-0000A v3', ['citation-version-unknown PREC-0000A v3']],
  ])('is judged: %s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('that is stale is told what changed since', () => {
    const { findings } = checkTexts([{ name: 'x', text: 'PREC-0000A-P1/v/1/' }], CORPUS);
    expect(findings[0]?.what).toBe('has changed since version 1: stance: supports → opposes');
  });
});

describe('a report', () => {
  const report = checkTexts([{ name: 'a,b:c.txt', text: '\n PREC-ZZZZZ' }], CORPUS);

  it('is printed by file and line, with a count', () => {
    expect(textReport(report)).toBe(
      'citation-unknown: PREC-ZZZZZ: no decision or position has this id (a,b:c.txt:2). Mend: check the id; it has no I, L, O or U\n1 citation in 1 text: 1 finding\n',
    );
    expect(textReport(checkTexts([{ name: 'a', text: 'words' }], CORPUS))).toBe(
      '0 citations in 1 text: all of them stand\n',
    );
    expect(textReport(checkTexts([], CORPUS))).toBe('0 citations in 0 texts: nothing was read\n');
  });

  it('is JSON for programs', () => {
    expect(JSON.parse(jsonReport(report))).toMatchObject({
      texts: 1,
      citations: 1,
      findings: [{ code: 'citation-unknown', id: 'PREC-ZZZZZ', file: 'a,b:c.txt', line: 2, column: 2 }],
    });
  });

  it('is annotations for GitHub, escaped so that no file name can add one', () => {
    expect(githubReport(report)).toBe(
      '::warning file=a%2Cb%3Ac.txt,line=2,col=2,title=citation-unknown::PREC-ZZZZZ: no decision or position has this id. Mend: check the id; it has no I, L, O or U\n',
    );
    expect(
      githubReport(checkTexts([{ name: 'x\n::error::y', text: 'PREC-ZZZZZ' }], CORPUS))
        .trimEnd()
        .split('\n'),
    ).toHaveLength(1);
  });
});

const SCRIPTS = join(import.meta.dirname, '../../scripts');

describe('outside the project, with the published file alone', { timeout: 60_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-check-'));
    writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ ...CORPUS, later: 'field' }));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function run(script: string, args: readonly string[], input = '') {
    return spawnSync(process.execPath, [join(SCRIPTS, script), ...args], { cwd: folder, encoding: 'utf8', input });
  }

  it('npm run cite prints a citation for an id in any case', () => {
    expect(run('cite.ts', ['prec-0000a', 'p1'.toUpperCase(), '--from', 'corpus.json']).status).toBe(2);
    const { status, stdout } = run('cite.ts', [
      'prec-oooo4-p1'.replace('4', 'a'),
      '--format',
      'bibtex',
      '--from',
      'corpus.json',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('@techreport{PREC-0000A-P1-v2,');
  });

  it('npm run cite says what became of an id, and refuses what it does not know', () => {
    const moved = run('cite.ts', ['PREC-0000D', '--from', 'corpus.json']);
    expect(moved).toMatchObject({ status: 0, stderr: 'PREC-0000D is now part of PREC-0000A\n' });
    expect(run('cite.ts', ['PREC-0000A-P3', '--from', 'corpus.json'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Its author asked for it.'),
    });
    expect(run('cite.ts', ['PREC-99999', '--from', 'corpus.json']).stderr).toMatch(/^citation-unknown: PREC-99999/);
    expect(run('cite.ts', ['PREC-0000A', '--format', 'word', '--from', 'corpus.json']).status).toBe(2);
    expect(run('cite.ts', ['PREC-0000A', '--from', 'absent.json']).stderr).toMatch(/^corpus-unreadable/);
    expect(run('cite.ts', ['PREC-0000A']).stderr).toMatch(/^corpus-unreadable/);
  });

  it('npm run check finds each in files, folders and standard input', () => {
    mkdirSync(join(folder, 'src/node_modules'), { recursive: true });
    writeFileSync(join(folder, 'src/a.c'), '/* see PREC-0000B */\n');
    writeFileSync(join(folder, 'src/b.bin'), 'PREC-ZZZZZ\0');
    writeFileSync(join(folder, 'src/node_modules/c'), 'PREC-ZZZZZ');
    const { status, stdout } = run('check.ts', ['src', '-', '--from', 'corpus.json'], 'PREC-0000A\nPREC-ZZZZZ');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^citation-superseded.*\(src\/a\.c:1\).*\ncitation-unknown.*\(standard input:2\).*\n3 citations in 2 texts: 2 findings\n$/,
    );
    expect(run('check.ts', ['-', '--json', '--from', 'corpus.json'], 'PREC-0000A')).toMatchObject({ status: 0 });
    expect(run('check.ts', ['--from', 'corpus.json'])).toMatchObject({ status: 2 });
    expect(run('check.ts', ['absent', '--from', 'corpus.json'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('file-unreadable'),
    });
  });

  it('the published tools work from an unzipped copy of the site, and from a corpus alone', async () => {
    mkdirSync(join(folder, 'site/api/v1'), { recursive: true });
    writeFileSync(join(folder, 'site/api/v1/corpus.json'), JSON.stringify(CORPUS));
    expect(await writeTools(join(folder, 'site'))).toEqual(['tools/cite.mjs', 'tools/check.mjs']);
    const tool = (name: string, args: readonly string[], input = '') =>
      spawnSync(process.execPath, [join(folder, 'site/tools', name), ...args], {
        cwd: tmpdir(),
        encoding: 'utf8',
        input,
      });
    expect(tool('cite.mjs', ['prec-0000a'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('PREC-0000A: Pipes or rings'),
    });
    expect(tool('check.mjs', ['-'], 'PREC-0000B')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^citation-superseded/),
    });
    expect(tool('cite.mjs', ['PREC-0000A-P01', '--from', join(folder, 'corpus.json')])).toMatchObject({ status: 0 });
    // As in Node 20, which has no Map.groupBy.
    const old = ['--import', 'data:text/javascript,delete Map.groupBy', join(folder, 'site/tools/check.mjs'), '-'];
    const checked = spawnSync(process.execPath, old, { cwd: tmpdir(), encoding: 'utf8', input: 'PREC-0000A/v/1/' });
    expect(checked).toMatchObject({ status: 1, stderr: '', stdout: expect.stringMatching(/^citation-changed/) });
    for (const name of ['cite', 'check']) {
      const help = tool(`${name}.mjs`, ['--help']);
      expect(help.stdout).toMatch(new RegExp(`^node tools/${name}\\.mjs \\S`));
      const said = help.stdout + tool(`${name}.mjs`, []).stderr + tool(`${name}.mjs`, ['--colour']).stderr;
      expect(said).toContain(`Mend: see node tools/${name}.mjs --help`);
      expect(said).not.toContain('npm run');
    }
  });

  it('npm run check looks through commit messages', () => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'one');
    git('commit', '-q', '--allow-empty', '-m', 'two\n\nLink: https://precedent.example/PREC-0000A-P1/v/1/ [1]');
    const { status, stdout } = run('check.ts', ['--commits', 'HEAD~1..HEAD', '--github', '--from', 'corpus.json']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::warning file=commit [0-9a-f]+,line=3,col=33,title=citation-changed::/);
    expect(run('check.ts', ['--commits', 'nowhere..HEAD', '--from', 'corpus.json']).stderr).toMatch(
      /^commits-unreadable/,
    );
    expect(run('check.ts', ['--commits', '--output=x', '--from', 'corpus.json']).status).not.toBe(0);
  });
});
