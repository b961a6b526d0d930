import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawSvg, layout, outline, parseFlowchart } from '../diagrams/index.ts';
import { fontMeasure } from '../diagrams/measure.ts';
import type { OutlineItem } from '../diagrams/outline.ts';
import { auditPages } from './audit.ts';
import { DIST } from './site.ts';

/** Every step from an item to its child, as the outline says it. */
function steps(items: readonly OutlineItem[]): string[] {
  return items.flatMap(({ children }) => [...children.map(({ text }) => text), ...steps(children)]);
}

/** How many items of the lists beside the picture stand below another one: one for each edge. */
function nestedItems(html: string): number {
  const [, lists = ''] = /<div class="outline">([\s\S]*?)<\/div>/.exec(html) ?? [];
  let depth = 0;
  let nested = 0;
  for (const [tag] of lists.matchAll(/<\/?(?:ul|li)\b/g)) {
    if (tag === '<ul') depth += 1;
    if (tag === '</ul') depth -= 1;
    if (tag === '<li' && depth > 1) nested += 1;
  }
  return nested;
}

/** Text of a page with one blank wherever it has any, so that a line broken anywhere is the same line. */
const folded = (text: string): string => text.replace(/\s+/g, ' ');

/** What a picture must never hold: see the promises of `draw.ts`. */
function faultsOfPicture(svg: string): string[] {
  const forbidden = [
    /NaN|Infinity|undefined/,
    /\sstyle=/i,
    /<style/i,
    /<script/i,
    /\son[a-z]+=/i,
    /<foreignObject/i,
    /javascript:/i,
  ];
  return forbidden.filter((pattern) => pattern.test(svg)).map(String);
}

describe('the pictures of the built site', () => {
  const maps = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?:^|[\\/])map\.txt$/.test(name),
  );
  let pages = new Map<string, { html: string; text: string }>();
  beforeAll(() => {
    pages = new Map(auditPages(DIST).map(({ file, html, text }) => [file, { html, text: folded(text) }]));
  });
  const pictures = () =>
    [...pages].flatMap(([file, { html }]) =>
      (html.match(/<svg class="dg"[\s\S]*?<\/svg>/g) ?? []).map((svg) => ({ file, svg })),
    );

  it('hold no number that is none, no style and no script', () => {
    expect(pictures().length).toBeGreaterThanOrEqual(maps.length);
    expect(pictures().flatMap(({ file, svg }) => faultsOfPicture(svg).map((fault) => `${file}: ${fault}`))).toEqual([]);
    expect(faultsOfPicture('<svg><rect x="NaN" style="x"/><script>x</script></svg>')).toHaveLength(3);
  });

  it('say in words, on the same page, every edge that they draw', async () => {
    expect(maps.length).toBeGreaterThan(10);
    for (const map of maps) {
      const graph = await parseFlowchart(readFileSync(join(DIST, map), 'utf8'), { file: map });
      const page = pages.get(map.replace('map.txt', 'index.html'));
      const drawn = page?.html.match(/<g class="dg-edge /g)?.length ?? 0;
      expect([map, nestedItems(page?.html ?? '')]).toEqual([map, drawn]);
      const told = steps(outline(graph));
      expect(told).toHaveLength(graph.edges.length);
      // A map with more boxes than its cap draws the first of each kind and says how many are missing.
      if (drawn < graph.edges.length) expect(page?.text).toMatch(/and \d+ more (?:position|option)/);
      else for (const step of told) expect(page?.text).toContain(folded(step));
    }
  }, 300_000);

  it('are drawn again byte for byte', async () => {
    // The map of all decisions has no cap: its text to copy is what is drawn.
    const { file, svg } = pictures().find((picture) => picture.file.startsWith('map')) ?? { file: '', svg: '' };
    const map = readFileSync(join(DIST, file.replace('index.html', 'map.txt')), 'utf8');
    // Without the cache of pictures, or it would be compared with itself.
    const draw = async () => drawSvg(await layout(await parseFlowchart(map), fontMeasure()), 'map');
    const drawn = await draw();
    expect(await draw()).toBe(drawn);
    // The text to copy has whole addresses, the picture has those of the site: all else is the same.
    const bare = (picture: string) => picture.replaceAll(/ href="[^"]*"/g, '').trim();
    expect(bare(svg)).toBe(bare(drawn));
  });
});
