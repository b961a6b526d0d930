import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../../model/digest.ts';
import type { FoundPosition } from '../../model/position.ts';
import { foldedSlice } from '../../model/quote.ts';
import { loadKnowledge } from '../../records/load.ts';
import { mergeFound } from '../../records/merge.ts';
import { type Report, verifyKnowledge } from '../index.ts';

const MAIL = `From: Ann Example <ann@example.org>
To: list@example.org
Subject: Re: How to move the data
Date: Tue, 03 Jun 2014 10:00:00 +0000
Message-ID: <a@example.org>

On Mon, 2 Jun 2014, Bob Sample wrote:
> Mapping the pages is faster than any pipe.
> It costs a flush, though.

I would not touch the page tables, because
every processor must be told.

A pipe is enough.

-- 
Ann Example
`;

const SOURCE = `title: How to move the data
author: Ann Example
list: list@example.org
date: "2014-06-03T10:00:00Z"
format: eml
sha256: ${sha256(MAIL)}
locators: []
rights: Written for this test.
`;

const TERMS = `- id: pipe
  prefLabel: pipe
  definition: Two ends and a buffer between them.
- id: page-table
  prefLabel: page table
  definition: What maps addresses to pages.
  broader: [memory]
- id: memory
  prefLabel: memory
  definition: Where it all lies.
`;

const PEOPLE = `- id: ann-example
  name: Ann Example
  aliases: [Ann]
- id: bob-sample
  name: Bob Sample
`;

/** A small project on the disk that holds every promise, to be broken one way at a time. */
export class Project {
  readonly root = mkdtempSync(join(tmpdir(), 'precedent-verify-'));

  static async make(): Promise<Project> {
    const project = new Project();
    project.write('content/sources/2014-talk/message.txt', MAIL);
    project.write('content/sources/2014-talk/source.yaml', SOURCE);
    project.write('content/terms.yaml', TERMS);
    project.write('content/people.yaml', PEOPLE);
    const { sources } = await loadKnowledge(project.root);
    const { writes } = mergeFound([], [], sources.map(({ slug, messages }) => ({ slug, messages, found: positionsOf(messages) })));
    for (const { file, text } of writes) {
      project.write(file, text);
      project.record = file;
    }
    return project;
  }

  /** The path of the record that it is made with. */
  record = '';

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  /** Replaces a piece of a file; a piece that is not there is an error of the test. */
  change(file: string, from: string | RegExp, to: string): void {
    const text = this.read(file);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${from} is not in ${file}`);
    this.write(file, changed);
  }

  /** Puts a text at the end of the record's body and gives the number of the line on which it begins. */
  addToBody(text: string): number {
    const before = this.read(this.record);
    this.write(this.record, `${before}\n${text}\n`);
    return before.split('\n').length + 1;
  }

  /** The number of the first line of a file that holds a piece of text. */
  lineOf(file: string, piece: string): number {
    return this.read(file).split('\n').findIndex((line) => line.includes(piece)) + 1;
  }

  verify(): Promise<Report> {
    return verifyKnowledge(this.root);
  }

  remove(file = '.'): void {
    rmSync(join(this.root, file), { recursive: true });
  }
}

function positionsOf(messages: Parameters<typeof mergeFound>[2][number]['messages']): FoundPosition[] {
  const [message] = messages;
  if (message === undefined) throw new Error('the mail was not read');
  const at = (first: string, last: string, term: string | null, stance: FoundPosition['stance']): FoundPosition => {
    const from = message.lines.find(({ raw }) => raw.includes(first));
    const to = message.lines.find(({ raw }) => raw.includes(last));
    if (from === undefined || to === undefined) throw new Error(`${first} … ${last} is not in the mail`);
    const start = { line: from.number, column: from.raw.indexOf(first) + 1 };
    const end = { line: to.number, column: to.raw.indexOf(last) + last.length };
    return {
      start,
      end,
      exact: foldedSlice(message.lines, start, end),
      holder: from.speaker,
      basis: from.basis,
      stance,
      term,
      option: term,
      question: 'How should the data be moved?',
      secondHand: from.depth > 0,
      ...(from.depth > 0 && message.from !== null ? { quotedBy: message.from.name } : {}),
      hedge: 'none',
      confidence: 0.95,
      arguments: [],
      message: message.id,
    };
  };
  const opposed = at('I would not touch', 'must be told.', 'page-table', 'opposes');
  const reason = at('because', 'must be told', null, 'reports');
  return [
    at('Mapping the pages', 'any pipe.', 'page-table', 'supports'),
    { ...opposed, respondsTo: 0, arguments: [{ polarity: 'con', start: reason.start, end: reason.end, exact: reason.exact }] },
    at('A pipe is enough', 'enough.', 'pipe', 'supports'),
  ];
}
