import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus/corpus.ts';
import { CORPUS, decision, position } from './__fixtures__/corpus.ts';
import { type Cited, citableIds, citedOf } from './cited.ts';
import { FORMATS, formatNamed } from './formats/index.ts';

function cited(id: string, corpus: Corpus = CORPUS): Cited {
  const found = citedOf(corpus, id);
  if (found === null) throw new Error(`the fixture holds no ${id}`);
  return found;
}

function written(format: string, id: string, corpus: Corpus = CORPUS): string {
  return formatNamed(format)?.write(cited(id, corpus)) ?? '';
}

const each = citableIds(CORPUS).flatMap((id) => FORMATS.map((format) => ({ id, format })));

describe('a citation', () => {
  it.each(each)('of $id as $format.name is what it was', async ({ id, format }) => {
    const name = `./__fixtures__/golden/${id}.${format.name}.txt`;
    await expect(format.write(cited(id))).toMatchFileSnapshot(name);
  });

  it.each(each)(
    'of $id as $format.name names id and address, ends in one line break and is the same again',
    ({ id, format }) => {
      const text = format.write(cited(id));
      expect(text).toContain(id);
      expect(text).toContain(cited(id).url);
      expect(text).toMatch(/\S\r?\n$|ER {2}- \r\n$/);
      expect(format.write(cited(id))).toBe(text);
    },
  );

  it('has a key of its own, with the version in it', () => {
    const keys = citableIds(CORPUS).map((id) => cited(id).key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(cited('PREC-0000A').key).toBe('PREC-0000A-v2');
    expect(cited('PREC-0000B').key).toBe('PREC-0000B');
  });

  it('leads to the version that was cited, and to the newest where none was released', () => {
    expect(cited('PREC-0000A-P1').url).toBe('https://precedent.example/PREC-0000A-P1/v/2/');
    expect(cited('PREC-0000B').url).toBe('https://precedent.example/PREC-0000B/');
  });

  it('of what is not there is none', () => {
    expect(citedOf(CORPUS, 'PREC-0000D')).toBeNull();
    expect(citedOf(CORPUS, 'PREC-0000A-P3')).toBeNull();
  });
});

describe('every export', () => {
  /** Said of a record or position, and the id that must bear it. */
  const said: [string, RegExp][] = [
    [
      'PREC-0000B',
      /later record is probably what you want to cite: PREC-0000A, https:\/\/precedent\.example\/PREC-0000A\//,
    ],
    ['PREC-0000B', /Not reviewed/],
    ['PREC-0000B-P1', /Nothing in the archive says who wrote/],
    ['PREC-0000C', /withdrawn/],
    ['PREC-0000C', /draft that no person has read/],
    ['PREC-0000C', /No version has been released yet/],
    ['PREC-0000A-P1', /Contested: 1 position of another takes the other side/],
    ['PREC-0000A-P2', /known only as Bo Müller quotes them/],
    ['PREC-0000A-P2', /name of the speaker is a conclusion/],
    ['PREC-0000A-P2', /stance and option were found by rules/],
  ];
  const all = said.flatMap(([id, words]) => FORMATS.map((format) => [id, words, format.name] as const));

  it.each(all)('of %s says %s: %s', (id, words, format) => {
    expect(
      written(format, id)
        .replace(/\s*\n>? ?/g, ' ')
        .replaceAll('\\', ''),
    ).toMatch(words);
  });

  it('says where the page has changed since the version that is cited', () => {
    const [released] = CORPUS.decisions.flatMap((one) =>
      one.id === 'PREC-0000A' && one.released ? [one.released] : [],
    );
    if (released === undefined) throw new Error('the fixture holds a released decision');
    const changed = decision('PREC-0000A', { released: { ...released, changed: true } });
    const corpus = { ...CORPUS, decisions: [changed] };
    for (const { name } of FORMATS) {
      expect(written(name, 'PREC-0000A', corpus).replace(/\s*\n/g, ' ')).toContain('has changed since version 2');
    }
  });

  it('says nothing against what is reviewed, uncontested and current', () => {
    expect(cited('PREC-0000A').caveats).toEqual([]);
  });

  it('warns before the entry, where it is read first', () => {
    for (const format of ['bibtex', 'biblatex']) expect(written(format, 'PREC-0000B')).toMatch(/^%% Superseded: /);
  });

  it.each(FORMATS.filter(({ name }) => name !== 'kernel').map(({ name }) => name))(
    'says what a position is: %s',
    (format) => {
      expect(written(format, 'PREC-0000A-P1').replace(/\n/g, ' ')).toMatch(
        /One participant's argument, made on 13 June 2014; not a rule of the project/,
      );
    },
  );

  it('holds no address of a person', () => {
    for (const { id, format } of each)
      expect(format.write(cited(id)).replaceAll('<1402682146.2236@example.org>', '')).not.toMatch(/\w@\w/);
  });
});

/** Words that each format could take for something else. */
const HOSTILE = [
  '@article{x, title={y}} }{ \\end{document} %% $$ \\input{/etc/passwd}',
  '](javascript:alert(1)) ![x](y) <script>alert(1)</script> `code` ~~x~~ | a | b |',
  '--- a/x +++ b/x @@ -1,2 +3,4 @@ diff --git # comment Link: nowhere',
  'ER  - \r\nTY  - BOOK\nTI  - other\u2028TI  - third',
  '\u202eevil\u202c "quoted" \'single\' \\" \\u0000',
];

function hostile(words: string): Corpus {
  const base = position('PREC-0000A-P1');
  const one = { ...base, holder: words, optionLabel: words, evidence: { ...base.evidence, exact: words } };
  const source = CORPUS.sources.map((entry) => ({ ...entry, list: words, title: words }));
  return {
    ...CORPUS,
    decisions: [decision('PREC-0000A', { title: words, question: `${words}?`, summary: words, positions: [one.id] })],
    positions: [one],
    sources: source,
  };
}

describe('hostile words', () => {
  it.each(HOSTILE)('stay words: %j', (words) => {
    const corpus = hostile(words);
    for (const id of ['PREC-0000A', 'PREC-0000A-P1']) {
      const ris = written('ris', id, corpus).split('\r\n');
      expect(ris.filter((line) => line.startsWith('TY')).length).toBe(1);
      expect(ris.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
      for (const format of ['bibtex', 'biblatex']) {
        const text = written(format, id, corpus);
        expect(braces(text)).toBe(0);
        expect(text.match(/^@/gm)).toHaveLength(1);
        expect(text).not.toMatch(/^%%.*@/m);
      }
      expect(JSON.parse(written('csl-json', id, corpus))).toHaveLength(1);
    }
  });
});

/** Opening braces less closing ones, escaped ones left aside; throws where one closes that never opened. */
function braces(text: string): number {
  let depth = 0;
  for (const [brace] of text.replace(/\\[\\{}]/g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) throw new Error('a brace closes that never opened');
  }
  return depth;
}

/** citation-js ships no types; this is what the tests use of it. */
interface CitationJs {
  readonly Cite: new (text: string, options: { forceType: string }) => { readonly data: Record<string, unknown>[] };
}

const require = createRequire(import.meta.url);
const { Cite }: CitationJs = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

describe('citation-js', () => {
  function parse(text: string, forceType: string): Record<string, unknown>[] {
    return new Cite(text, { forceType }).data;
  }
  const kinds = [
    ['biblatex', '@biblatex/text'],
    ['bibtex', '@bibtex/text'],
    ['ris', '@ris/file'],
  ] as const;

  it.each(kinds)('reads %s back: number, version, container, date, address, title', (format, type) => {
    for (const id of citableIds(CORPUS)) {
      const one = cited(id);
      const [item, ...others] = parse(written(format, id), type);
      expect(others).toEqual([]);
      expect(item).toMatchObject({
        id: one.key,
        type: 'report',
        title: one.title,
        URL: one.url,
        genre: one.genre,
        publisher: 'Precedent',
      });
      expect(item?.number).toBe(format === 'bibtex' && one.version !== null ? `${id}, version ${one.version}` : id);
      const [year] = one.date?.split('-') ?? [];
      if (year !== undefined) expect(JSON.stringify(item?.issued)).toContain(`[${year},11`);
      if (one.version !== null && format !== 'bibtex')
        expect(String(item?.version ?? item?.edition)).toBe(String(one.version));
    }
  });

  it.each(kinds)('reads hostile words back as they are: %s', (format, type) => {
    for (const words of [...HOSTILE.slice(0, 3), "a -- b --- c ``d'' ?`e"]) {
      const corpus = hostile(words);
      const [item, ...others] = parse(written(format, 'PREC-0000A', corpus), type);
      expect(others).toEqual([]);
      expect(item?.title).toBe(cited('PREC-0000A', corpus).title);
    }
  });
});
