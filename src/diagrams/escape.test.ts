import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { NASTY } from './__fixtures__/decision.ts';
import { clip, escapeHref, escapeLabel, plainText, quoteLabel, svgText } from './escape.ts';
import { parseFlowchart } from './parse.ts';

// Loading Mermaid takes seconds on a busy machine, and the first test of a file waits for it.
vi.setConfig({ testTimeout: 60_000 });

/** What a label says after Mermaid's parser has read it, in every place a text can stand in. */
async function through(text: string): Promise<string[]> {
  const escaped = escapeLabel(text);
  const label = quoteLabel([text]);
  const named = escaped === ' ' ? '' : `  accTitle: ${escaped}\n  accDescr: ${escaped}\n`;
  const graph = await parseFlowchart(
    `flowchart RL\n${named}  a[${label}]:::question\n  b[${label}]\n  a -->|${label}| b\n`,
  );
  return [graph.title, graph.description, ...graph.nodes.map((node) => node.label), graph.edges[0]?.label ?? ''];
}

/** What the title, the description and an edge without text are called instead. */
const NAMELESS = ['Flowchart', '2 nodes, 1 edge.', '', '', ''];

describe('escaping a label', () => {
  it.each(NASTY)('brings %j through the parser of Mermaid as it stands', async (text) => {
    expect(await through(text)).toEqual(Array(5).fill(plainText(text)));
  });

  it('leaves what people read in a copied text alone', () => {
    expect(escapeLabel('O_DIRECT: per-VMA (not per-process), 3.5 %')).toBe(
      'O_DIRECT: per-VMA (not per-process), 3.5 %',
    );
  });

  it('brings any text through', async () => {
    const piece = fc.oneof(
      fc.constantFrom(...NASTY, '"', '#', ';', '&', '<', '>', '`', ':', '%', '$', '\\', 'ﬂ°', '¶ß', 'style', ' ', '\n'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const plain = plainText(one);
        expect(await through(one)).toEqual(plain === '' ? NAMELESS : Array(5).fill(plain));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('is what makes the difference', async () => {
    await expect(parseFlowchart('flowchart RL\n  a["`code` first"]\n')).rejects.toThrow('diagram-broken');
    expect((await parseFlowchart('flowchart RL\n  a["see #35;"]\n')).nodes[0]?.label).toBe('see #');
  });
});

describe('shortening', () => {
  it('cuts at a blank, or anywhere in a text without one, and never in the middle of a character', () => {
    expect(clip('as others do it', 12)).toBe('as others …');
    expect(clip('as others do it', 15)).toBe('as others do it');
    expect(clip('a'.repeat(20), 10)).toBe('aaaaaaaa …');
    expect(clip('😀'.repeat(20), 11)).toBe('😀😀😀😀\uFFFD …');
  });
});

describe('escaping an address', () => {
  it('cannot end the string it stands in', async () => {
    const href = escapeHref('/x"\nclick a href "javascript:alert(1)#quot;');
    expect(href).not.toMatch(/["\s;]/);
    const graph = await parseFlowchart(`flowchart RL\n  a\n  click a href "${href}"\n`);
    expect(graph.nodes[0]?.href).toBe(href);
  });

  it('keeps fragments, queries and percent signs', () => {
    expect(escapeHref('/sources/a-b/?q=%22x%22&y=1#L40')).toBe('/sources/a-b/?q=%22x%22&y=1#L40');
  });
});

describe('escaping for SVG', () => {
  it('leaves no character that means something to a parser of HTML or XML', () => {
    expect(svgText('<a href="x" b=\'y\'>&amp;\0\ud800')).toBe(
      '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp; \uFFFD',
    );
  });
});
