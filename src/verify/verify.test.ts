import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../model/digest.ts';
import { ReasonCode } from '../model/redirect.ts';
import { loadKnowledge } from '../records/load.ts';
import { planRelease, removeWords, writeRelease } from '../versions/index.ts';
import { Project } from './__fixtures__/knowledge.ts';
import { CATALOGUE } from './catalogue.ts';
import { summariseReport } from './report.ts';

const MAIL = 'content/sources/2014-talk/message.txt';
const META = 'content/sources/2014-talk/source.yaml';

describe('verification', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.make();
  });
  afterEach(() => {
    project.remove();
  });

  /** Verifies, and expects one finding of this code at this place, with its mend from the catalogue. */
  async function refused(
    code: keyof typeof CATALOGUE,
    where: { file: string; line?: number; id?: string | RegExp },
  ): Promise<void> {
    const report = await project.verify();
    expect(report.findings.map((one) => `${one.code} ${one.where.file}`)).toContain(`${code} ${where.file}`);
    const first = report.findings.find((one) => one.code === code && one.where.file === where.file);
    if (where.line !== undefined) expect(first?.where.line).toBe(where.line);
    if (where.id !== undefined) expect(first?.where.id).toMatch(where.id);
    expect(first?.mend).toBe(CATALOGUE[code].mend);
  }

  it('finds nothing wrong where every promise is kept, and says what it looked at', async () => {
    const report = await project.verify();
    expect(report.findings).toEqual([]);
    expect(report.checks.every(({ findings }) => findings === 0)).toBe(true);
    expect(summariseReport(report)).toContain('4 quotations checked: each found exactly once\n');
  });

  describe('of quotations refuses', () => {
    it('a source of which one letter is other than archived, and names each quotation it breaks', async () => {
      project.change(MAIL, 'any pipe', 'any pope');
      await refused('source-changed', { file: MAIL, id: '2014-talk' });
      await refused('quote-changed', {
        file: project.record,
        line: project.lineOf(project.record, 'any pipe.'),
        id: /-P1$/,
      });
    });

    it('a letter changed in the source even where someone has brought its digest up to date', async () => {
      project.change(MAIL, 'must be told', 'must be tolt');
      project.change(META, /sha256: .*/, `sha256: ${sha256(project.read(MAIL))}`);
      const codes = (await project.verify()).findings.map(({ code, where }) => `${code} ${where.id?.slice(11)}`);
      expect(codes).toEqual(['quote-changed P2', 'quote-changed P2-A1', 'quote-context P3']);
    });

    it('an inserted word', async () => {
      project.change(project.record, 'exact: Mapping the pages is faster', 'exact: Mapping the pages is not faster');
      await refused('quote-changed', { file: project.record, id: /-P1$/ });
    });

    it('words of another line with a digest of their own', async () => {
      project.change(project.record, /sha256: \w{64}/, `sha256: ${sha256('x')}`);
      await refused('quote-digest', { file: project.record, line: project.lineOf(project.record, sha256('x')) });
    });

    it('a place that the source does not have', async () => {
      project.change(project.record, /end: \{line: 8, column: \d+\}/, 'end: {line: 8, column: 400}');
      await refused('quote-place', { file: project.record, id: /-P1$/ });
    });

    it('a place that ends before it begins', async () => {
      project.change(project.record, /start: \{line: 8, column: \d+\}/, 'start: {line: 9, column: 3}');
      await refused('quote-place', { file: project.record, id: /-P1$/ });
    });

    it('surroundings that are not there', async () => {
      project.change(project.record, 'suffix: It costs a flush, though.', 'suffix: It costs nothing at all.');
      await refused('quote-context', { file: project.record, id: /-P1$/ });
    });

    it('words that stand there twice in the same surroundings', async () => {
      const words = 'Yes and no and more. '.repeat(9).trim();
      project.change(MAIL, 'A pipe is enough.', words);
      const [start, length] = [84, 10];
      const fields = [
        `exact: ${words.slice(start, start + length)}`,
        `prefix: ${words.slice(0, start).trim().slice(-32)}`,
        `suffix: ${words
          .slice(start + length)
          .trim()
          .slice(0, 32)
          .trim()}`,
        `sha256: ${sha256(words.slice(start, start + length))}`,
      ];
      project.change(
        project.record,
        /exact: A pipe is enough\.\n *prefix: .*\n *suffix: .*\n *sha256: .*/,
        fields.join('\n      '),
      );
      project.change(
        project.record,
        /start: \{line: 14, column: 1\}\n *end: .*/,
        `start: {line: 14, column: ${start + 1}}\n      end: {line: 14, column: ${start + length}}`,
      );
      const { findings } = await project.verify();
      const own = findings.filter(({ where }) => where.id?.endsWith('-P3'));
      expect(own.map(({ code, what }) => `${code}: ${what}`)).toEqual([
        'quote-ambiguous: the words with their surroundings are found 5 times',
      ]);
    });

    it('a source that does not exist', async () => {
      project.change(project.record, 'source: 2014-talk', 'source: 2015-talk');
      await refused('source-unknown', { file: project.record, line: project.lineOf(project.record, '2015-talk') });
    });
  });

  describe('of speakers refuses', () => {
    it('another holder than the one who speaks', async () => {
      project.change(project.record, 'holder: Bob Sample', 'holder: Ann Example');
      await refused('holder-wrong', {
        file: project.record,
        line: project.lineOf(project.record, 'holder: Ann'),
        id: /-P1$/,
      });
    });

    it('another holder in a position that an editor wrote', async () => {
      project.change(project.record, /extractor: rules/g, 'extractor: editor');
      project.change(project.record, 'holder: Bob Sample', 'holder: Cyd');
      await refused('holder-wrong', { file: project.record, id: /-P1$/ });
    });

    it('nobody in the place of somebody', async () => {
      project.change(project.record, 'holder: Bob Sample', 'holder: null');
      await refused('holder-wrong', { file: project.record, id: /-P1$/ });
    });

    it('a better basis than there is', async () => {
      project.change(project.record, 'holderBasis: attribution', 'holderBasis: header');
      await refused('basis-wrong', {
        file: project.record,
        line: project.lineOf(project.record, 'holderBasis: header'),
        id: /-P1$/,
      });
    });

    it('words at second hand given as first hand, or as quoted by another', async () => {
      project.change(project.record, 'quotedBy: Ann Example', 'quotedBy: Cyd');
      await refused('second-hand-wrong', {
        file: project.record,
        line: project.lineOf(project.record, 'quotedBy: Cyd'),
      });
      project.change(project.record, 'secondHand: true', 'secondHand: false');
      await refused('second-hand-wrong', {
        file: project.record,
        line: project.lineOf(project.record, 'secondHand: false'),
      });
    });

    it('a quotation that runs on into the words of another', async () => {
      project.change(project.record, /end: \{line: 8, column: \d+\}/, 'end: {line: 11, column: 6}');
      await refused('quote-speakers', { file: project.record, id: /-P1$/ });
    });

    it('a quotation that takes in a signature', async () => {
      project.change(project.record, /end: \{line: 14, column: \d+\}/, 'end: {line: 17, column: 11}');
      await refused('quote-zone', { file: project.record, id: /-P3$/ });
    });

    const reported = async (extractor: string): Promise<string[]> => {
      project.change(
        project.record,
        /option: pipe\n {4}holder: Ann Example\n {4}holderBasis: header/,
        'option: pipe\n    holder: Cyd\n    holderBasis: inferred',
      );
      project.change(
        project.record,
        /secondHand: false(?=\n {4}evidence:\n.*\n {6}start: \{line: 14)/,
        'secondHand: true\n    told: true\n    quotedBy: Ann Example',
      );
      if (extractor !== 'rules') project.change(project.record, /extractor: rules/g, `extractor: ${extractor}`);
      return (await project.verify()).findings.map(({ code, where }) => `${code} ${where.id?.slice(11)}`);
    };

    it('words put into the mouth of another, unless an editor records them as what the speaker reports', async () => {
      expect(await reported('rules')).toEqual(['holder-wrong P3']);
    });

    it('nothing that an editor records as reported by the speaker of the lines', async () => {
      expect(await reported('editor')).toEqual([]);
      project.change(
        project.record,
        /quotedBy: Ann Example(?=\n {4}evidence:\n.*\n {6}start: \{line: 14)/,
        'quotedBy: Bob Sample',
      );
      expect((await project.verify()).findings.map(({ code }) => code)).toEqual(['holder-wrong']);
    });

    it('nothing told in words of another as if it were a quotation', async () => {
      await reported('editor');
      project.change(project.record, '    told: true\n', '');
      expect((await project.verify()).findings.map(({ code }) => code)).toEqual(['holder-wrong']);
    });

    it('but not of a position that was withdrawn, which credits nobody', async () => {
      project.change(project.record, 'holder: Bob Sample', 'holder: Cyd');
      project.change(project.record, 'review: extracted\n    extractor', 'review: rejected\n    extractor');
      expect((await project.verify()).findings).toEqual([]);
    });
  });

  describe('of ids refuses', () => {
    it('a number given twice', async () => {
      project.change(project.record, '- id: P2', '- id: P1');
      await refused('id-twice', {
        file: project.record,
        line: project.lineOf(project.record, 'stance: opposes') - 4,
        id: /-P1$/,
      });
    });

    it('one decision in two files, and a file named after another id', async () => {
      project.write('content/decisions/PREC-00000-copy.mdx', project.read(project.record));
      const codes = (await project.verify()).findings.map(({ code }) => code);
      expect(codes).toContain('id-twice');
      expect(codes).toContain('file-name');
    });

    it('an id that a tombstone remembers', async () => {
      const id = `${project.record.slice('content/decisions/'.length, 'content/decisions/'.length + 10)}-P2`;
      project.write('content/redirects.yaml', `- {from: ${id}, to: null, code: duplicate, reason: said twice}\n`);
      await refused('id-reused', { file: 'content/redirects.yaml', line: 1, id });
    });
  });

  describe('of themes refuses', () => {
    const theme = (position: string, rests: string): string =>
      `- id: moving\n  title: Moving\n  question: Who moves?\n  account:\n    - text: Nobody knows.\n      rests: [${rests}]\n  positions: [${position}, ${position}]\n`;
    const idOf = (): string => /PREC-\w{5}/.exec(project.record)?.[0] ?? '';

    it('nothing where its positions and its marks lead somewhere', async () => {
      project.write('content/themes.yaml', theme(`${idOf()}-P1`, `${idOf()}-P2, editor`));
      expect((await project.verify()).findings).toEqual([]);
    });

    it('a position, a mark and an id that lead nowhere or to two', async () => {
      project.write('content/themes.yaml', theme(`${idOf()}-P99`, `${idOf()}-P1`));
      await refused('position-unknown', { file: 'content/themes.yaml', line: 7, id: 'moving' });
      project.write('content/themes.yaml', theme(`${idOf()}-P1`, `${idOf()}-F9`));
      await refused('mark-nowhere', { file: 'content/themes.yaml', line: 6, id: 'moving' });
      project.write('content/themes.yaml', theme(`${idOf()}-P1`, 'editor').repeat(2));
      await refused('id-twice', { file: 'content/themes.yaml', line: 8, id: 'moving' });
    });

    it('a position that was rejected', async () => {
      project.change(project.record, 'review: extracted\n    extractor', 'review: rejected\n    extractor');
      project.write('content/themes.yaml', theme(`${idOf()}-P1`, 'editor'));
      await refused('position-unknown', { file: 'content/themes.yaml', id: 'moving' });
    });
  });

  describe('of references refuses', () => {
    it('a finished record that hears one side only, until it says why, and one that says so although it hears both', async () => {
      const { record } = project;
      project.change(record, 'draft: true\n', 'draft: false\n');
      expect((await project.verify()).findings).toEqual([]);
      project.change(record, 'minted: 3', 'oneSided: Nobody else spoke.\nminted: 3');
      await refused('one-sided', { file: record, line: project.lineOf(record, 'oneSided:') });
      project.change(record, 'stance: opposes', 'stance: supports');
      expect((await project.verify()).findings).toEqual([]);
      project.change(record, 'oneSided: Nobody else spoke.\n', '');
      await refused('one-sided', { file: record, line: project.lineOf(record, 'positions:') });
    });

    it.each([
      ['term-unknown', 'option: pipe', 'option: pope'],
      ['option-missing', '  - {term: pipe, fate: open}\n', ''],
      ['fact-unknown', '{term: pipe, fate: open}', '{term: pipe, fate: open, facts: [F1]}'],
      ['position-unknown', 'respondsTo: P1', 'respondsTo: P99'],
      ['decision-unknown', 'outcome:', 'relations: [{kind: related, target: PREC-00000}]\noutcome:'],
      ['schema', 'stance: opposes', 'stance: opossum'],
      ['schema', 'facts: []', 'facts: [{id: F1, date: "2014", text: It was merged., checked: confirmed}]'],
      ['schema', 'status: open', 'status: open\nstatuz: open'],
      ['yaml-syntax', 'status: open', 'status: open: closed'],
    ] as const)('with %s: %s → %s', async (code, from, to) => {
      project.change(project.record, from, to);
      await refused(code, { file: project.record });
    });

    it('a fact without an address, and names the field and its line', async () => {
      project.change(
        project.record,
        'facts: []',
        'facts:\n    - id: F1\n      date: "2014"\n      text: It was merged.\n      checked: confirmed',
      );
      const [finding] = (await project.verify()).findings;
      expect(finding).toMatchObject({ code: 'schema', where: { line: project.lineOf(project.record, 'id: F1') } });
      expect(finding?.what).toMatch(/^outcome\.facts\[0\]\.url: /);
    });

    it('a circle of decisions that depend on each other', async () => {
      const [id = ''] = /PREC-\w{5}/.exec(project.record) ?? [];
      const other = 'content/decisions/PREC-00000-other.mdx';
      const bare = project
        .read(project.record)
        .replace(/positions:[\s\S]*?minted: 3\n/, 'positions: []\n')
        .replaceAll(id, 'PREC-00000');
      project.write(other, bare.replace('outcome:', `relations: [{kind: depends-on, target: ${id}}]\noutcome:`));
      expect((await project.verify()).findings).toEqual([]);
      project.change(project.record, 'outcome:', 'relations: [{kind: depends-on, target: PREC-00000}]\noutcome:');
      await refused('relation-circle', { file: other, line: project.lineOf(other, 'relations') });
    });

    it('a name of two people', async () => {
      project.change('content/people.yaml', '  name: Bob Sample', '  name: Bob Sample\n  aliases: [Ann]');
      await refused('alias-twice', { file: 'content/people.yaml', line: 6, id: 'bob-sample' });
    });

    it('a term twice, a broader term that is not there, a term broader than itself', async () => {
      project.change('content/terms.yaml', '- id: pipe', '- id: memory');
      await refused('id-twice', { file: 'content/terms.yaml', id: 'memory' });
      project.change('content/terms.yaml', 'broader: [memory]', 'broader: [page-table, space]');
      await refused('term-unknown', { file: 'content/terms.yaml', line: 7 });
      await refused('term-circle', { file: 'content/terms.yaml', id: 'page-table' });
    });

    it('a former id that leads nowhere', async () => {
      project.write('content/redirects.yaml', '- {from: PREC-00000, to: PREC-11111, code: merged, reason: merged}\n');
      await refused('redirect-nowhere', { file: 'content/redirects.yaml', line: 1 });
    });

    it('former ids that lead in a circle, or to themselves', async () => {
      const entry = (from: string, to: string) => `- {from: ${from}, to: ${to}, code: merged, reason: merged}\n`;
      project.write('content/redirects.yaml', entry('PREC-00000', 'PREC-11111') + entry('PREC-11111', 'PREC-00000'));
      await refused('redirect-circle', { file: 'content/redirects.yaml', line: 1, id: 'PREC-00000' });
      project.write('content/redirects.yaml', entry('PREC-00000', 'PREC-00000'));
      await refused('redirect-circle', { file: 'content/redirects.yaml', id: 'PREC-00000' });
    });
  });

  describe('of released versions refuses', () => {
    const id = () => project.record.slice('content/decisions/'.length, 'content/decisions/PREC-7F3Q2'.length);
    const file = () => `content/versions/${id()}.jsonl`;

    beforeEach(async () => {
      project.change(project.record, 'draft: true', 'draft: false');
      const knowledge = await loadKnowledge(project.root);
      writeRelease(project.root, planRelease(knowledge, new Map(), '2026-01-01').versions);
      expect((await project.verify()).findings).toEqual([]);
    });

    it('a word changed in one', async () => {
      project.change(file(), 'A pipe is enough.', 'A pipe is not enough.');
      await refused('version-broken', { file: file(), line: 4 });
    });

    it('a released position that is gone without a word', async () => {
      project.change(project.record, /\n {2}- id: P3\n[\s\S]*?extracted: .*\n/, '\n');
      await refused('address-lost', { file: file(), id: `${id()}-P3` });
    });

    it('words taken out of one, until it is said why', async () => {
      removeWords(project.root, [`${id()}-P3`]);
      await refused('version-broken', { file: file(), id: `${id()}-P3` });
      project.change(project.record, /\n {2}- id: P3\n[\s\S]*?extracted: .*\n/, '\n');
      project.write(
        'content/redirects.yaml',
        `- {from: ${id()}-P3, to: null, code: legal, reason: A court said so.}\n`,
      );
      expect((await project.verify()).findings.map(({ code }) => code)).toEqual([]);
    });
  });

  describe('of bodies refuses', () => {
    it.each([
      ['body-code', 'Home is {process.env.HOME}. <Rests on="editor" />'],
      ['body-code', '{/* a comment */}'],
      ['body-code', 'import fs from "node:fs"'],
      ['body-code', 'export const x = 1'],
      ['body-attribute', '<Rests on={process.env.HOME} />'],
      ['body-attribute', 'Yes. <Rests {...globalThis} />'],
      ['body-attribute', '<Position />'],
      ['body-attribute', '<Diagram set:html="x" />'],
      ['body-component', '<script src="https://x.example/x.js"></script>'],
      ['body-component', 'A <b>bold</b> word. <Rests on="editor" />'],
      ['body-component', '<Fragment set:html="x" />'],
      ['body-component', '<constructor />'],
      ['body-component', '<>x</>'],
      ['body-component', '<Rests on="P1">words</Rests>'],
      ['body-syntax', '<Rests on="P1"'],
      ['body-syntax', '<!-- a comment -->'],
      ['body-syntax', 'an open { brace'],
      ['body-link', '[this](javascript:alert(1)). <Rests on="editor" />'],
      ['body-link', '[this](java&#115;cript:alert(1)). <Rests on="editor" />'],
      ['body-link', '[this](//x.example/). <Rests on="editor" />'],
      ['body-link', '[this][r]. <Rests on="editor" />\n\n[r]: data:text/html,x'],
      ['body-link', 'Write to ann@example.org. <Rests on="editor" />'],
      ['body-element', '![a picture](https://x.example/x.png)'],
      ['body-element', '> Words of another.'],
      ['body-diagram', '```mermaid\nsequenceDiagram\n```'],
      ['body-diagram', '```mermaid\n```'],
      ['body-diagram', '```mermaid\n---\ntitle: x\n---\ngantt\n```'],
      ['body-diagram', '```mermaid\nflowchart LR\n  subgraph one\n  a --> b\n  end\n```'],
      ['body-diagram', '```mermaid\n%%{init: {"securityLevel": "loose"}}%%\nflowchart LR\n```'],
      ['body-diagram', '```mermaid\nflowchart LR\n  a --> b\n  click a call alert()\n```'],
      ['body-diagram', '```mermaid\nflowchart LR\n  a["<img src=x>"]\n```'],
    ] as const)('with %s: %s', async (code, text) => {
      const line = project.addToBody(text);
      const report = await project.verify();
      const [found] = report.findings.filter((one) => one.code === code);
      expect(report.findings.map((one) => one.code)).toContain(code);
      expect(found).toMatchObject({ where: { file: project.record }, mend: CATALOGUE[code].mend });
      expect(found?.where.line).toBeGreaterThanOrEqual(line);
      expect(found?.where.line).toBeLessThanOrEqual(line + text.split('\n').length);
    });

    it('nothing of plain prose, of links to the web and to itself, of code and flowcharts', async () => {
      project.addToBody(
        [
          '## What came of it',
          'It is a **pipe** where a < b, see [the page](https://x.example/a?b=c) and [here](/terms/pipe/#x), `{not code}`. <Rests on="P1 P3" />',
          '- One. <Rests on="editor" />\n- See <Term id="pipe" />. <Rests on="editor" />',
          '| a | b |\n|---|---|\n| One thing. <Rests on="P1" /> | 2 |',
          '```mermaid\n%% a comment\nflowchart LR\n  a --> b\n```',
          '```c\nif (a < b) { return; }\n```',
          '<Position id="P1" />',
        ].join('\n\n'),
      );
      const { findings } = await project.verify();
      expect(findings.filter(({ code }) => code !== 'mark-missing')).toEqual([]);
    });
  });

  describe('of marks refuses', () => {
    it.each([
      ['a sentence without one', 'Nobody knows.'],
      ['the first of two sentences', 'Nobody knows. Somebody does. <Rests on="editor" />'],
      ['a sentence after the last mark', 'Nobody knows. <Rests on="editor" /> Somebody does.'],
      ['an entry of a list', '- Nobody knows. <Rests on="editor" />\n- Somebody does.'],
    ])('%s', async (_, text) => {
      project.addToBody(text);
      await refused('mark-missing', { file: project.record });
    });

    it.each(['P99', 'F1', 'P1 P99', '', 'Editor'])('one that rests on %j', async (on) => {
      const line = project.addToBody(`Nobody knows. <Rests on="${on}" />`);
      await refused('mark-nowhere', { file: project.record, line });
    });

    it('nothing that names its own parts by local name or by whole id', async () => {
      const [id = ''] = /PREC-\w{5}/.exec(project.record) ?? [];
      project.addToBody(`Nobody knows. <Rests on="${id}-P1, P2 editor" />\n\n<Position id="${id}-P1" />`);
      expect((await project.verify()).findings).toEqual([]);
    });

    it('names in the prose that lead nowhere', async () => {
      project.addToBody('<Position id="P9" />');
      await refused('position-unknown', { file: project.record });
      project.addToBody('See <Term id="pope" />. <Rests on="editor" />');
      await refused('term-unknown', { file: project.record });
      project.addToBody('See <Decision id="PREC-00000" />. <Rests on="editor" />');
      await refused('decision-unknown', { file: project.record });
    });
  });

  describe('of nothing fails', () => {
    it('where there are no sources', async () => {
      project.remove('content/sources');
      await refused('nothing-checked', { file: 'content/sources' });
    });

    it('where there are no quotations', async () => {
      project.remove('content/decisions');
      await refused('nothing-checked', { file: 'content/decisions' });
    });

    it('where there is no content at all', async () => {
      project.remove('content');
      await refused('nothing-checked', { file: 'content/sources' });
    });

    it('where a source lost its text, its description or its format', async () => {
      project.change(META, 'format: eml', 'format: mbox');
      await refused('source-format', { file: META, line: 5 });
      project.write(MAIL, 'nothing of a mail');
      await refused('source-unreadable', { file: MAIL });
      project.remove(META);
      await refused('file-unreadable', { file: META });
    });
  });
});

describe('the catalogue', () => {
  it('is frozen, and says of every code what it means and how it is mended', () => {
    expect(Object.isFrozen(CATALOGUE)).toBe(true);
    for (const { title, mend } of Object.values(CATALOGUE)) {
      expect(title).toMatch(/\.$/);
      expect(mend.length).toBeGreaterThan(5);
    }
  });

  it('holds every code that any command can print', () => {
    const root = new URL('../../', import.meta.url);
    const files = ['src', 'scripts'].flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    );
    const own = files.filter(
      (file) => /\.ts$/.test(file) && !/\.test\.ts$|__fixtures__|src\/(?:e2e|hostile|site\/runs)/.test(file),
    );
    const reasons: readonly string[] = ReasonCode.options;
    const codes = own.flatMap((file) => {
      const text = readFileSync(new URL(file, root), 'utf8');
      const found = text.matchAll(/\bcode: '([a-z-]+)'|(?:[fF]inding|problem)\(\s*'([a-z-]+)'/g);
      return [...found].map(([, written, called]) => written ?? called ?? '');
    });
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !(code in CATALOGUE) && !reasons.includes(code))).toEqual([]);
  });
});
