import { describe, expect, it, vi } from 'vitest';
import { randomFlowchart } from './__fixtures__/random.ts';
import { type OutlineItem, outline } from './outline.ts';
import { parseFlowchart } from './parse.ts';

// Loading Mermaid takes seconds on a busy machine, and the first test of a file waits for it.
vi.setConfig({ testTimeout: 60_000 });

function flat(items: readonly OutlineItem[], depth = 0): string[] {
  return items.flatMap(({ text, children }) => [`${'  '.repeat(depth)}${text}`, ...flat(children, depth + 1)]);
}

describe('the outline of a flowchart', () => {
  it('starts where the arrows of a map from right to left point', async () => {
    const graph = await parseFlowchart(
      'flowchart RL\n  q[Question]\n  o["Option<br/>open"] --> q\n  v[Ann] -->|opposes| o',
    );
    expect(flat(outline(graph))).toEqual(['Question', '  Option, open', '    opposes: Ann']);
  });

  it('starts where the arrows of a map from the top come from', async () => {
    const graph = await parseFlowchart('flowchart TB\n  a -->|refines| b\n  a --> c\n  c --> b');
    expect(flat(outline(graph))).toEqual(['a', '  refines: b', '  c', '    b']);
  });

  it('tells circles and loops once', async () => {
    const graph = await parseFlowchart('flowchart TB\n  a --> b\n  b -->|again| a\n  c --> c\n  d');
    expect(flat(outline(graph))).toEqual(['c', '  c', 'd', 'a', '  b', '    again: a']);
  });

  it('holds every node and every edge of any flowchart exactly once', async () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const graph = await parseFlowchart(randomFlowchart(seed));
      let steps = 0;
      const roots = outline(graph);
      const walk = (items: readonly OutlineItem[]): void => {
        for (const { children } of items) {
          steps += children.length;
          walk(children);
        }
      };
      walk(roots);
      expect(steps).toBe(graph.edges.length);
      const told = flat(roots).join('\n');
      for (const { label } of graph.nodes) expect(told).toContain(label.split('\n').join(', '));
    }
  });
});
