import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publishedFiles } from '../api/publish.ts';
import { type Answer, answersOf, type Corpus, loadCorpus } from '../corpus/index.ts';
import { formatFinding } from '../model/problem.ts';
import { loadKnowledge } from '../records/load.ts';
import { verifyKnowledge } from '../verify/index.ts';
import { release, type TenYears, tenYears } from './__fixtures__/ten-years.ts';
import { ADDRESS_LIST, decisionOf, type Histories, readAddresses, readHistories, versionViews } from './index.ts';

const ROOT = join(import.meta.dirname, '../..');

describe('ten years of the content of this repository', () => {
  let root = '';
  let done: TenYears;
  let first: Corpus;
  let second: Corpus;
  let before: Histories;
  let after: Histories;
  let released: string[];

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'precedent-ten-years-'));
    cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
    await release(root, '2030-01-01');
    first = await loadCorpus(root);
    before = readHistories(root).histories;
    done = await tenYears(root);
    expect((await verifyKnowledge(root)).findings.map(formatFinding)).toEqual([]);
    released = await release(root, '2036-01-01');
    second = await loadCorpus(root);
    after = readHistories(root).histories;
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const newest = (id: string): string => `v/${after.get(id)?.at(-1)?.version}/`;
  const mergedIds = () => [...before.keys()].filter((id) => decisionOf(id) === done.merged);

  it('changes digests only where the substance did', () => {
    const { reworded, fated, stance, quoted, withdrawn, removed, into, copied, renamed } = done;
    const positions = [stance, quoted, withdrawn, removed];
    const expected = [reworded, fated, into, copied, ...positions, ...positions.map(decisionOf), ...mergedIds()];
    expect(released.sort()).toEqual(expected.sort());
    for (const [id, versions] of before) {
      const now = after.get(id) ?? [];
      expect([id, now.slice(0, versions.length).map(({ digest }) => digest)]).toEqual([
        id,
        versions.map(({ digest }) => digest),
      ]);
    }
    expect(first.decisions.find(({ id }) => id === renamed)?.title).not.toBe(
      second.decisions.find(({ id }) => id === renamed)?.title,
    );
  });

  it('says between two releases what has changed since the last one', async () => {
    const file = (await loadKnowledge(root)).records.find(({ decision }) => decision.id === done.renamed);
    if (file === undefined) throw new Error('the record is there');
    const question = `question: ${JSON.stringify(`${file.decision.question.replace(/\?$/, '')}, once more?`)}`;
    writeFileSync(join(root, file.file), file.text.replace(/^question: .*\n(?: +.*\n)*/m, `${question}\n`));
    const corpus = await loadCorpus(root);
    writeFileSync(join(root, file.file), file.text);
    const changed = [...corpus.decisions, ...corpus.positions].filter(({ released: one }) => one?.changed);
    expect(changed.map(({ id }) => id)).toEqual([done.renamed]);
    expect([...second.decisions, ...second.positions].filter(({ released: one }) => one?.changed)).toEqual([]);
  });

  it('keeps every address that was ever released, and answers it as promised', () => {
    const answers = answersOf(second);
    const list = readAddresses(readFileSync(join(root, ADDRESS_LIST), 'utf8'));
    const promised = [...answersOf(first).keys()].filter((address) => /^PREC-/.test(address));
    expect(list.length).toBeGreaterThan(200);
    expect([...list, ...promised].filter((address) => !answers.has(address))).toEqual([]);
    const notPages = [...answers].filter(([, answer]) => answer !== 'page');
    const redirects = mergedIds().map((id): [string, Answer] => [`${id}/`, 'redirect']);
    const tombstones = [done.withdrawn, done.removed].map((id): [string, Answer] => [`${id}/`, 'tombstone']);
    // Besides what was there before: positions that were withdrawn before the first release.
    const old = [...answersOf(first)].filter(([, answer]) => answer !== 'page');
    expect(notPages.sort()).toEqual([...redirects, ...tombstones, ...old].sort());
  });

  it('says at each former id what became of it, with a code', () => {
    const gone = new Map(second.gone.map(({ id, ...rest }) => [id, rest]));
    expect(gone.get(done.merged)).toMatchObject({ kind: 'moved', to: done.into, code: 'merged' });
    const [copiedFrom, ...others] = mergedIds().filter((id) => id !== done.merged);
    expect(gone.get(copiedFrom ?? '')).toMatchObject({ kind: 'moved', to: done.copied, code: 'merged' });
    for (const id of others) expect(gone.get(id)).toMatchObject({ kind: 'moved', to: done.into, code: 'merged' });
    expect(gone.get(done.withdrawn)).toMatchObject({ kind: 'withdrawn', to: null, code: 'retracted' });
    expect(gone.get(done.removed)).toMatchObject({ kind: 'withdrawn', to: null, code: 'author-request' });
  });

  it('shows at each old version what has changed since, and of what was withdrawn no word', () => {
    const gone = new Map(second.gone.filter(({ kind }) => kind === 'withdrawn').map((one) => [one.id, one]));
    const views = versionViews(after, (id) => gone.get(id) ?? null);
    const since = (id: string) => {
      const view = views.find(({ version }) => version.id === id && version.version === 1);
      return view === undefined ? null : view.since.map(({ heading }) => heading);
    };
    expect(since(done.stance)).toEqual(['Stance changed']);
    expect(since(done.quoted)).toEqual(['Quotation changed']);
    expect(since(done.reworded)).toEqual(['Reworded']);
    expect(new Set(since(done.fated))).toEqual(new Set(['Outcome changed']));
    expect(since(done.merged)).toEqual(['Merged']);
    expect(since(done.renamed)).toEqual([]);
    for (const id of [done.withdrawn, done.removed]) {
      const shown = views.filter(({ version }) => version.id === id);
      expect(shown.length).toBe(2);
      for (const { withdrawn, version } of shown) {
        expect(withdrawn).not.toBeNull();
        expect(version.substance.kind).toMatch(/^(?:removed|gone)$/);
        expect(version.title).toBe(id);
      }
    }
  });

  it('has taken the removed words out of everything that is published, and out of the released versions', () => {
    const { removed, removedWords } = done;
    expect(JSON.stringify(first)).toContain(JSON.stringify(removedWords).slice(1, -1));
    expect(JSON.stringify([...after])).not.toContain(JSON.stringify(removedWords).slice(1, -1));
    for (const [path, { body }] of publishedFiles(second)) {
      expect(Buffer.from(body).includes(removedWords), path).toBe(false);
    }
    expect(after.get(removed)?.map(({ digest }) => digest)).toContain(before.get(removed)?.[0]?.digest);
  });

  it('lets npm run check report of a repository with a citation of each kind exactly the right ones', () => {
    const repository = join(root, 'repository');
    mkdirSync(repository);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: repository });
    const [copiedFrom, other] = mergedIds().filter((id) => id !== done.merged);
    const site = second.site;
    const lines: [string, string | null][] = [
      [`${site}${done.renamed}/v/1/ only has another title`, null],
      [`${done.stance}, the newest`, null],
      [`${site}${done.stance}/${newest(done.stance)}`, null],
      [`${site}${done.stance}/v/1/`, 'citation-changed'],
      [`\\cite{${done.quoted}-v1}`, 'citation-changed'],
      [`${done.reworded} version 1`, 'citation-changed'],
      [`${done.stance.toLowerCase().replace(/-p(\d+)$/, '-p00$1')} v9`, 'citation-version-unknown'],
      [done.superseding, null],
      [done.superseded, 'citation-superseded'],
      [done.withdrawn, 'citation-withdrawn'],
      [`${done.removed}/v/1/`, 'citation-withdrawn'],
      [done.merged, 'citation-moved'],
      [copiedFrom ?? '', 'citation-moved'],
      [other ?? '', 'citation-moved'],
      ['PREC-ZZZZZ', 'citation-unknown'],
      [`${done.renamed}-P99`, 'citation-unknown'],
      ['prec-ision is no id', null],
    ];
    git('init', '-q');
    writeFileSync(join(repository, 'ring.c'), lines.map(([text]) => `/* ${text} */\n`).join(''));
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    git('commit', '-q', '--allow-empty', '-m', `two\n\nLink: ${site}${done.fated}/v/1/ [1]`);
    writeFileSync(join(root, 'corpus.json'), JSON.stringify(second));
    const script = join(ROOT, 'scripts/check.ts');
    const args = ['ring.c', '--commits', 'HEAD~1..HEAD', '--json', '--from', join(root, 'corpus.json')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const Report = z.object({ findings: z.array(z.object({ code: z.string(), file: z.string(), line: z.number() })) });
    const found = Report.parse(JSON.parse(stdout)).findings.map(
      ({ code, file, line }) => `${file.replace(/ \w+$/, '')}:${line} ${code}`,
    );
    const expected = lines.flatMap(([, code], index) => (code === null ? [] : [`ring.c:${index + 1} ${code}`]));
    expect(found).toEqual(['commit:3 citation-changed', ...expected]);
  });
});
