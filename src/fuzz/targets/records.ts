import fc from 'fast-check';
import { Decision } from '../../model/decision.ts';
import { canonicalJson } from '../../model/digest.ts';
import { PrecedentError } from '../../model/problem.ts';
import { Source } from '../../model/source.ts';
import { bodyOf, nodesBelow } from '../../records/body.ts';
import { readRecord } from '../../records/record.ts';
import { decisionJson, editedRecordText, newRecordText } from '../../records/write.ts';
import { conform, parseYaml } from '../../records/yaml.ts';
import { bodies as bodyCheck } from '../../verify/checks/bodies.ts';
import { texts } from '../inputs.ts';
import { must, type Target } from '../target.ts';
import { hostileDecision, SEPARATOR } from './hostile-decision.ts';

const WORDS = [
  '---',
  ': ',
  ' #',
  '- ',
  '? ',
  '&a ',
  '*a',
  '!!js/function ',
  '|\n',
  '>-\n',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '%YAML',
  '\\',
  '~',
  'null',
  '0x1F',
  '1e3',
  '<<: ',
  '\t',
  SEPARATOR,
];

/** Anything written into a record is read back as it was, and an edit leaves the rest alone. */
export const records: Target = {
  name: 'records',
  takes: 'the writing of records with any words in them',
  inputs: texts(['Rings: a "title" {of} # all <sorts>', `a${SEPARATOR}b${SEPARATOR}---\n`], WORDS),
  check: (input) => {
    const [title = '', exact = '', name = ''] = input.toWellFormed().split(SEPARATOR);
    const decision = Decision.parse(hostileDecision(title || 'x', exact || 'x', name || 'x'));
    const text = newRecordText(decision, 'Our prose.');
    const { record, findings } = readRecord(text, 'fuzz.mdx');
    must(record !== null, `it is not read back: ${findings[0]?.what}`);
    must(
      canonicalJson(decisionJson(record.decision)) === canonicalJson(decisionJson(decision)),
      'it is read as another',
    );
    must(record.body.trim() === 'Our prose.', 'the body is another');
    try {
      const edited = editedRecordText(record, { ...decision, title: exact || 'y', summary: title || 'y' });
      const again = readRecord(edited, 'fuzz-edited.mdx').record;
      must(
        again?.decision.summary === (title || 'y') && again.body === record.body,
        'the edit is not what was asked for',
      );
    } catch (error) {
      if (!(error instanceof PrecedentError) || error.finding.code !== 'record-uneditable') throw error;
    }
  },
};

const RECORD = newRecordText(Decision.parse(hostileDecision('Rings', 'so', 'Ann')), 'Prose. <Rests on="editor" />');

/** Any text for a record: read or refused with a line, and left alone by an edit that changes nothing. */
export const recordTexts: Target = {
  name: 'record-text',
  takes: 'the reading of records, broken in any place',
  inputs: texts(
    [RECORD, RECORD.replaceAll('\n', '\r\n')],
    [...WORDS, 'id: PREC-7F3Q2\n', 'positions:\n', '  - ', '---\n'],
  ),
  check: (text) => {
    const { record, findings } = readRecord(text, 'fuzz.mdx');
    must((record === null) === findings.length > 0, 'neither read nor refused');
    for (const { where } of findings) must((where.line ?? 0) >= 1, 'a finding without a line');
    if (record !== null) must(editedRecordText(record, record.decision) === text, 'no change changes it');
  },
};

/** Any text for YAML: a value or a finding, never an error, never another prototype. */
export const yaml: Target = {
  name: 'yaml',
  takes: 'the reading of source.yaml and the other lists',
  inputs: texts(
    [
      'title: x\nauthor: "y"\nlocators:\n  - {url: https://a.example/, relation: page, checked: confirmed}\nnotes: [a, *b]\n',
      'a: &a [x]\nb: [*a, *a]\n',
    ],
    [
      ...WORDS,
      'title: ',
      'sha256: ',
      '\n  ',
      '\n- ',
      '&x',
      '*x',
      '__proto__: {polluted: 1}\n',
      '!!binary ',
      '!<tag:x> ',
    ],
  ),
  check: (text) => {
    const parsed = parseYaml(text, 'fuzz.yaml');
    const { value, findings } = conform(Source, parsed, { file: 'fuzz.yaml' });
    must((value === null) === findings.length > 0, 'neither read nor refused');
    must(Reflect.get({}, 'polluted') === undefined, 'the prototype has been changed');
    must(parsed.lineOf(['notes', 3, 'x']) >= 1, 'no line');
  },
};

/** Any text for a body: what the gate lets pass holds no code and no HTML. */
export const mdxBodies: Target = {
  name: 'mdx-body',
  takes: 'the gate for the bodies of records',
  inputs: texts(
    [
      'We say so. <Rests on="editor" />\n\n<Position id="P1" />\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\n[a](https://a.example/)\n',
    ],
    [
      '<Position id="P1" />',
      '<Rests on="P1" />',
      '{x}',
      '{"x"}',
      '{/* x */}',
      'import x from "y"\n',
      'export const x = 1\n',
      '<b>',
      '</b>',
      '<a href="javascript:x">',
      '[a](javascript:x)',
      '![a](x)',
      '```\n',
      '`',
      '<https://a.example>',
      '<!-- x -->',
      '| a |\n|---|\n',
      '# ',
      '* ',
      '    ',
      '&lbrace;',
      '\\{',
      '<x:y />',
      '<></>',
      '<a.b />',
      '{...x}',
    ],
  ),
  check: (body) => {
    const { record } = readRecord(`${RECORD.slice(0, RECORD.indexOf('Prose.'))}${body}`, 'fuzz-body.mdx');
    must(record !== null, 'the front matter was lost');
    const { findings } = bodyCheck.run({ ...NOTHING, records: [record], decisions: [record.decision] });
    if (findings.length > 0) return;
    const parsed = bodyOf(record);
    must('root' in parsed, 'it passed and is no MDX');
    for (const { type } of nodesBelow(parsed.root)) {
      must(
        !/^(?:mdxjsEsm|mdxFlowExpression|mdxTextExpression|html|image|imageReference)$/.test(type),
        `it passed: ${type}`,
      );
    }
  },
};

const NOTHING = {
  root: '.',
  sources: [],
  terms: [],
  people: [],
  redirects: [],
  themes: [],
  files: {
    terms: { file: 'terms.yaml', lineOf: () => 1 },
    people: { file: 'people.yaml', lineOf: () => 1 },
    redirects: { file: 'redirects.yaml', lineOf: () => 1 },
    themes: { file: 'themes.yaml', lineOf: () => 1 },
  },
  released: { histories: new Map(), findings: [] },
  findings: [],
};

/** Words for a decision, a position and a name, as one input. */
export const threeWords = (pieces: readonly string[]): fc.Arbitrary<string> => {
  const one = texts(pieces, pieces);
  return fc.tuple(one, one, one).map((all) => all.join(SEPARATOR));
};
