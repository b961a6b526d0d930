import { describe, expect, it, vi } from 'vitest';
import { PrecedentError } from '../model/problem.ts';
import { MAX_LINE, MAX_LINES, MAX_NODES } from './limits.ts';
import { parseFlowchart } from './parse.ts';

// Loading Mermaid takes seconds on a busy machine, and the first test of a file waits for it.
vi.setConfig({ testTimeout: 60_000 });

async function codeOf(text: string): Promise<string> {
  try {
    await parseFlowchart(text, { file: 'content/decisions/x.mdx', line: 10 });
  } catch (error) {
    if (error instanceof PrecedentError) return error.finding.code;
    throw error;
  }
  return 'read';
}

describe('reading a flowchart', () => {
  it('gives nodes, edges, kinds, links and names in the order of the text', async () => {
    const graph = await parseFlowchart(
      [
        'flowchart RL',
        '  accTitle: A map',
        '  accDescr: What it says',
        '  q["Which way?"]:::question',
        '  a(["one way<br/>rejected"]):::option-rejected',
        '  click a href "/x/#P1"',
        '  a -.->|against| q',
        '  q ==> a',
        '  a --- a',
        '  b{b} <--> q',
        '  b --x q',
        '  b --o q',
        '  b ~~~ a',
      ].join('\n'),
    );
    expect(graph).toEqual({
      direction: 'RL',
      title: 'A map',
      description: 'What it says',
      nodes: [
        { id: 'q', label: 'Which way?', kind: 'question' },
        { id: 'a', label: 'one way\nrejected', kind: 'option-rejected', href: '/x/#P1' },
        { id: 'b', label: 'b' },
      ],
      edges: [
        { from: 'a', to: 'q', label: 'against', kind: 'dotted', tip: 'arrow', twoWay: false },
        { from: 'q', to: 'a', kind: 'thick', tip: 'arrow', twoWay: false },
        { from: 'a', to: 'a', kind: 'normal', tip: 'none', twoWay: false },
        { from: 'b', to: 'q', kind: 'normal', tip: 'arrow', twoWay: true },
        { from: 'b', to: 'q', kind: 'normal', tip: 'cross', twoWay: false },
        { from: 'b', to: 'q', kind: 'normal', tip: 'circle', twoWay: false },
      ],
    });
  });

  it('reads texts one after the other, so that none takes the title of another', async () => {
    const names = ['first', 'second', 'third'];
    const graphs = await Promise.all(names.map((name) => parseFlowchart(`graph TD\n  accTitle: ${name}\n  ${name}`)));
    expect(graphs.map(({ title, nodes }) => [title, nodes[0]?.id])).toEqual(names.map((name) => [name, name]));
    expect((await parseFlowchart('graph TD\n  a')).title).toBe('Flowchart');
  });

  it.each([
    ['diagram-kind', 'sequenceDiagram\n  A->>B: x'],
    ['diagram-kind', 'pie\n  "a": 1'],
    ['diagram-broken', ''],
    ['diagram-broken', 'no diagram at all'],
    ['diagram-broken', 'flowchart TD\n  a["open'],
    ['diagram-broken', 'flowchart TD\n  a --> '],
    ['diagram-empty', 'flowchart TD\n'],
    ['diagram-part', 'flowchart TD\n  subgraph s\n    a\n  end'],
    ['diagram-part', 'flowchart TD\n  a\n  click a call alert()'],
    ['diagram-part', 'flowchart TD\n  a@{ img: "https://example.org/x.png", label: "a" }'],
    ['diagram-link', 'flowchart TD\n  a\n  click a href "javascript:alert(1)"'],
    ['diagram-link', 'flowchart TD\n  a\n  click a href "data:text/html,x"'],
    ['diagram-link', 'flowchart TD\n  a\n  click a href "//example.org/"'],
    ['diagram-link', 'flowchart TD\n  a\n  click a href "mailto:someone"'],
    ['diagram-too-large', `flowchart TD\n  a["${'x'.repeat(MAX_LINE)}"]`],
    ['diagram-too-large', `flowchart TD\n${Array.from({ length: MAX_NODES + 1 }, (_, n) => `  a${n}`).join('\n')}`],
  ])('refuses with %s: %j', async (code, text) => {
    expect(await codeOf(text)).toBe(code);
  });

  it.each([
    ['flowchart TD\n  a --> b\n  b -->\n  c]', 13],
    ['flowchart TD\n  a --> b\n  a b c', 12],
  ])('names the line that is broken, counted from where the text stands: %j', async (text, line) => {
    const error: unknown = await parseFlowchart(text, { file: 'x.mdx', line: 10 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PrecedentError);
    expect(error).toMatchObject({ finding: { code: 'diagram-broken', where: { file: 'x.mdx', line } } });
  });

  it('leaves no window and no document behind', () => {
    expect([typeof globalThis.window, typeof globalThis.document]).toEqual(['undefined', 'undefined']);
  });

  it('goes on after a broken text', async () => {
    expect(await codeOf('flowchart TD\n  a["')).toBe('diagram-broken');
    expect(await codeOf('flowchart TD\n  a')).toBe('read');
  });

  it('is not kept busy by a line that was made to', async () => {
    expect(await codeOf(`flowchart TD\n  a["${'style:#'.repeat(280)}"]`)).toBe('diagram-too-large');
    expect(await codeOf(`flowchart TD\n  a["${'style'.repeat(100)}${':#'.repeat(700)}"]`)).toBe('diagram-too-large');
    expect(await codeOf(`flowchart TD\n${' \n'.repeat(MAX_LINES)}a`)).toBe('diagram-too-large');
    expect(await codeOf(`flowchart TD\n  a["${'style:#'.repeat(20)}"]`)).toBe('read');
  });
});
