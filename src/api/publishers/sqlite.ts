import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { Corpus } from '../../corpus/corpus.ts';
import type { Publisher } from '../publisher.ts';

/** Tables as Datasette shows them best: a primary key each, foreign keys, and full-text search over the words (FTS5). */
const SCHEMA = `
create table decisions (id text primary key, title text, question text, summary text, status text, review text, draft integer,
  version integer, released text, digest text, url text);
create table terms (id text primary key, label text, definition text, url text);
create table sources (slug text primary key, title text, author text, list text, date text, message_id text, sha256 text, swhid text, url text);
create table options (decision text references decisions (id), term text references terms (id), fate text, primary key (decision, term));
create table positions (id text primary key, decision text references decisions (id), option text references terms (id), holder text,
  basis text, stance text, hedge text, second_hand integer, quoted_by text, date text, date_of text, words text,
  source text references sources (slug), line integer, message_id text, review text, version integer, digest text, url text);
create table arguments (position text references positions (id), id text, polarity text, words text, primary key (position, id));
create table facts (decision text references decisions (id), id text, date text, fact text, url text, checked text, primary key (decision, id));
create table versions (id text, version integer, date text, digest text, changes text, primary key (id, version));
create table gone (id text primary key, kind text, "to" text, reason text);
create virtual table positions_fts using fts5 (words, holder, content='positions', content_rowid='rowid', tokenize='unicode61');
`;

/** The corpus as an SQLite database, ready for `datasette precedent.sqlite`. */
export const sqlite: Publisher = {
  name: 'sqlite',
  about: 'Everything as an SQLite database with full-text search (positions_fts), ready for Datasette.',
  pattern: 'api/v1/precedent.sqlite',
  *files(corpus) {
    yield { path: 'api/v1/precedent.sqlite', mediaType: 'application/vnd.sqlite3', body: databaseOf(corpus) };
  },
};

/** SQLite can only build a database in a file, so it is built in a folder of its own and read back. */
function databaseOf(corpus: Corpus): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-sqlite-'));
  try {
    const file = join(folder, 'precedent.sqlite');
    const database = new DatabaseSync(file);
    database.exec('pragma journal_mode = off; pragma page_size = 4096; begin;');
    database.exec(SCHEMA);
    fill(database, corpus);
    database.exec("insert into positions_fts (positions_fts) values ('rebuild'); commit; vacuum;");
    database.close();
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(database: DatabaseSync, corpus: Corpus): void {
  const { decisions, positions, sources, terms, versions, gone } = corpus;
  const bit = (value: boolean) => (value ? 1 : 0);
  insert(
    database,
    'terms',
    terms.map(({ id, prefLabel, definition, url }) => [id, prefLabel, definition, url]),
  );
  insert(
    database,
    'sources',
    sources.map((one) => [
      one.slug,
      one.title,
      one.author,
      one.list,
      one.date,
      one.messageId,
      one.sha256,
      one.swhid,
      one.url,
    ]),
  );
  for (const { id, title, question, summary, status, review, draft, released, url, options, outcome } of decisions) {
    const { version = null, date = null, digest = null } = released ?? {};
    insert(database, 'decisions', [
      [id, title, question, summary, status, review, bit(draft), version, date, digest, url],
    ]);
    insert(
      database,
      'options',
      options.map(({ term, fate }) => [id, term, fate]),
    );
    insert(
      database,
      'facts',
      outcome.facts.map((fact) => [id, fact.id, fact.date, fact.text, fact.url, fact.checked]),
    );
  }
  for (const one of positions) {
    const { version = null, digest = null } = one.released ?? {};
    const { exact, source, start } = one.evidence;
    const who = [one.holder, one.basis, one.stance, one.hedge, bit(one.secondHand), one.quotedBy ?? null];
    const where = [exact, source, start.line, one.messageId, one.review, version, digest, one.url];
    insert(database, 'positions', [[one.id, one.decision, one.option, ...who, one.date, one.dateOf, ...where]]);
    insert(
      database,
      'arguments',
      one.arguments.map(({ id, polarity, evidence }) => [one.id, id, polarity, evidence.exact]),
    );
  }
  insert(
    database,
    'versions',
    versions.map(({ id, version, date, digest, changes }) => [
      id,
      version,
      date,
      digest,
      changes.map(({ text }) => text).join('; '),
    ]),
  );
  insert(
    database,
    'gone',
    gone.map(({ id, kind, to, reason }) => [id, kind, to, reason]),
  );
}

function insert(database: DatabaseSync, table: string, rows: readonly (readonly SQLInputValue[])[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const statement = database.prepare(`insert into ${table} values (${first.map(() => '?').join(', ')})`);
  for (const row of rows) statement.run(...row);
}
