import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatFinding } from '../model/problem.ts';
import { loadKnowledge } from '../records/load.ts';
import { completenessOf } from './complete.ts';
import { verify, verifyKnowledge } from './index.ts';

const CONTENT = new URL('../../content/', import.meta.url);

describe('the content of this repository', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-content-'));
    cpSync(CONTENT, join(root, 'content'), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const read = (file: string): string => readFileSync(join(root, file), 'utf8');

  function fileOf(id: string): string {
    const name = readdirSync(join(root, 'content/decisions')).find((one) => one.startsWith(id));
    if (name === undefined) throw new Error(`there is no ${id}`);
    return `content/decisions/${name}`;
  }

  /** Replaces the first occurrence of a piece and gives the line on which it stood. */
  function change(file: string, from: string, to: string): number {
    const text = read(file);
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`${from} is not in ${file}`);
    writeFileSync(
      join(root, file),
      text.replace(from, () => to),
    );
    return text.slice(0, at).split('\n').length;
  }

  /** What the gate prints, one line a finding. */
  async function refusals(): Promise<string[]> {
    return (await verifyKnowledge(root)).findings.map(formatFinding);
  }

  it('passes the gate, and lacks nothing that makes a record whole', async () => {
    const knowledge = await loadKnowledge(root);
    const report = verify(knowledge);
    expect(report.findings).toEqual([]);
    const lacking = completenessOf(knowledge, report).flatMap(({ id, criteria }) =>
      criteria.filter(({ holds }) => !holds).map(({ name }) => `${id} ${name}`),
    );
    expect(lacking).toEqual([]);
  });

  describe('is refused, by file and line and with its mend,', () => {
    it('with a mark taken away', async () => {
      const file = fileOf('PREC-QGG0P');
      const line = change(file, '<Rests on="P3 P4" />', '');
      expect(await refusals()).toEqual([
        `mark-missing: PREC-QGG0P: “By James Bottomley’s account Oracle once forced the raw mod…” (${file}:${line}). Mend: end the sentence with <Rests on="P1 F1" /> or, for a judgement of your own, <Rests on="editor" />`,
      ]);
    });

    it('with a mark that points to P99', async () => {
      const file = fileOf('PREC-DFS97');
      const line = change(file, '<Rests on="P', '<Rests on="P99 P');
      expect(await refusals()).toEqual([
        `mark-nowhere: PREC-DFS97: no P99 (${file}:${line}). Mend: name positions and facts of this record, or editor`,
      ]);
    });

    it('with a fact of its outcome that has no address', async () => {
      const file = fileOf('PREC-XFGV2');
      change(file, '      url: https://git.kernel.org/torvalds/c/cddb8a5c14aa\n', '');
      const line = read(file).split('\n').indexOf('    - id: F1') + 1;
      const [found] = await refusals();
      expect(found).toBe(
        `schema: outcome.facts[0].url: is missing (${file}:${line}). Mend: write the field as the schema in public/schema says`,
      );
    });

    it('with two decisions that depend on each other', async () => {
      const [first, second] = [fileOf('PREC-1JQG7'), fileOf('PREC-QCX1W')];
      change(first, '---\n\n', 'relations:\n  - {kind: depends-on, target: PREC-QCX1W}\n---\n\n');
      const line = read(first).split('\n').indexOf('relations:') + 1;
      const found = await refusals();
      expect(found).toEqual([
        `relation-circle: PREC-1JQG7: depends-on: PREC-1JQG7 → PREC-QCX1W → PREC-1JQG7 (${first}:${line}). Mend: take out the one that is not true; each relation is stored on one side only`,
      ]);
      expect(read(second)).toContain('target: PREC-1JQG7');
    });

    it('with a name that two people bear', async () => {
      const file = 'content/people.yaml';
      const line = change(file, '  name: Brice Goglin\n', '  name: Brice Goglin\n  aliases: [Greg KH]\n') + 1;
      const greg = read(file).split('\n').indexOf('  aliases: [Greg KH]', line) + 1;
      expect(await refusals()).toEqual([
        `alias-twice: greg-kroah-hartman: “Greg KH” is also brice-goglin (${file}:${greg}). Mend: leave the name with one of them; where nobody knows whose it is, with neither`,
      ]);
    });
  });
});
