import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../records/load.ts';
import { Project } from './__fixtures__/knowledge.ts';
import { completenessOf, formatCompleteness } from './complete.ts';
import { verify } from './index.ts';

describe('completeness', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.make();
  });
  afterEach(() => {
    project.remove();
  });

  async function lacking(): Promise<string[][]> {
    const knowledge = await loadKnowledge(project.root);
    return completenessOf(knowledge, verify(knowledge)).map(({ criteria }) =>
      criteria.filter(({ holds }) => !holds).map(({ name }) => name),
    );
  }

  it('of a record just drafted lacks what only people can give', async () => {
    expect(await lacking()).toEqual([['question', 'outcome', 'fates', 'reviewed']]);
  });

  it('of a record that people have finished lacks nothing', async () => {
    const { record } = project;
    project.change(record, 'draft: true\n', '');
    project.change(record, /review: extracted/g, 'review: reviewed');
    project.change(
      record,
      'facts: []',
      'facts: [{id: F1, date: "2016", text: It was merged., url: https://x.example/, checked: confirmed}]',
    );
    project.change(record, '{term: pipe, fate: open}', '{term: pipe, fate: adopted, facts: [F1]}');
    expect(await lacking()).toEqual([[]]);
  });

  it('counts a fate without a fact, one side alone, and a finding of the gate', async () => {
    const { record } = project;
    project.change(record, '{term: pipe, fate: open}', '{term: pipe, fate: adopted}');
    project.change(record, 'stance: opposes', 'stance: supports');
    project.addToBody('Nobody knows.');
    expect(await lacking()).toEqual([['question', 'sides', 'verified', 'outcome', 'fates', 'reviewed']]);
  });

  it('accepts that one side is missing where the record says why, and that nothing is known where its outcome says so', async () => {
    const { record } = project;
    project.change(record, 'stance: opposes', 'stance: supports');
    project.change(record, 'outcome:', 'oneSided: Nobody else spoke.\noutcome:\n  how: unknown');
    expect(await lacking()).toEqual([['question', 'outcome', 'reviewed']]);
  });

  it('puts the worst record first', async () => {
    const copy = project
      .read(project.record)
      .replaceAll(/PREC-\w{5}/g, 'PREC-ZZZZZ')
      .replace(/positions:[\s\S]*?minted: 3\n/, 'positions: []\n');
    project.write('content/decisions/PREC-ZZZZZ-worse.mdx', copy);
    const knowledge = await loadKnowledge(project.root);
    const records = completenessOf(knowledge, verify(knowledge));
    expect(records[0]?.id).toBe('PREC-ZZZZZ');
    expect(formatCompleteness(records)).toMatch(/^PREC-ZZZZZ How to move the data \(1 of 8\)\n {2}- question: /);
  });
});
