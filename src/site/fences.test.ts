import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../records/record.ts';
import { mermaidIn, placeOfFence } from './fences.ts';

describe('a fence in a body', () => {
  it('is Mermaid where it says so, with the text that was written', () => {
    expect(mermaidIn('<code class="language-mermaid">a["1 &lt; 2 &amp; 3"] --&gt; b\n</code>')).toBe(
      'a["1 < 2 & 3"] --> b\n',
    );
    expect(mermaidIn('<code class="language-c">a --&gt; b</code>')).toBeNull();
    expect(mermaidIn('<code>class="language-mermaid"</code>')).toBeNull();
  });

  it('is named by its file and line where it is wrong', () => {
    const folder = 'content/decisions';
    const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.mdx'));
    const text = `${readFileSync(`${folder}/${name}`, 'utf8').trimEnd()}\n\n\`\`\`mermaid\nflowchart LR\n  a ->\n\`\`\`\n`;
    const { record } = readRecord(text, name);
    if (record === null) throw new Error(`${name} cannot be read`);
    const line = text.split('\n').indexOf('flowchart LR') + 1;
    expect(placeOfFence(record, 'flowchart LR\n  a ->\n')).toEqual({ file: name, line });
    expect(placeOfFence(record, 'flowchart TB\n')).toEqual({ file: name });
  });
});
