import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkpatch } from './__fixtures__/checkpatch.ts';
import { FORMATS, formatNamed } from './formats/index.ts';
import { basisNamed, citedLine, type SourceLine } from './line.ts';
import { writeCitationScript } from './script.ts';

const LINE: SourceLine = {
  slug: '2014-pipes',
  id: 'L40',
  number: '40',
  address: 'https://precedent.example/sources/2014-pipes/#L40',
  text: '  A pipe  is <b>enough</b>.',
  speaker: 'Bo Müller',
  basis: 'attribution',
  quotedBy: 'Ann Example',
  sent: '2014-06-13T17:55:46Z',
  subject: 'Re: Pipes or rings',
  list: 'pipes-discuss',
  archived: 'https://example.org/list/0001.html',
  publisher: 'Precedent',
};

describe('the citation of a line', () => {
  it('says which line of which source, whose words, as quoted by whom, and how that is known', () => {
    const text = formatNamed('text')?.write(citedLine(LINE)) ?? '';
    expect(text).toBe(
      [
        '  "A pipe is <b>enough</b>."',
        '',
        '  -- Bo Müller, as quoted by Ann Example, pipes-discuss, quoted 13 June',
        '  2014:',
        '  https://example.org/list/0001.html',
        '',
        '2014-pipes, line 40 (on: Re: Pipes or rings)',
        'https://precedent.example/sources/2014-pipes/#L40',
        '',
        'One line of a message as archived; not a position that was read from it,',
        'and not a rule of the project. The speaker is named by the line that',
        'introduces the quotation.',
        '',
      ].join('\n'),
    );
  });

  it('credits nobody with words whose speaker is unknown', () => {
    const cited = citedLine({ ...LINE, speaker: null, basis: 'unknown', quotedBy: null });
    for (const { write } of FORMATS) {
      expect(write(cited)).toContain('Nothing in the archive says who wrote these words.'.slice(0, 20));
      expect(write(cited)).not.toContain('Bo M');
    }
    expect(basisNamed('header')).toBe('header');
    expect(basisNamed('rumour')).toBe('unknown');
  });

  it('passes the rules of checkpatch as a paragraph of a commit message', () => {
    const text = formatNamed('kernel')?.write(citedLine(LINE)) ?? '';
    expect(text.split('\n').flatMap(checkpatch)).toEqual([]);
    expect(text).toContain('Link: https://precedent.example/sources/2014-pipes/#L40 [1]\nLink: https://example.org/');
  });
});

const PAGE = `<!doctype html><main>
<div class="run words" data-basis="header" data-speaker="Ann Example" data-sender="Ann Example" data-sent="2014-06-13T17:55:46Z"><div class="lines">
<div class="line" id="L1"><a class="n" href="#L1">1</a><span class="t v1">I like rings.</span></div></div></div>
<div class="run words" data-basis="attribution" data-speaker="Bo Müller" data-sender="Ann Example" data-sent="2014-06-13T17:55:46Z"><div class="lines">
<div class="line" id="L2"><a class="n" href="#L2">2</a><span class="t v2 d1"><span class="q">&gt; </span><a class="ev" id="PREC-0000A-P1">A pipe</a> is &lt;img src=x onerror=alert(1)&gt;.</span></div></div></div>
<div id="cite-lines" data-slug="2014-pipes" data-address="https://precedent.example/sources/2014-pipes/" data-subject="Pipes" data-list="pipes-discuss" data-publisher="Precedent"></div></main>`;

describe('the script of a source page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-cite-line-'));
  let script = '';
  beforeAll(async () => {
    script = readFileSync(join(folder, await writeCitationScript(folder)), 'utf8');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const opened = (hash: string): JSDOM => {
    const dom = new JSDOM(PAGE, {
      url: `https://precedent.example/sources/2014-pipes/${hash}`,
      runScripts: 'outside-only',
    });
    // jsdom has no encoder of its own.
    dom.window.TextEncoder = TextEncoder;
    dom.window.eval(script);
    return dom;
  };

  it('shows under the line that the address names every format, with its speaker and without its quote marks', () => {
    const { document } = opened('#L2').window;
    const panel = document.querySelector('#L2 + .cite-line');
    expect(panel?.querySelector('summary')?.textContent).toBe('Cite line 2');
    expect(panel?.querySelectorAll('pre')).toHaveLength(FORMATS.length);
    const markdown = panel?.querySelector('pre')?.textContent ?? '';
    expect(markdown).toMatch(
      /^> A pipe is \\<img src=x onerror=alert\(1\)>\.\n>\n> — Bo Müller, as quoted by Ann Example, pipes-discuss, quoted 13 June 2014/,
    );
    expect(document.querySelector('img')).toBeNull();
  });

  it('shows one panel at a time, and none where the address names no line', async () => {
    const dom = opened('#L1');
    const { document } = dom.window;
    expect(document.querySelector('#L1 + .cite-line pre')?.textContent).toMatch(
      /— Ann Example, pipes-discuss, 13 June 2014/,
    );
    for (const [hash, count] of [
      ['#L2', 1],
      ['#PREC-0000A-P1', 0],
      ['#L9', 0],
      ['#L1', 1],
      ['#%ZZ', 0],
    ] as const) {
      dom.window.location.hash = hash;
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(document.querySelectorAll('.cite-line'), hash).toHaveLength(count);
    }
  });
});
