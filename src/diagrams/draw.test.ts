import { execFileSync } from 'node:child_process';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { visibleText } from '../model/visible.ts';
import { decision, hrefOf, NASTY, position, terms } from './__fixtures__/decision.ts';
import { randomFlowchart } from './__fixtures__/random.ts';
import { plainText } from './escape.ts';
import { argumentMap, drawSvg, layout, parseFlowchart, renderDiagram } from './index.ts';
import { fontMeasure } from './measure.ts';

// Loading Mermaid takes seconds on a busy machine, and the first test of a file waits for it.
vi.setConfig({ testTimeout: 60_000 });

const positions = NASTY.map((text, n) => {
  const one = position(n + 1, 'indoors', text, 'opposes');
  return { ...one, evidence: { ...one.evidence, exact: text } };
});
const hostile = argumentMap(decision(positions, { question: `${NASTY.join(' ')}?` }), { terms, hrefOf, cap: 99 });

describe('drawing', () => {
  it('brings hostile labels into the page as text', async () => {
    const { svg } = await renderDiagram(hostile, 'd');
    const { window } = new JSDOM(`<!doctype html><body>${svg}</body>`);
    const names = new Set([...window.document.querySelectorAll('body *')].map(({ tagName }) => tagName.toLowerCase()));
    expect([...names].sort()).toEqual(['a', 'circle', 'desc', 'g', 'path', 'rect', 'svg', 'text', 'title']);
    const attributes = [...window.document.querySelectorAll('body *')].flatMap((element) =>
      element.getAttributeNames(),
    );
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
    const shown = [...window.document.querySelectorAll('a')].map((link) =>
      (link.textContent ?? '').replace(/\s+/g, ''),
    );
    const speakers = shown.slice(2);
    for (const [index, text] of NASTY.entries())
      expect(speakers[index]).toContain(plainText(visibleText(text)).replace(/\s+/g, ''));
  });

  it('names the picture, describes it, and gives each box one link with a name of its own', async () => {
    const text = argumentMap(decision([position(1, 'indoors', 'Ann', 'opposes')]), { terms, hrefOf });
    const { window } = new JSDOM((await renderDiagram(text, 'map "1"')).svg);
    const svg = window.document.querySelector('svg');
    expect(svg?.getAttribute('role')).toBe('group');
    const named = window.document.getElementById(svg?.getAttribute('aria-labelledby') ?? '');
    expect(named?.textContent).toBe('Argument map of PREC-7F3Q2: Where the pump stands');
    expect(window.document.getElementById(svg?.getAttribute('aria-describedby') ?? '')?.tagName).toBe('desc');
    expect([...window.document.querySelectorAll('a')].map((link) => link.getAttribute('aria-label'))).toEqual([
      'Should the pump stand indoors?',
      'pump indoors, rejected; to Should the pump stand indoors?',
      'Ann, “words of position 1”, P1; opposes pump indoors',
      'pump outdoors, partly adopted; to Should the pump stand indoors?',
    ]);
    expect(window.document.querySelectorAll('.dg-mark')).toHaveLength(1);
    expect(window.document.querySelector('.dg-dotted.dg-con')).not.toBeNull();
  });

  it('draws only numbers of one decimal, and none that is not a number', async () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const { svg } = await renderDiagram(randomFlowchart(seed), `d${seed}`);
      const geometry = [...svg.matchAll(/ (?:d|x|y|width|height|viewBox|transform)="([^"]*)"/g)].map(
        ([, value]) => value,
      );
      expect(geometry.join(' ')).not.toMatch(/NaN|Infinity|undefined|e[+-]|\.\d\d/);
      expect(svg).not.toMatch(/style=|<style|<script/);
    }
  });

  it('separates lines by a blank, so that their words do not run together', async () => {
    const { svg } = await renderDiagram('flowchart LR\n  a["one<br/>two"]', 'd');
    expect(new JSDOM(svg).window.document.querySelector('.dg-node')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      'one two',
    );
  });

  it('gives the same bytes a second time, and in another process', async () => {
    const graph = await parseFlowchart(hostile);
    const svg = drawSvg(await layout(graph, fontMeasure()), 'd');
    expect(drawSvg(await layout(await parseFlowchart(hostile), fontMeasure()), 'd')).toBe(svg);
    const script = `
      import { renderDiagram } from './src/diagrams/index.ts';
      import { readFileSync } from 'node:fs';
      process.stdout.write((await renderDiagram(readFileSync(0, 'utf8'), 'd')).svg);`;
    const other = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input: hostile,
      encoding: 'utf8',
    });
    expect(other).toBe(svg);
  });

  it('draws a text once per process', async () => {
    const text = 'flowchart LR\n  once';
    expect(renderDiagram(text, 'd')).toBe(renderDiagram(text, 'd'));
    expect((await renderDiagram(text, 'e')).svg).toContain('id="e-title"');
  });
});
