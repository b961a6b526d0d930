import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readArchive } from '../archive/index.ts';
import { attributeArchive } from '../attribution/index.ts';
import { plainSubject } from '../extraction/question.ts';
import { pathInside, readIfThere } from '../files/write.ts';
import type { AttributedMessage } from '../model/message.ts';
import { People, type Person } from '../model/person.ts';
import { PrecedentError } from '../model/problem.ts';
import { Source } from '../model/source.ts';
import { type Term, Terms } from '../model/term.ts';
import { type GoldPosition, parseGold } from './gold.ts';

/** An annotated document, read and attributed, not yet extracted. */
export interface GoldDocument {
  readonly name: string;
  readonly thread: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly messages: readonly AttributedMessage[];
  readonly gold: readonly GoldPosition[];
}

/**
 * Reads a folder with `positions.jsonl` and the documents it names, in the order of their names. Throws a PrecedentError
 * where the file is missing, a line has the wrong shape, a document is missing, or a slice is not what the document has there.
 */
export function loadGold(folder: string, sources: string): GoldDocument[] {
  const file = join(folder, 'positions.jsonl');
  const bytes = readIfThere(file);
  if (bytes === null) {
    throw new PrecedentError({
      code: 'gold-missing',
      what: 'no annotated positions there',
      where: { file },
      mend: 'name a folder that holds positions.jsonl and the documents',
    });
  }
  const gold = parseGold(bytes.toString('utf8'), file);
  const names = [...new Set(gold.map((position) => position.doc))].sort();
  return names.map((name) =>
    loadDocument(
      name,
      folder,
      sources,
      gold.filter((position) => position.doc === name),
    ),
  );
}

function loadDocument(name: string, folder: string, sources: string, gold: GoldPosition[]): GoldDocument {
  const besides = pathInside(folder, name);
  const source = pathInside(sources, name);
  const path = existsSync(besides) ? besides : join(source, 'message.txt');
  const bytes = readIfThere(path);
  if (bytes === null) {
    throw new PrecedentError({
      code: 'gold-document-missing',
      what: `the annotated document ${JSON.stringify(name)} is not there`,
      where: { file: path },
      mend: 'put it beside positions.jsonl',
    });
  }
  const text = bytes.toString('utf8');
  const lines = text.split('\n');
  for (const position of gold) checkSlice(position, lines, path);
  const annotations = readIfThere(join(source, 'source.yaml'));
  const speakers = annotations === null ? [] : Source.parse(parse(annotations.toString('utf8'))).speakers;
  const messages = attributeArchive(readArchive(bytes, path), speakers);
  return { name, thread: plainSubject(messages[0]?.subject ?? name).toLowerCase(), text, bytes, messages, gold };
}

function checkSlice(position: GoldPosition, lines: readonly string[], file: string): void {
  const { start, end } = position;
  const slice = lines
    .slice(start.line - 1, end.line)
    .map((line, index, all) => {
      const characters = Array.from(line);
      return characters
        .slice(index === 0 ? start.column - 1 : 0, index === all.length - 1 ? end.column : undefined)
        .join('');
    })
    .join('\n');
  if (slice === position.raw) return;
  throw new PrecedentError({
    code: 'gold-slice',
    what: 'the marked words are not what the document has there',
    where: { file, line: start.line, id: position.id },
    mend: 'correct start, end or raw in positions.jsonl',
  });
}

/** Reads the people and the vocabulary of a content folder; a file that is not there is an empty list. */
export function loadVocabulary(content: string): { people: Person[]; terms: Term[] } {
  const read = (name: string): unknown => {
    const bytes = readIfThere(join(content, name));
    return bytes === null ? [] : parse(bytes.toString('utf8'));
  };
  return { people: People.parse(read('people.yaml')), terms: Terms.parse(read('terms.yaml')) };
}
