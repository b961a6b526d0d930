import { describe, expect, it } from 'vitest';
import type { Redirect } from '../model/redirect.ts';
import { decision, KNOWLEDGE, POSITIONS, position, SOURCE } from './__fixtures__/small.ts';
import { answersOf } from './answers.ts';
import { lettersOf, personEntries, subjectEntries, symbolEntries } from './az.ts';
import { termUse } from './backlinks.ts';
import { bannerLines } from './banner.ts';
import { exampleOf } from './example.ts';
import { idPages } from './id-pages.ts';
import { optionViews } from './options.ts';
import { positionNamed, restsOn } from './record-of.ts';
import { registerOf } from './register.ts';
import { relatedTo } from './relations.ts';
import { siteFrom } from './site.ts';
import { speakerNote } from './speaker-note.ts';
import { themeView } from './themes.ts';

const site = siteFrom(KNOWLEDGE);
const [first] = site.decisions;
if (first === undefined) throw new Error('the fixture holds a decision');

describe('the positions of the site', () => {
  it('stand in time order: what is quoted came before what quotes it', () => {
    expect(site.positions.map(({ id }) => id)).toEqual([
      'PREC-7F3Q2-P2',
      'PREC-7F3Q2-P4',
      'PREC-7F3Q2-P1',
      'PREC-7F3Q2-P3',
    ]);
  });

  it('say whose date they bear, and lead to the person and the line', () => {
    const [quoted, , own] = site.positions;
    expect(quoted).toMatchObject({ dateOf: 'quoted', evidenceHref: '/sources/2014-pipes/#L3' });
    expect(quoted?.person?.slug).toBe('ann-example');
    expect(own).toMatchObject({ dateOf: 'sent', date: '2014-06-13T17:55:46Z', href: '/PREC-7F3Q2-P1/' });
  });

  it('take the date of the original where the archive holds it', () => {
    const earlier = { ...SOURCE.messages[0], id: '<0@example.org>', date: '2014-06-11T08:00:00Z', lines: [] };
    const [message] = SOURCE.messages;
    if (message === undefined) throw new Error('the fixture holds a message');
    const lines = message.lines.map((line) =>
      line.depth === 1 ? { ...line, original: { message: '<0@example.org>', line: 1 } } : line,
    );
    const sources = [
      {
        ...SOURCE,
        messages: [
          { ...message, ...earlier },
          { ...message, lines },
        ],
      },
    ];
    const [quoted] = siteFrom({ ...KNOWLEDGE, sources }).positions;
    expect(quoted).toMatchObject({ dateOf: 'sent', date: '2014-06-11T08:00:00Z' });
  });

  it('that were rejected or withdrawn are not shown', () => {
    const [one, two] = POSITIONS;
    if (one === undefined || two === undefined) throw new Error('the fixture holds positions');
    const positions = [
      { ...one, review: 'rejected' as const },
      { ...two, withdrawn: 'Its author asked for it.' },
    ];
    const decisions = [decision('PREC-7F3Q2', { positions })];
    const changed = siteFrom({ ...KNOWLEDGE, decisions });
    expect(changed.positions).toEqual([]);
    expect(idPages(changed).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'PREC-7F3Q2 decision',
      'PREC-7F3Q2-P2 tombstone',
    ]);
  });

  it('stop the build where their line is missing', () => {
    const lost = position('P9', [7, 1, 7, 10]);
    const evidence = { ...lost.evidence, start: { line: 70, column: 1 } };
    const decisions = [decision('PREC-7F3Q2', { positions: [{ ...lost, evidence }] })];
    expect(() => siteFrom({ ...KNOWLEDGE, decisions })).toThrow('PREC-7F3Q2-P9: no line 70');
  });

  it('know who answered them', () => {
    const [quoted] = site.positions;
    expect(quoted && answersOf(quoted, site.positions)).toEqual(['P1']);
  });
});

describe('the options of a decision', () => {
  const views = optionViews(first, site.positions, site.termOf);

  it('come as the record lists them, then those that positions name, then none', () => {
    expect(views.map(({ slug, label, fate }) => [slug, label, fate])).toEqual([
      ['ring', 'ring', 'adopted'],
      ['shared-memory', 'shared-memory', 'open'],
      ['pipe', 'pipe', null],
      [null, 'No option named', null],
    ]);
  });

  it('show who stood where, and a reason either way in somebody’s words', () => {
    const pipe = views.find(({ slug }) => slug === 'pipe');
    expect(pipe?.stands.map(({ name, stance }) => `${name} ${stance}`)).toEqual(['Ann supports', 'Bo opposes']);
    expect(pipe?.pro?.words).toBe('they are everywhere.');
    expect(pipe?.con?.words).toBe('Pipes cannot seek');
    expect(views[0]).toMatchObject({ pro: null, con: null, facts: [{ id: 'F1' }] });
  });
});

describe('what leads where', () => {
  it('is derived for relations that the other record states', () => {
    const newer = decision('PREC-00001', { relations: [{ kind: 'supersedes', target: 'PREC-7F3Q2' }] });
    expect(relatedTo(first, [first, newer])).toMatchObject([{ words: 'is superseded by', decision: newer }]);
    expect(relatedTo(newer, [first, newer])).toMatchObject([{ words: 'supersedes', decision: first }]);
  });

  it('holds between terms both ways', () => {
    const [pipe] = site.terms;
    if (pipe === undefined) throw new Error('the fixture holds terms');
    const use = termUse(pipe, site);
    expect(use.related.map(({ id }) => id)).toEqual(['ring']);
    expect(use.narrower.map(({ id }) => id)).toEqual(['ring']);
    expect(use.positions).toHaveLength(2);
    expect(use.decisions).toEqual([]);
  });

  it('is gathered in the register', () => {
    expect(registerOf([first, decision('PREC-00001', { status: 'withdrawn' })], site.positions)).toEqual([
      { decision: first, years: '2014–2019', holders: ['Ann', 'Bo'], positions: 4 },
    ]);
  });

  it('is sorted from A to Z, other names with a see', () => {
    const letters = lettersOf([
      ...subjectEntries(site.terms, site.positions),
      ...personEntries(site.people, site.positions),
      ...symbolEntries([SOURCE]),
    ]);
    expect(letters.map(({ letter, entries }) => [letter, ...entries.map(({ heading }) => heading)])).toEqual([
      ['B', 'Bo'],
      ['E', 'Example, Ann'],
      ['P', 'pipe', 'pipes'],
      ['R', 'ring'],
    ]);
    expect(letters[2]?.entries[1]?.see?.href).toBe('/terms/pipe/');
    expect(letters[2]?.entries[0]?.groups[0]?.references.map(({ label }) => label)).toEqual(['P2', 'P1']);
  });

  it('is refused to the body of a record that names what the record does not hold', () => {
    const record = { decision: first, site };
    expect(restsOn(record, 'P1 F1 editor').map(({ href }) => href)).toEqual(['#P1', '#F1', null]);
    expect(() => restsOn(record, 'P99')).toThrow('P99');
    expect(() => positionNamed(record, 'F1')).toThrow('F1');
  });
});

describe('a theme', () => {
  const [theme] = site.themes;
  if (theme === undefined) throw new Error('the fixture holds a theme');

  it('gathers its positions in time order, from whom they are and from when', () => {
    const view = themeView(theme, site);
    expect(view.positions.map(({ position }) => position.id)).toEqual(['P2', 'P1']);
    expect(view).toMatchObject({ holders: ['Ann', 'Bo'], years: '2014', decisions: [first] });
  });

  it('links each sentence to what it rests on', () => {
    expect(themeView(theme, site).account).toEqual([
      {
        text: 'It does not.',
        rests: [
          { label: 'PREC-7F3Q2-P1', href: '/PREC-7F3Q2-P1/' },
          { label: 'PREC-7F3Q2-F1', href: '/PREC-7F3Q2/#F1' },
          { label: 'editor’s note', href: null },
        ],
      },
    ]);
  });

  it('stops the build where it names what no record holds', () => {
    expect(() => themeView({ ...theme, positions: ['PREC-7F3Q2-P9'] }, site)).toThrow('PREC-7F3Q2-P9');
    const account = [{ text: 'It does.', rests: ['PREC-7F3Q2-F9'] }];
    expect(() => themeView({ ...theme, account }, site)).toThrow('PREC-7F3Q2-F9');
  });
});

describe('what a reader is told before relying on a page', () => {
  it('is nothing where there is nothing to say', () => {
    expect(bannerLines(first)).toEqual([]);
  });

  it.each([
    [{ draft: true, review: 'extracted' as const }, ['Draft']],
    [{ review: 'extracted' as const }, ['Not reviewed']],
    [{ status: 'superseded' as const }, ['Superseded']],
    [{ status: 'withdrawn' as const, draft: true }, ['Withdrawn', 'Draft']],
  ])('names each reservation, gravest first: %j', (more, labels) => {
    expect(bannerLines(decision('PREC-7F3Q2', more)).map(({ label }) => label)).toEqual(labels);
  });

  it('says how a speaker is known where no header says it', () => {
    const [quoted, , own] = site.positions;
    if (quoted === undefined || own === undefined) throw new Error('the fixture holds positions');
    expect(speakerNote(own)).toBeNull();
    expect(speakerNote(quoted)).toBe('The words are known here only as Bo quotes them.');
    const inferred = { ...own.position, holderBasis: 'inferred' as const };
    expect(speakerNote({ position: inferred, line: { ...own.line, reason: 'it fits' } })).toMatch(/It fits\.$/);
  });
});

describe('the quotation on the front page', () => {
  it('is chosen only where it can stand alone', () => {
    expect(exampleOf(site.positions)).toBeNull();
    const [placed] = site.positions.filter(({ position: { id } }) => id === 'P1');
    if (placed === undefined) throw new Error('the fixture holds P1');
    const evidence = { ...placed.position.evidence, exact: 'x '.repeat(60) };
    const long = { ...placed, position: { ...placed.position, evidence } };
    expect(exampleOf([placed, long])).toBe(long);
    expect(exampleOf([{ ...long, position: { ...long.position, secondHand: true } }])).toBeNull();
    expect(exampleOf([{ ...long, decision: decision('PREC-7F3Q2', { draft: true }) }])).toBeNull();
  });
});

describe('the pages under ids', () => {
  it('keep a note at every id that was given once, and never hide a living record behind one', () => {
    const redirects: Redirect[] = [
      { from: 'PREC-00009', to: null, code: 'retracted', reason: 'Taken back.' },
      { from: 'PREC-7F3Q2', to: 'PREC-00009', code: 'duplicate', reason: 'Wrong.' },
    ];
    const decisions = [decision('PREC-7F3Q2', { aliases: ['PREC-00008'], positions: [] })];
    expect(idPages(siteFrom({ ...KNOWLEDGE, decisions, redirects })).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'PREC-7F3Q2 decision',
      'PREC-00009 tombstone',
      'PREC-00008 tombstone',
    ]);
  });
});
