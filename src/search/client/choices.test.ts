import { beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../__fixtures__/knowledge.ts';
import { engineOf } from '../asked.ts';
import { askedBefore } from './asked.ts';
import { type ChoiceGroup, choicesOf } from './choices.ts';
import type { Engine } from './engine.ts';
import { find } from './find.ts';
import { goTo } from './go-to.ts';
import { readState } from './state.ts';

describe('the choices for what is typed', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineOf(knowledge);
  });
  async function choices(q: string): Promise<ChoiceGroup[]> {
    const state = readState(`?${new URLSearchParams({ q })}`);
    const [found, target] = [await find(engine, state), await goTo(engine, q)];
    return choicesOf(found, target, state, await askedBefore(engine, q));
  }
  const told = (groups: readonly ChoiceGroup[]) =>
    groups.map((group) => [
      group.heading,
      group.choices.map((choice) => (choice.type === 'hit' ? choice.hit.url : `${choice.text} | ${choice.note}`)),
    ]);

  it('are what is named so, then what holds the words, then all of it', async () => {
    expect(told(await choices('raw mode'))).toEqual([
      ['Terms and people', ['/terms/raw-frob/']],
      ['Positions (1)', ['/PREC-7F3Q2-P1/']],
      ['Decisions (1)', ['/PREC-7F3Q2/']],
      ['All results', ['All 3 results for raw mode | with filters and order']],
    ]);
  });

  it('are the record alone for an id, with its former id', async () => {
    expect(told(await choices('prec-7f3q2 p1'))).toEqual([['Go to', ['PREC-7F3Q2-P1 | Carol Dee proposes raw frobs']]]);
    expect(told(await choices('prec-0000a'))[0]).toEqual(['Go to', ['PREC-7F3Q2 | Raw frobs; was PREC-0000A']]);
  });

  it('are near spellings under a heading that says so', async () => {
    const [spellings, results] = told(await choices('frobnicater'));
    expect(spellings).toEqual(['Nothing for “frobnicater”; near', ['frobnicator | in 4']]);
    expect(results?.[0]).toBe('Results for frobnicator');
  });

  it('begin with what was proposed before, for a question', async () => {
    const [first] = told(await choices('add FROB_RAW to the frobnicator'));
    expect(first).toEqual(['Was this proposed before?', ['raw frobs: rejected | Raw frobs']]);
  });

  it('are none for nothing', async () => {
    expect(await choices('  ')).toEqual([]);
    expect(await choices('xyzzy')).toEqual([]);
  });
});
