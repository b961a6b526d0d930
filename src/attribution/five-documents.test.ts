import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readArchive } from '../archive/index.ts';
import type { Line } from '../model/message.ts';
import { Source } from '../model/source.ts';
import { attributeArchive } from './index.ts';

/** One row of the table: a stretch of lines that all have the same zone, depth, speaker and basis. */
interface Row {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly expected: string;
}

const TABLE = readFileSync(new URL('__fixtures__/five-documents.tsv', import.meta.url), 'utf8');

function readTable(text: string): Row[] {
  const rows = text.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
  return rows.map((row) => {
    const [source = '', lines = '', ...expected] = row.split('\t');
    const [range = '', column = '1'] = lines.split(':');
    const [from = '', to = from] = range.split('-');
    return { source, from: Number(from), to: Number(to), column: Number(column), expected: expected.join('\t') };
  });
}

function attributed(slug: string): { line: Line; by: string }[] {
  const folder = new URL(`../../content/sources/${slug}/`, import.meta.url);
  const source = Source.parse(parse(readFileSync(new URL('source.yaml', folder), 'utf8')));
  const archive = readArchive(readFileSync(new URL('message.txt', folder)), slug);
  expect(archive.format).toBe(source.format);
  const messages = attributeArchive(archive, source.speakers);
  return messages.flatMap(({ from, lines }) => lines.map((line) => ({ line, by: from?.name ?? '-' })));
}

describe('in the five documents every line has the zone, depth, speaker and basis that were established by hand', () => {
  const rows = readTable(TABLE);
  const slugs = [...new Set(rows.map((row) => row.source))];

  it.each(slugs)('%s', (slug) => {
    const expected = rows
      .filter((row) => row.source === slug)
      .flatMap((row) =>
        Array.from({ length: row.to - row.from + 1 }, (_, at) => `${row.from + at}:${row.column}\t${row.expected}`),
      );
    const found = attributed(slug).map(({ line, by }) =>
      [`${line.number}:${line.column}`, line.zone, line.depth, line.speaker ?? '-', line.basis, by].join('\t'),
    );
    expect(found).toEqual(expected);
  });

  it.each(slugs)('%s keeps every character of its bytes', (slug) => {
    const raw = readFileSync(new URL(`../../content/sources/${slug}/message.txt`, import.meta.url), 'utf8');
    const lines = attributed(slug).map(({ line }) => (line.column > 1 ? line.raw : `\n${line.raw}`));
    expect(lines.join('').slice(1)).toBe(raw.replace(/\n$/, ''));
  });

  it('says why, where the speaker is a conclusion or unknown', () => {
    const reasons = (slug: string, number: number) => attributed(slug).find(({ line }) => line.number === number)?.line;
    expect(reasons('2014-ksummit-raw-devices', 10)?.reason).toContain('Greg KH');
    expect(reasons('2003-mach-ports', 5)?.reason).toContain('no attribution line');
    expect(reasons('2009-lwn-user-space-io', 9)?.reason).toContain('second header');
  });
});
