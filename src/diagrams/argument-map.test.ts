import { describe, expect, it, vi } from 'vitest';
import { visibleText } from '../model/visible.ts';
import { decision, hrefOf, NASTY, position, terms } from './__fixtures__/decision.ts';
import { argumentMap } from './argument-map.ts';
import { plainText } from './escape.ts';
import type { Graph } from './graph.ts';
import { parseFlowchart } from './parse.ts';

// Loading Mermaid takes seconds on a busy machine, and the first test of a file waits for it.
vi.setConfig({ testTimeout: 60_000 });

const context = { terms, hrefOf };

function edgesOf(graph: Graph): string[] {
  const name = (id: string): string => graph.nodes.find((node) => node.id === id)?.label.split('\n')[0] ?? '?';
  return graph.edges.map(({ from, to, label = 'to' }) => `${name(from)} ${label} ${name(to)}`);
}

describe('the argument map of a decision', () => {
  it('hangs options on the question and speakers on options, in the order of the record', async () => {
    const text = argumentMap(
      decision([
        position(1, 'outdoors', 'Ann', 'proposes'),
        position(2, 'indoors', 'Bob', 'opposes'),
        position(3, 'outdoors', 'Ann', 'proposes'),
        position(4, null, 'Cay', 'asks'),
        position(5, 'outdoors', 'Ann', 'concedes'),
      ]),
      context,
    );
    const graph = await parseFlowchart(text);
    expect(graph.nodes.map(({ label, kind, href }) => [label, kind, href])).toEqual([
      ['Should the pump stand indoors?', 'question', '/PREC-7F3Q2/'],
      ['pump indoors\nrejected', 'option-rejected', '/indoors/'],
      ['Bob\n“words of position 2”\nP2', 'stance-opposes', '/PREC-7F3Q2-P2/'],
      ['pump outdoors\npartly adopted', 'option-partly-adopted', '/outdoors/'],
      ['Ann\n“words of position 1”\nP1, P3', 'stance-proposes', '/PREC-7F3Q2-P1/'],
      ['Ann\n“words of position 5”\nP5', 'stance-concedes', '/PREC-7F3Q2-P5/'],
      ['Cay\n“words of position 4”\nP4', 'stance-asks', '/PREC-7F3Q2-P4/'],
    ]);
    expect(edgesOf(graph)).toEqual([
      'pump indoors to Should the pump stand indoors?',
      'Bob opposes pump indoors',
      'pump outdoors to Should the pump stand indoors?',
      'Ann proposes pump outdoors',
      'Ann concedes pump outdoors',
      'Cay asks Should the pump stand indoors?',
    ]);
    expect(graph.edges[1]?.kind).toBe('dotted');
    expect(graph.title).toBe('Argument map of PREC-7F3Q2: Where the pump stands');
  });

  it('says of each speaker what is not certain', async () => {
    const graph = await parseFlowchart(
      argumentMap(
        decision([
          position(1, 'indoors', null, 'asks'),
          position(2, 'indoors', 'Ann', 'asks', { holderBasis: 'inferred' }),
          position(3, 'indoors', 'Ann', 'asks', { secondHand: true, quotedBy: 'Bob' }),
          position(6, 'indoors', 'Ann', 'asks', { secondHand: true, quotedBy: 'Bob', told: true }),
          position(4, 'indoors', 'Ann', 'asks', { secondHand: true }),
          position(5, 'indoors', 'Ann', 'asks'),
        ]),
        context,
      ),
    );
    expect(graph.nodes.slice(2, 8).map(({ label }) => label.split('\n')[0])).toEqual([
      'Unknown speaker',
      'Ann (inferred)',
      'Ann, as quoted by Bob',
      'Ann, as told by Bob',
      'Ann, at second hand',
      'Ann',
    ]);
  });

  it('leaves out what was rejected or withdrawn', () => {
    const text = argumentMap(
      decision([
        position(1, 'indoors', 'Ann', 'asks', { review: 'rejected' }),
        position(2, 'indoors', 'Bob', 'asks', { withdrawn: 'not found again' }),
      ]),
      context,
    );
    expect(text).not.toMatch(/Ann|Bob/);
  });

  it('shows an option that only a position names', async () => {
    const graph = await parseFlowchart(argumentMap(decision([position(1, 'in-the-garden', 'Ann', 'asks')]), context));
    expect(edgesOf(graph)).toContain('Ann asks in-the-garden');
  });

  it('says how many are missing when it does not show all, and keeps the first of every option', async () => {
    const positions = Array.from({ length: 40 }, (_, n) =>
      position(n + 1, n < 39 ? 'indoors' : 'outdoors', `Speaker ${n}`, 'supports'),
    );
    const graph = await parseFlowchart(argumentMap(decision(positions), context));
    expect(graph.nodes).toHaveLength(24);
    expect(graph.nodes.at(-1)?.label).toBe('and 20 more positions');
    expect(edgesOf(graph)).toContain('Speaker 39 supports pump outdoors');
    expect(graph.description).toContain('and 20 more positions');

    const whole = await parseFlowchart(argumentMap(decision(positions), { ...context, cap: Number.POSITIVE_INFINITY }));
    expect(whole.nodes).toHaveLength(43);
  });

  it('can be drawn however much there is to draw', async () => {
    const long = 'a "long" and #tedious# holder: '.repeat(30);
    const positions = Array.from({ length: 999 }, (_, n) =>
      position(n + 1, `option-${n % 70}`, `${n} ${long}`, 'asks'),
    );
    const question = `${'Is this too "long" a question: #'.repeat(90)}?`;
    const map = argumentMap(decision(positions, { question }), { ...context, cap: Number.POSITIVE_INFINITY });
    const graph = await parseFlowchart(map);
    expect(graph.nodes).toHaveLength(200);
    expect(graph.nodes.at(-1)?.label).toMatch(/^and \d+ more positions$/);
  });

  it('counts options too when there are more than the cap', async () => {
    const options = Array.from({ length: 30 }, (_, n) => ({ term: `option-${n}`, fate: 'open' as const, facts: [] }));
    const graph = await parseFlowchart(
      argumentMap(decision([position(1, 'option-29', 'Ann', 'asks')], { options }), context),
    );
    expect(graph.nodes).toHaveLength(24);
    expect(graph.nodes.at(-1)?.label).toBe('and 8 more options and 1 more position');
  });

  it('leaves the words out of a map with many speakers, and shortens long ones', () => {
    const many = Array.from({ length: 13 }, (_, n) => position(n + 1, 'indoors', `Speaker ${n}`, 'asks'));
    expect(argumentMap(decision(many), context)).not.toContain('“words');
    const long = position(1, 'indoors', 'Ann', 'asks');
    const evidence = { ...long.evidence, exact: 'word '.repeat(100).trim() };
    expect(argumentMap(decision([{ ...long, evidence }]), context)).toMatch(/“(?:word )+…”/);
  });

  it('shows no address that a machine could send to', () => {
    const one = position(1, 'indoors', 'Ann <ann.author@example.org>', 'asks');
    const evidence = { ...one.evidence, exact: 'write to ann.author@example.org about it' };
    expect(argumentMap(decision([{ ...one, evidence }]), context)).not.toContain('@example.org');
  });

  it('is the same map whatever people are called and whatever they say', async () => {
    const positions = NASTY.map((text, n) => {
      const one = position(n + 1, 'indoors', text, 'opposes');
      return { ...one, evidence: { ...one.evidence, exact: text } };
    });
    const text = argumentMap(decision(positions, { title: NASTY.join(' ') }), { ...context, cap: 99 });
    const graph = await parseFlowchart(text);
    expect(graph.nodes.slice(2, -1).map(({ label }) => label.split('\n')[0])).toEqual(
      NASTY.map((name) => plainText(visibleText(name))),
    );
    expect(graph.nodes.every(({ href }) => href?.startsWith('/'))).toBe(true);
  });
});
