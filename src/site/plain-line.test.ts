import { describe, expect, it } from 'vitest';
import type { Line } from '../model/message.ts';
import { plainLine } from './plain-line.ts';
import type { LineView } from './source-view.ts';

function view(raw: string, line: Partial<Line> = {}, more: Partial<LineView> = {}): LineView {
  const whole: Line = {
    number: 40,
    column: 1,
    raw,
    prefix: 0,
    depth: 0,
    zone: 'prose',
    speaker: 'Ann Example',
    basis: 'header',
    ...line,
  };
  const segment = { text: raw, quoteMarks: false, of: null, begins: [], positions: [], polarity: null };
  const frame = { reading: null, begins: [], gaps: [], sender: null, sent: '' };
  return { line: whole, id: 'L40', segments: [segment], ...frame, ...more };
}

describe('a line on which nothing rests', () => {
  it('is written with its number, its voice and its depth', () => {
    expect(plainLine(view('a decent abstraction', { depth: 9 }, { reading: 'unused' }), 2)).toBe(
      '<div class="line z-prose r-unused" id="L40"> <a class="n" href="#L40" aria-label="line 40">40</a> <span class="t v2 d6">a decent abstraction</span>  </div> ',
    );
  });

  it('cannot bring any markup with it', () => {
    const html = plainLine(view(`<script>alert("x")</script> & 'y'`), 1) ?? '';
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;');
    expect(html).not.toContain('<script');
  });

  it.each([
    ['an address', view('write to ann@example.org')],
    ['a character that cannot be seen', view('left\u202eright')],
    ['nothing in it', view('')],
    ['an id that is no plain name', view('x', {}, { id: 'L1" onclick="' })],
    ['a gap behind it', view('x', {}, { gaps: [{ after: 40, missing: 'y', note: 'z' }] })],
  ])('is left to its component where it has %s', (_, line) => {
    expect(plainLine(line, 1)).toBeNull();
  });
});
