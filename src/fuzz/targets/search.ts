import { knowledge } from '../../search/__fixtures__/knowledge.ts';
import { askedBefore } from '../../search/client/asked.ts';
import { openEngine } from '../../search/client/engine.ts';
import { find } from '../../search/client/find.ts';
import { goTo } from '../../search/client/go-to.ts';
import { readState, writeState } from '../../search/client/state.ts';
import { makeIndex } from '../../search/index/make.ts';
import { readQuery } from '../../search/query.ts';
import { searchRecords } from '../../search/records.ts';
import { wordsOf } from '../../search/tokens.ts';
import { texts } from '../inputs.ts';
import { must, type Target } from '../target.ts';

const { manifest, files } = makeIndex(searchRecords(knowledge));
const engine = openEngine(async (name) =>
  JSON.parse(name === 'index' ? JSON.stringify(manifest) : (files.get(name.slice(name.indexOf('/') + 1)) ?? 'null')),
);

const inputs = texts(
  ['per-VMA "page cache" O_DIRECT', 'raw devices vm_flags NOT /dev/raw/raw1', 'PREC-7F3Q2-P3', 'Größe ﬁle İstanbul'],
  [
    '"',
    '“',
    '”',
    '-',
    '_',
    '->',
    '::',
    '/',
    '.',
    ':',
    '+',
    'map',
    'mapping',
    'O_',
    'per-',
    'ß',
    'İ',
    'ﬁ',
    '\u0301',
    '’',
    '%',
    '&',
    '=',
    '#',
    'prec-',
    '日本語',
    ' ',
  ],
);

/** Words of any text: in order, where they are said to stand, each found by something. */
export const tokens: Target = {
  name: 'tokens',
  takes: 'the cutting of any text into words to search by',
  inputs,
  check: (text) => {
    let done = 0;
    for (const { start, end, joined, parts, forms } of wordsOf(text)) {
      must(start >= done && end > start && end <= text.length, `a word from ${start} to ${end}`);
      must(joined !== '' && forms.includes(joined), 'a word that is not found by itself');
      must(
        parts.every((part) => part !== ''),
        'an empty part',
      );
      done = end;
    }
  },
};

/** Any query: answered, and the address it makes leads back to it. */
export const queries: Target = {
  name: 'query',
  takes: 'whatever a person types into the search',
  inputs,
  check: async (typed) => {
    const { wanted } = readQuery(typed);
    must(wanted.length <= 16, `${wanted.length} words`);
    const state = readState(`?q=${encodeURIComponent(typed.toWellFormed())}`);
    const again = readState(writeState(state));
    must(JSON.stringify(again) === JSON.stringify(state), 'the address does not lead back');
    readState(typed);
    const opened = await engine;
    const found = await find(opened, state, 30, true);
    must(found.sections.length >= 0, 'no sections');
    await goTo(opened, typed);
    await askedBefore(opened, typed);
  },
};
