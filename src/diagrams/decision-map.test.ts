import { describe, expect, it, vi } from 'vitest';
import { decision, hrefOf } from './__fixtures__/decision.ts';
import { decisionMap } from './decision-map.ts';
import { renderDiagram } from './index.ts';
import { parseFlowchart } from './parse.ts';

// Loading Mermaid takes seconds on a busy machine, and the first test of a file waits for it.
vi.setConfig({ testTimeout: 60_000 });

const some = (count: number) =>
  Array.from({ length: count }, (_, n) => decision([], { id: `PREC-0000${n}`, title: `Title ${n}` }));

describe('the map of all decisions', () => {
  it('words every relation', async () => {
    const [first, second] = some(2);
    if (first === undefined || second === undefined) throw new Error('two decisions');
    const kinds = ['supersedes', 'refines', 'depends-on', 'conflicts-with', 'related'] as const;
    const relations = kinds.map((kind) => ({ kind, target: second.id }));
    const graph = await parseFlowchart(decisionMap([{ ...first, relations }, second], { hrefOf }));
    expect(graph.edges.map(({ label, kind, tip }) => [label, kind, tip])).toEqual([
      ['supersedes', 'thick', 'arrow'],
      ['refines', 'normal', 'arrow'],
      ['depends on', 'normal', 'arrow'],
      ['conflicts with', 'dotted', 'arrow'],
      ['related', 'normal', 'none'],
    ]);
    expect(graph.nodes[0]).toEqual({
      id: 'd1',
      label: 'Title 0\nPREC-00000, settled',
      kind: 'decision-settled',
      href: '/PREC-00000/',
    });
  });

  it('is drawn without any relation, too', async () => {
    const { outline } = await renderDiagram(decisionMap(some(4), { hrefOf }), 'map');
    expect(outline.map(({ text }) => text)).toEqual([0, 1, 2, 3].map((n) => `Title ${n}, PREC-0000${n}, settled`));
  });

  it('of no decision is not drawn', async () => {
    await expect(renderDiagram(decisionMap([], { hrefOf }), 'map')).rejects.toThrow('diagram-empty');
  });

  it('prefers decisions with relations where it cannot show all, and counts the rest', async () => {
    const decisions = some(9);
    const last = decisions[8];
    if (last === undefined) throw new Error('nine decisions');
    const tied = [
      ...decisions.slice(0, 8),
      { ...last, relations: [{ kind: 'refines' as const, target: 'PREC-00007' }] },
    ];
    const graph = await parseFlowchart(decisionMap(tied, { hrefOf, cap: 4 }));
    expect(graph.nodes.map(({ label }) => label.split('\n')[0])).toEqual([
      'Title 0',
      'Title 7',
      'Title 8',
      'and 6 more decisions',
    ]);
  });
});
