import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { CORPUS } from './__fixtures__/corpus.ts';
import { citedOf } from './cited.ts';
import { escapeMarkdown, markdown } from './formats/markdown.ts';

/** The text a reader sees, entities resolved, and the tags around it. */
function rendered(source: string): { text: string; html: string } {
  const { html } = markdownToHtml(source, { features: { gfm: true, smartPunctuation: false } });
  const text = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return { text: text.trim(), html };
}

describe('the Markdown of a citation', () => {
  it('renders as quotation, attribution, link: it stands alone', () => {
    const cited = citedOf(CORPUS, 'PREC-0000A-P1');
    const { text, html } = rendered(cited === null ? '' : markdown.write(cited));
    expect(text).toContain(cited?.words?.exact);
    expect(text).toContain('— Bo Müller, pipes-discuss, 13 June 2014 (source)');
    expect(html).toMatch(
      /^<blockquote>[\s\S]*<\/blockquote>\s*<p><a href="https:\/\/precedent\.example\/PREC-0000A-P1\/v\/2\/">/,
    );
    expect(html).toContain('href="https://example.org/list/%282014%29/0001.html"');
    expect(html.match(/<a /g)).toHaveLength(2);
  });

  it.each([
    '*a* _b_ **c** `d` ~~e~~ ~f~ [g](h) ![i](j) <k> &amp; \\ | l | $m$',
    '# heading',
    '> quote',
    '- list',
    '+ list',
    '1. list',
    '12) list',
    '=== heading',
    '--- rule',
    '[^1] [x]: y',
    '{expression} {%tag%}',
  ])('shows words as they are: %s', (words) => {
    const { text, html } = rendered(escapeMarkdown(words));
    expect(text).toBe(words);
    expect(html.trim()).toMatch(/^<p>[^<]*<\/p>$/);
  });
});
