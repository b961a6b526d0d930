import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { answerOf, compareAnswers, levelOf, searchable } from './match.ts';
import { readQuery } from './query.ts';

const TEXT = 'Per-VMA locks and vma->vm_flags; GFP_KERNEL|__GFP_NOWARN, O_DIRECT to the page cache. Drivers mapped it.';
const record = {
  text: searchable(TEXT),
  heading: searchable('Jérôme Müller opposes raw devices (2014)'),
  also: searchable('raw mode, FROB_RAW'),
  context: searchable('Bypass, frob-devel'),
};
const level = (typed: string) => readQuery(typed).wanted.map((wanted) => levelOf(wanted, record));

describe('a query', () => {
  it.each([
    ['O_DIRECT', ['odirect']],
    ['per-VMA lock', ['pervma', 'lock']],
    ['GFP_KERNEL|__GFP_NOWARN', ['gfpkernel', 'gfpnowarn']],
    ['vm_insert_page()', ['vminsertpage']],
    ['Größe', ['grosse']],
    ['"page cache"', ['page cache']],
    ['  ', []],
    ['"', []],
  ])('asks for words without their signs: %j', (typed, joined) => {
    expect(readQuery(typed).wanted.map((wanted) => wanted.joined)).toEqual(joined);
  });

  it('takes only its last word for one that is still being typed', () => {
    const open = (typed: string) => readQuery(typed).wanted.map((wanted) => wanted.open);
    expect(open('page cac')).toEqual([false, true]);
    expect(open('page cac ')).toEqual([false, false]);
    expect(open('"page cac"')).toEqual([false]);
  });

  it('ends somewhere', () => {
    expect(readQuery('ab '.repeat(10_000)).wanted).toHaveLength(16);
    expect(readQuery('x'.repeat(10_000)).wanted[0]?.joined).toHaveLength(200);
  });
});

describe('a record', () => {
  it.each([
    ['O_DIRECT', ['text']],
    ['odirect', ['text']],
    ['direct', ['text']],
    ['vm_flags', ['text']],
    ['VM_NOTLB', ['none']],
    ['O_DIRECTX', ['none']],
    ['perVMA', ['text']],
    ['per vma', ['text', 'text']],
    ['page-cache', ['text']],
    ['cache-page', ['none']],
    ['__GFP_NOWARN', ['text']],
    ['GFP_KERNEL|__GFP_NOWARN', ['text', 'text']],
    ['driver', ['form']],
    ['map it', ['form', 'text']],
    ['Jerome', ['heading']],
    ['muller raw', ['heading', 'heading']],
    ['devi', ['begins']],
    ['devi ', ['none']],
    ['mode', ['alias']],
    ['bypass', ['context']],
    ['bypasses ', ['context']],
    ['frob', ['alias']],
    ['frob-d', ['context']],
    ['"page cache"', ['text']],
    ['"cache page"', ['none']],
    ['"the page cache" xyzzy', ['text', 'none']],
  ])('says how it holds %j', (typed, levels) => {
    expect(level(typed)).toEqual(levels);
  });

  it('that holds more of the query, in better places, comes first', () => {
    const { wanted } = readQuery('vm_flags cache ');
    const answer = (text: string, heading = '') =>
      answerOf(wanted, {
        text: searchable(text),
        heading: searchable(heading),
        also: searchable(''),
        context: searchable(''),
      });
    const best = answer('the cache of vm_flags');
    const heading = answer('cache', 'vm_flags');
    const half = answer('VM_NOTLB cache');
    expect([half, heading, best].sort(compareAnswers)).toEqual([best, heading, half]);
    expect([best.whole, heading.whole, half.whole]).toEqual([true, true, false]);
  });
});

describe('an excerpt', () => {
  const marked = (lines: string[], typed: string) =>
    excerptOf(lines, readQuery(typed).wanted)
      .pieces.filter((piece) => piece.marked)
      .map(({ text }) => text);

  it.each([
    ['per-vma', ['Per-VMA']],
    ['vm_flags', ['vma->vm_flags']],
    ['gfp_nowarn', ['__GFP_NOWARN']],
    ['"page cache"', ['page', 'cache']],
    ['"cache page"', []],
    ['driver map', ['Drivers', 'mapped']],
    ['jerome', []],
  ])('marks the words as they are written: %j', (typed, words) => {
    expect(marked([TEXT], typed)).toEqual(words);
  });

  it('is the whole of a short text', () => {
    const { pieces, line } = excerptOf(['a <b> c', 'd'], readQuery('b').wanted);
    expect(pieces.map(({ text }) => text).join('')).toBe('a <b> c d');
    expect(line).toBe(0);
  });

  it('of a long text shows the place and knows its line', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index} says nothing`);
    lines[30] = 'here is O_DIRECT';
    const { pieces, line } = excerptOf(lines, readQuery('o_direct').wanted);
    const text = pieces.map((piece) => piece.text).join('');
    expect(line).toBe(30);
    expect(text).toContain('here is O_DIRECT');
    expect(text).toMatch(/^… .+ …$/);
    expect(text.length).toBeLessThan(300);
  });

  it('of a text without blanks is cut, not endless', () => {
    const { pieces } = excerptOf(['x'.repeat(5_000)], readQuery('y').wanted);
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(300);
  });
});
