import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrecedentError } from '../model/problem.ts';
import { Project } from '../verify/__fixtures__/knowledge.ts';
import { loadKnowledge } from './load.ts';
import { openRecord } from './open.ts';

const QUESTION = 'Should a pipe be seekable, "really": yes or no?';

describe('opening a record', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.make();
  });
  afterEach(() => {
    project.remove();
  });

  const open = async (question: string) => openRecord(await loadKnowledge(project.root), question);

  it('gives a draft that passes the gate, asks the question as it was put, and holds nothing else', async () => {
    const { file, id, text } = await open(QUESTION);
    project.write(file, text ?? '');
    const { decisions } = await loadKnowledge(project.root);
    expect((await project.verify()).findings).toEqual([]);
    expect(decisions.find((one) => one.id === id)).toMatchObject({ question: QUESTION, draft: true, positions: [] });
    expect(file).toBe(`content/decisions/${id}-should-a-pipe-be-seekable-really-yes-or-no.mdx`);
  });

  it('gives the same record for the same question, and writes nothing once it is there', async () => {
    const first = await open(QUESTION);
    expect(await open(QUESTION)).toEqual(first);
    project.write(first.file, first.text ?? '');
    expect(await open('should  a pipe be seekable, really — yes or no ?')).toEqual({ ...first, text: null });
  });

  it('gives an id that no record has and none ever had', async () => {
    const first = await open(QUESTION);
    project.write(
      'content/redirects.yaml',
      `- {from: ${first.id}, to: null, code: out-of-scope, reason: Never written.}\n`,
    );
    const second = await open(QUESTION);
    expect(second.id).not.toBe(first.id);
    expect(second.id).toMatch(/^PREC-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it.each(['', '  ', 'Pipes are bad.', '?', 'Why?', `${'Why '.repeat(100)}?`, '\u0000\u202e?'])(
    'refuses %j and says what to ask instead',
    async (words) => {
      const refused = await open(words).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(PrecedentError);
      expect(String(refused)).toMatch(/no-question: .* Mend: ask one question that ends in a question mark/);
    },
  );

  it('gives none while a record cannot be read, whose id might be the same', async () => {
    project.change(project.record, 'status: open', 'status: opened');
    await expect(open(QUESTION)).rejects.toThrow(/^schema: /);
  });
});
