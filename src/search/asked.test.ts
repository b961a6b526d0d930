import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../records/load.ts';
import { QUESTIONS, RANK } from './__fixtures__/questions.ts';
import { engineOf, formatPrecedents } from './asked.ts';
import { askedBefore, questionOf } from './client/asked.ts';
import type { Engine } from './client/engine.ts';

describe('was this proposed before', () => {
  let engine: Engine;
  let positions: { readonly id: string; readonly doc: string; readonly exact: string }[];
  beforeAll(async () => {
    const knowledge = await loadKnowledge('.');
    engine = await engineOf(knowledge);
    positions = knowledge.decisions.flatMap(({ id, positions: all }) =>
      all.map((position) => ({
        id: `${id}-${position.id}`,
        doc: position.evidence.source,
        exact: position.evidence.exact,
      })),
    );
  });

  it.each(QUESTIONS)('$question', async ({ question, doc, words }) => {
    const answering = positions.filter((position) => position.doc === doc && position.exact.includes(words));
    expect(answering.length).toBeGreaterThan(0);
    const found = await askedBefore(engine, question);
    const ids = found.slice(0, RANK).flatMap((precedent) => precedent.positions.map(({ meta }) => meta.id));
    expect(ids.some((id) => answering.some((position) => position.id === id))).toBe(true);
  });

  it('tells what became of an option, those with a known fate first', async () => {
    const found = await askedBefore(engine, 'mapping page cache into user space');
    expect(found[0]).toMatchObject({ option: 'vm_insert_page()', fate: 'rejected' });
    expect(found[0]?.outcome.length).toBeGreaterThan(0);
    const printed = formatPrecedents(found, 'https://example.org');
    expect(printed).toMatch(/^vm_insert_page\(\): rejected \(PREC-/);
    expect(printed).toMatch(/what came of it, \d{4}: /);
  });

  it.each([
    'why is the sky blue at noon',
    'bake bread with wholemeal flour',
    'lattice chromodynamics quantum gluon code',
  ])('answers nothing to %s', async (question) => {
    expect(await askedBefore(engine, question)).toEqual([]);
  });

  it('takes one or two words for a search', () => {
    expect(questionOf('O_DIRECT')).toEqual([]);
    expect(questionOf('page cache')).toEqual([]);
    expect(questionOf('has anyone proposed raw devices').map(({ written }) => written)).toEqual(['raw', 'devices']);
  });
});
