import { CORPUS, decision, position } from '../../citation/__fixtures__/corpus.ts';
import { citedOf, FORMATS } from '../../citation/index.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import { must, type Target } from '../target.ts';
import { SEPARATOR } from './hostile-decision.ts';
import { threeWords } from './records.ts';

/** What would break out of one form or another, by form. */
const BROKEN: Readonly<Record<string, (text: string) => string | null>> = {
  ris: (text) => {
    const lines = text.split('\r\n');
    if (lines.filter((line) => line.startsWith('TY  - ')).length !== 1) return 'not one TY';
    return lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line)) ? null : 'a line without a tag';
  },
  bibtex: oneEntry,
  biblatex: oneEntry,
  'csl-json': (text) => (JSON.parse(text).length === 1 ? null : 'not one item'),
  markdown: (text) => (/<script|\]\(\s*javascript:/i.test(text.replaceAll(/\\./g, '')) ? 'live markup' : null),
};

function oneEntry(text: string): string | null {
  const lines = text.split('\n').filter((line) => !line.startsWith('%'));
  const bare = lines.join('\n').replace(/\\[{}\\]/g, '');
  let depth = 0;
  for (const character of bare) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return 'a brace too many';
  }
  if (depth !== 0) return 'a brace too few';
  return lines.filter((line) => line.startsWith('@')).length === 1 ? null : 'not one entry';
}

/** Every form of citing, with any words in it: one entry, the same again, and nothing that breaks out of its form. */
export const citations: Target = {
  name: 'citations',
  takes: 'the writing of citations in every format',
  inputs: threeWords([
    '@article{x,',
    '}',
    '{',
    '\\end{document}',
    '\\input{x}',
    '%',
    '$',
    '&',
    '~',
    '^',
    '_',
    '#',
    '\\',
    '](javascript:x)',
    '![x](y)',
    '<script>',
    '`',
    '*',
    '|',
    '--- a/x',
    'ER  - ',
    '\r\n',
    'TY  - BOOK\r\n',
    '\u2028',
    'Link: x\n',
    '\n',
    '> ',
    'Jürgen',
    'E. Xample',
  ]),
  check: (input) => {
    const [title = '', exact = '', name = ''] = input.split(SEPARATOR);
    const corpus = corpusWith(title || 'x', exact || 'x', name || 'x');
    for (const id of ['PREC-0000A', 'PREC-0000A-P1']) {
      const cited = citedOf(corpus, id);
      must(cited !== null, `${id} is not there`);
      for (const format of FORMATS) {
        const text = format.write(cited);
        must(text.endsWith('\n'), `${format.name}: no line break at the end`);
        must(text.includes(id), `${format.name}: the id is not in it`);
        must(text === format.write(cited), `${format.name}: written twice, it is not the same`);
        const broken = BROKEN[format.name]?.(text) ?? null;
        must(broken === null, `${format.name}: ${broken}`);
      }
    }
  },
};

function corpusWith(title: string, exact: string, name: string): Corpus {
  const base = position('PREC-0000A-P1');
  const one = { ...base, holder: name, optionLabel: title, quotedBy: name, evidence: { ...base.evidence, exact } };
  return {
    ...CORPUS,
    decisions: [decision('PREC-0000A', { title, question: `${title}?`, summary: exact, positions: [one.id] })],
    positions: [one],
    sources: CORPUS.sources.map((entry) => ({ ...entry, list: name, title: exact })),
  };
}
