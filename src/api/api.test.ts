import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { CORPUS, position } from '../citation/__fixtures__/corpus.ts';
import { Corpus } from '../corpus/corpus.ts';
import { escapeXml } from '../model/xml.ts';
import { zoteroItem } from './__fixtures__/zotero.ts';
import { eventsOf } from './events.ts';
import { headOf } from './head.ts';
import { publishedFiles } from './publish.ts';
import { PUBLISHERS } from './publishers/index.ts';

// The validator that html-validate brings along: one that had no part in making the schema.
const Ajv = createRequire(import.meta.resolve('html-validate'))('ajv/dist/2020');

const PAGES = ['', 'terms/', 'PREC-0000A/', 'PREC-0000A/v/1/', 'PREC-0000D/'];
const files = publishedFiles(CORPUS, PAGES);

function text(path: string, from = files): string {
  const body = from.get(path)?.body;
  if (typeof body !== 'string') throw new Error(`there is no text ${path}`);
  return body;
}

/** Parses as a browser does; what is not well-formed throws. */
function xml(path: string): Document {
  return new JSDOM(text(path), { contentType: 'application/xml' }).window.document;
}

function texts(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map((one) => one.textContent ?? '');
}

describe('the files for machines', () => {
  it('are the same bytes again', () => {
    expect(publishedFiles(structuredClone(CORPUS), PAGES)).toEqual(files);
  });

  it('are at least one of each kind, each under the pattern that the page about them shows', () => {
    for (const { name, files: made } of PUBLISHERS) expect([...made(CORPUS, [])].length, name).toBeGreaterThan(0);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['PREC-0000A.json', 'PREC-0000A-P1.ris', 'api/v1/corpus.json', 'feed.xml']),
    );
  });

  it('have paths that stay in their folder and that every host can serve', () => {
    for (const path of files.keys()) expect(path).toMatch(/^(?!.*\.\.)[\w][\w./-]*$|^_redirects$/);
  });

  it('hold no address of a person', () => {
    const known = [...CORPUS.positions, ...CORPUS.sources].flatMap(({ messageId }) =>
      messageId === null ? [] : [messageId.slice(1, -1)],
    );
    for (const [path, { body }] of files) {
      const all = known.reduce((rest, id) => rest.replaceAll(id, ''), Buffer.from(body).toString('latin1'));
      expect(/[\w.]+@(?:\w+\.)+[a-z]{2,}/.exec(all)?.[0], path).toBeUndefined();
    }
  });

  it('stop the build where two would have one path', () => {
    const twice = { ...CORPUS, decisions: [...CORPUS.decisions, ...CORPUS.decisions] };
    expect(() => publishedFiles(twice)).toThrow('two publishers make PREC-0000A.json');
  });
});

describe('JSON', () => {
  it('of every kind can be parsed', () => {
    for (const [path, { mediaType }] of files)
      if (/json/.test(mediaType)) expect(() => JSON.parse(text(path)), path).not.toThrow();
  });

  it('of the corpus is what was published, and fits its schema', () => {
    expect(Corpus.parse(JSON.parse(text('api/v1/corpus.json')))).toEqual(CORPUS);
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(text('api/v1/corpus.schema.json')),
    );
    expect(validate(JSON.parse(text('api/v1/corpus.json')))).toBe(true);
    expect(validate({ ...CORPUS, site: 7 })).toBe(false);
    expect(validate({ ...CORPUS, positions: [{ id: 'PREC-0000A-P1' }] })).toBe(false);
  });

  it('leads from a mail to the positions that quote it', () => {
    const [mail] = JSON.parse(text('api/v1/mid.json')).mails;
    expect(mail.messageId).toBe('<1402682146.2236@example.org>');
    expect(mail.positions).toHaveLength(3);
    expect([...files.keys()].filter((path) => path.startsWith('mid/'))).toHaveLength(1);
  });

  it('says by which pattern an id is found', () => {
    const { pattern, flags } = JSON.parse(text('api/v1/pattern.json'));
    expect(new RegExp(pattern, flags).exec('see PREC-7F3Q2-P3/v/2/')?.slice(1, 4)).toEqual([
      'PREC-7F3Q2-P3',
      '7F3Q2',
      '2',
    ]);
  });
});

describe('linked data', () => {
  it('of a position is a claim that rests on a quotation of a message', () => {
    const claim = JSON.parse(text('PREC-0000A-P1.jsonld'));
    expect(claim).toMatchObject({
      id: 'https://precedent.example/PREC-0000A-P1/',
      type: 'Claim',
      isPartOf: 'https://precedent.example/PREC-0000A/',
      appearance: {
        type: ['Quotation', 'prov:Entity'],
        creator: { name: 'Bo Müller' },
        isBasedOn: { type: 'DiscussionForumPosting' },
      },
    });
  });

  it('credits nobody with words whose speaker is unknown', () => {
    const claim = JSON.parse(text('PREC-0000B-P1.jsonld'));
    expect(claim.appearance.creator).toBeUndefined();
    expect(claim['prov:wasAttributedTo']).toBeUndefined();
  });

  it('of the evidence is Web Annotations: exact words, and lines counted as RFC 5147 counts', () => {
    const { first, total } = JSON.parse(text('api/v1/annotations.jsonld'));
    expect(total).toBe(3);
    const [annotation] = first.items;
    expect(annotation['@context']).toBeUndefined();
    expect(annotation.target.selector).toMatchObject([
      { type: 'TextQuoteSelector', exact: CORPUS.positions[0]?.evidence.exact },
      { type: 'FragmentSelector', value: 'line=5,7' },
    ]);
  });
});

describe('XML', () => {
  it('of the feed is Atom: ids, titles and dates of releases, newest first', () => {
    const feed = xml('feed.xml');
    expect(feed.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom');
    for (const name of ['id', 'title', 'updated', 'author > name'])
      expect(texts(feed, `feed > ${name}`)).toHaveLength(1);
    const dates = texts(feed, 'entry > updated');
    expect(dates).toHaveLength(CORPUS.versions.length);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(dates.every((date) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date))).toBe(true);
    const ids = texts(feed, 'entry > id');
    expect(new Set(ids).size).toBe(ids.length);
    expect(texts(feed, 'entry > title')).toContain(
      'Stance corrected: Bo Müller opposes: pipes & sockets (PREC-0000A-P1, version 2)',
    );
  });

  it('of the feed of a term holds what is about it', () => {
    expect(texts(xml('terms/pipe/feed.xml'), 'entry')).toHaveLength(5);
    expect(eventsOf(CORPUS, 'nothing')).toEqual([]);
  });

  it('of a site without a release has a date all the same, from its content', () => {
    const empty = publishedFiles({ ...CORPUS, versions: [] });
    expect(text('feed.xml', empty)).toContain('<updated>2014-06-13T17:55:46Z</updated>');
  });

  it('of the site map lists each page once, with the day of its release', () => {
    const map = xml('sitemap.xml');
    const pages = texts(map, 'url > loc');
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toEqual(
      expect.arrayContaining([CORPUS.site, `${CORPUS.site}terms/`, ...CORPUS.positions.map(({ url }) => url)]),
    );
    expect(pages.filter((page) => /\/v\/|PREC-0000D/.test(page))).toEqual([]);
    expect(texts(map, 'url > lastmod')).toEqual(['2026-11-21', '2026-11-21', '2026-11-21']);
  });

  it('of the site map are as many as the protocol asks for, and the first names them', () => {
    const pages = Array.from({ length: 120_000 }, (_, nth) => `terms/${nth}/`);
    const many = new Map([...files].filter(([path]) => path.startsWith('sitemap')));
    const publisher = PUBLISHERS.find(({ name }) => name === 'sitemap');
    for (const file of publisher?.files(CORPUS, pages) ?? []) many.set(file.path, file);
    const listed = [...text('sitemap.xml', many).matchAll(/<sitemap><loc>([^<]+)</g)].map(([, url]) => url);
    expect(listed).toEqual([1, 2, 3].map((number) => `${CORPUS.site}sitemap-${number}.xml`));
    const urls = [1, 2, 3].map((number) => text(`sitemap-${number}.xml`, many).match(/<url>/g)?.length ?? 0);
    expect(Math.max(...urls)).toBe(50_000);
    expect(urls.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(120_000);
  });

  it('for language models names five hundred decisions and where the others are', () => {
    const [one] = CORPUS.decisions;
    if (one === undefined) throw new Error('the fixture holds a decision');
    const publisher = PUBLISHERS.find(({ name }) => name === 'llms');
    const [file] = publisher?.files({ ...CORPUS, decisions: Array.from({ length: 620 }, () => one) }, []) ?? [];
    expect(String(file?.body).match(/^- \[PREC-/gm)).toHaveLength(500);
    expect(String(file?.body)).toContain('And 120 more: [every decision as JSON](');
    expect(text('llms.txt')).not.toContain('more: [');
  });

  it('of the search keeps to the lengths that OpenSearch allows', () => {
    const search = xml('opensearch.xml');
    expect(texts(search, 'ShortName')[0]?.length).toBeLessThanOrEqual(16);
    expect(search.querySelector('Url')?.getAttribute('template')).toBe(
      'https://precedent.example/search/?q={searchTerms}',
    );
  });

  it('of a badge says the same to eyes and to screen readers', () => {
    const badge = xml('PREC-0000A.svg');
    expect(badge.documentElement.getAttribute('aria-label')).toBe('PREC-0000A: settled · v2');
    expect(texts(badge, 'title')).toEqual(['PREC-0000A: settled · v2']);
    expect(texts(badge, 'text')).toEqual(['PREC-0000A', 'settled · v2']);
  });

  it('escapes what would end it or is no character of XML', () => {
    expect(escapeXml('<a href="x">&\u0000\u0008\ud800</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;���&lt;/a&gt;');
    expect(escapeXml('😀')).toBe('😀');
  });
});

describe('the table of positions', () => {
  it('is read back as it was written', () => {
    const [head, ...rows] = parseCsv(text('api/v1/positions.csv'));
    expect(rows).toHaveLength(3);
    expect(head?.indexOf('words')).toBeGreaterThan(0);
    expect(rows[0]?.[head?.indexOf('words') ?? -1]).toBe(CORPUS.positions[0]?.evidence.exact);
    expect(rows.every((row) => row.length === head?.length)).toBe(true);
  });

  it('holds nothing that a spreadsheet would run', () => {
    const one = position('PREC-0000A-P1');
    const evidence = { ...one.evidence, exact: '=HYPERLINK("http://evil.example","x")' };
    const table = text('api/v1/positions.csv', publishedFiles({ ...CORPUS, positions: [{ ...one, evidence }] }));
    expect(table).toContain('"\'=HYPERLINK(""http://evil.example"",""x"")"');
  });
});

/** A reader of RFC 4180 that knows nothing of how the table is written. */
function parseCsv(source: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of source.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('the database', () => {
  const bytes = files.get('api/v1/precedent.sqlite')?.body;

  function query(sql: string): Record<string, unknown>[] {
    const folder = mkdtempSync(join(tmpdir(), 'precedent-database-'));
    try {
      const file = join(folder, 'x.sqlite');
      writeFileSync(file, bytes ?? '');
      const database = new DatabaseSync(file, { readOnly: true });
      const rows = database.prepare(sql).all();
      database.close();
      return rows.map((row) => ({ ...row }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('is whole', () => {
    expect(query('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(query('pragma foreign_key_check')).toEqual([]);
    expect(query('select count(*) as n from positions')).toEqual([{ n: 3 }]);
  });

  it('finds words by its full-text index', () => {
    const sql =
      "select id from positions where rowid in (select rowid from positions_fts where positions_fts match 'seek_to')";
    expect(query(sql).length).toBeGreaterThan(0);
    expect(query(sql.replace('seek_to', 'nowhere'))).toEqual([]);
  });
});

describe('redirects', () => {
  it('lead from small letters and from what was merged', () => {
    expect(text('_redirects').split('\n')).toEqual(
      expect.arrayContaining(['/PREC-0000D/ /PREC-0000A/ 301', '/prec-0000a-p1/ /PREC-0000A-P1/ 301']),
    );
  });

  it('stay under the base of the site', () => {
    const moved = publishedFiles({ ...CORPUS, site: 'https://example.org/base/' });
    expect(text('_redirects', moved)).toContain('/base/PREC-0000D/ /base/PREC-0000A/ 301\n');
  });
});

describe('the head of a page', () => {
  const tagsOf = (path: string) => {
    const named = headOf(CORPUS, path).metas.map(({ name, content }): [string, string[]] => [name, [content]]);
    return new Map<string, string[]>([...named, ['og:type', ['article']]]);
  };

  it.each(['PREC-0000A', 'PREC-0000A-P1'])('makes Zotero file a report: %s', (id) => {
    expect(zoteroItem(tagsOf(`${id}/`))).toMatchObject({
      itemType: 'report',
      title: expect.stringMatching(`^${id}: `),
      reportNumber: id,
      institution: 'Precedent',
      date: '2026/11/21',
      url: `https://precedent.example/${id}/v/2/`,
      abstractNote: expect.stringMatching(/not a rule/),
      creators: 'Precedent editors',
    });
  });

  it('without them would be taken for a journal article', () => {
    const tags = new Map(tagsOf('PREC-0000A/'));
    tags.delete('citation_technical_report_institution');
    expect(zoteroItem(tags).itemType).toBe('journalArticle');
  });

  it('names what cites, describes and licenses the page, and only files that are published', () => {
    const { links } = headOf(CORPUS, 'PREC-0000A-P1/');
    const rels = new Set(links.map(({ rel }) => rel));
    for (const rel of ['cite-as', 'describedby', 'license', 'latest-version', 'alternate']) expect(rels).toContain(rel);
    const local = links.filter(
      ({ href, rel }) => href.startsWith(CORPUS.site) && !['cite-as', 'latest-version'].includes(rel),
    );
    for (const { href } of local) expect(files.has(href.slice(CORPUS.site.length)), href).toBe(true);
  });

  it('of another page has the feeds only', () => {
    expect(headOf(CORPUS, 'terms/pipe/')).toMatchObject({ metas: [] });
    expect(headOf(CORPUS, 'PREC-0000D/').metas).toEqual([]);
  });
});
