import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf, loadCorpus } from '../corpus/index.ts';
import { Project } from '../verify/__fixtures__/knowledge.ts';
import { ADDRESS_LIST, readAddresses } from './addresses.ts';
import { readHistories } from './read.ts';

const SCRIPTS = join(import.meta.dirname, '../../scripts');
const OTHER = 'content/decisions/PREC-0000B-other.mdx';

describe('ten years of a record', { timeout: 60_000 }, () => {
  let project: Project;
  let id: string;

  function run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [join(SCRIPTS, script), ...args], { cwd: project.root, encoding: 'utf8' });
  }
  const digests = () =>
    new Map([...readHistories(project.root).histories].map(([key, versions]) => [key, versions.at(-1)?.digest]));

  /** Every address ever released answers, and with what. */
  async function answers(): Promise<Map<string, string>> {
    const answered = answersOf(await loadCorpus(project.root));
    const released = readAddresses(readFileSync(join(project.root, ADDRESS_LIST), 'utf8'));
    expect(released.length).toBeGreaterThan(0);
    expect(released.filter((address) => !answered.has(address))).toEqual([]);
    return answered;
  }

  beforeAll(async () => {
    project = await Project.make();
    id = project.record.slice('content/decisions/'.length, 'content/decisions/PREC-7F3Q2'.length);
    project.change(project.record, 'draft: true', 'draft: false');
    project.write(OTHER, project.read(project.record).replaceAll(id, 'PREC-0000B'));
  });
  afterAll(() => {
    project.remove();
  });

  it('begins with a release, which needs its day', async () => {
    expect(run('release.ts').status).toBe(2);
    expect(run('release.ts', '--date', 'today').status).toBe(2);
    expect(run('release.ts', '--date', '2026-01-01', '--dry-run').stdout).toContain('8 versions to release');
    const { stdout, status, stderr } = run('release.ts', '--date', '2026-01-01');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('8 versions released, 0 drafts left out');
    expect((await answers()).get(`${id}-P3/v/1/`)).toBe('page');
  });

  it('sees a title renamed and a slip of the pen mended: nothing of substance, so no new version', () => {
    const before = digests();
    project.change(project.record, 'title: How to move the data', 'title: Moving data');
    project.change(project.record, 'This record was drafted', 'This record was once drafted');
    expect(run('release.ts', '--date', '2027-01-01').stdout).toContain('0 versions released');
    expect(digests()).toEqual(before);
  });

  it('sees a stance changed, a position withdrawn and another record merged in: only those digests change', async () => {
    const before = digests();
    const text = project.read(project.record);
    const at = text.indexOf('  - id: P3');
    project.write(project.record, text.slice(0, at) + text.slice(at).replace('stance: supports', 'stance: proposes'));
    project.change(project.record, /( {4}review: extracted\n)/, '$1    withdrawn: The editors misread it.\n');
    project.change(project.record, /^minted: 3/m, 'aliases: [PREC-0000B]\nminted: 3');
    rmSync(join(project.root, OTHER));
    const { stdout, stderr } = run('release.ts', '--date', '2028-01-01');
    expect(stderr).toBe('');
    expect(stdout).toContain(`${id}-P3 version 2: stance: supports → proposes\n`);
    expect(stdout).toContain(`${id}-P1 version 2: withdrawn: The editors misread it.\n`);
    expect(stdout).toContain(`PREC-0000B version 2: moved to ${id} (merged): This record was merged into another.\n`);
    const changed = [...digests()].filter(([key, digest]) => before.get(key) !== digest).map(([key]) => key);
    expect(changed.sort()).toEqual(
      [id, `${id}-P1`, `${id}-P3`, 'PREC-0000B', 'PREC-0000B-P1', 'PREC-0000B-P2', 'PREC-0000B-P3'].sort(),
    );
    const answered = await answers();
    expect(answered.get('PREC-0000B/')).toBe('redirect');
    expect(answered.get('PREC-0000B-P2/')).toBe('redirect');
    expect(answered.get('PREC-0000B-P2/v/1/')).toBe('page');
    expect(answered.get(`${id}-P1/`)).toBe('tombstone');
    expect(answered.get(`${id}-P1/v/1/`)).toBe('page');
  });

  it('reports of a text that cites each of them exactly what is wrong', () => {
    project.write(
      'patch.txt',
      [`${id}-P2/v/1/`, `${id}-P3/v/1/`, `${id}-P3/v/2/`, `${id}-P1`, 'PREC-0000B', 'PREC-99999', `${id}/v/1/`].join(
        '\n',
      ),
    );
    const { findings } = JSON.parse(run('check.ts', 'patch.txt', '--json').stdout);
    expect(findings.map(({ code, line }: { code: string; line: number }) => `${line} ${code}`)).toEqual([
      '2 citation-changed',
      '4 citation-withdrawn',
      '5 citation-moved',
      '6 citation-unknown',
      '7 citation-changed',
    ]);
  });

  it('refuses to lose an address, and to release what verification refuses', () => {
    const text = project.read(project.record);
    project.change(project.record, 'aliases: [PREC-0000B]\n', '');
    project.write(
      `${project.record}`,
      project.read(project.record).replace('question: How should', 'question: How would'),
    );
    const lost = run('release.ts', '--date', '2029-01-01');
    expect(lost.status).toBe(1);
    expect(lost.stderr).toContain('address-lost: PREC-0000B');
    project.write(project.record, text.replace('exact: A pipe is enough.', 'exact: A pipe is not enough.'));
    expect(run('release.ts', '--date', '2029-01-01').stderr).toContain('quote-changed');
    project.write(project.record, text);
  });
});
