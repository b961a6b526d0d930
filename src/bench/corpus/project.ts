import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readArchive } from '../../archive/index.ts';
import { attributeArchive } from '../../attribution/index.ts';
import { extractPositions } from '../../extraction/index.ts';
import { writeFileAtomic } from '../../files/write.ts';
import type { Decision } from '../../model/decision.ts';
import { sha256 } from '../../model/digest.ts';
import { mintDecisionId } from '../../model/id.ts';
import type { Position } from '../../model/position.ts';
import type { Source } from '../../model/source.ts';
import type { Term } from '../../model/term.ts';
import { isDrafted } from '../../records/draft.ts';
import { withEvidence } from '../../records/found.ts';
import { newPosition } from '../../records/merge-position.ts';
import { newRecordText } from '../../records/write.ts';
import { sidesOf } from '../../verify/sides.ts';
import type { GeneratedMail } from './generated-mail.ts';
import { generateMail } from './mail.ts';
import { makeRandom, type Random } from './random.ts';
import { makeWriter, type Writer } from './words.ts';

const SEED = 20_030_722;
/** Positions of a decision, about as many as the records that ship with the project have. */
const POSITIONS = { least: 4, most: 8 };

/** Their folder in the workshop: they hold what the extractor found, so that each run makes its own. */
const PROJECTS = 'projects';

/** Deletes the projects that an earlier run generated. */
export function forgetProjects(workshop: string): void {
  rmSync(join(workshop, PROJECTS), { recursive: true, force: true });
}

/**
 * Generates a project of as many decisions in a folder, each with a source of its own, and of further sources that no decision
 * quotes, unless it is there already. Every quotation stands in its source and every reference leads somewhere, so that it
 * verifies, and the extractor finds nothing new in it. The same numbers give the same bytes. Returns the folder.
 */
export function writeProject(workshop: string, decisions: number, further = 0): string {
  const folder = join(workshop, PROJECTS, `${decisions}-${further}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  const random = makeRandom(SEED);
  const maker = new Maker(random, decisions);
  for (const mail of generateMail(random)) {
    if (maker.sources === decisions + further) break;
    for (const [file, text] of maker.take(mail, maker.ids.length < decisions)) writeFileAtomic(join(part, file), text);
  }
  for (const [file, text] of maker.lists()) writeFileAtomic(join(part, file), text);
  renameSync(part, folder);
  return folder;
}

class Maker {
  readonly ids: string[] = [];
  sources = 0;
  private readonly people = new Set<string>();
  private readonly terms: Term[];
  private readonly writer: Writer;
  private readonly random: Random;

  constructor(random: Random, decisions: number) {
    this.random = random;
    this.writer = makeWriter(random);
    this.terms = Array.from({ length: 20 + Math.ceil(decisions / 4) }, (_, index) => ({
      id: `term-${index}`,
      prefLabel: `${this.writer.word()} ${this.writer.word()} ${index}`,
      altLabel: [],
      hiddenLabel: [],
      definition: this.writer.sentence(),
      broader: [],
      related: index === 0 ? [] : [`term-${index - 1}`],
    }));
  }

  /** The files of one source and, if wanted, its decision; none where the mail says too little or its text is encoded. */
  take(mail: GeneratedMail, decided: boolean): [file: string, text: string][] {
    const text = `From mboxrd@z Thu Jan  1 00:00:00 1970\n${mail.text}`;
    const archive = readArchive(Buffer.from(text), 'message.txt');
    const messages = attributeArchive(archive);
    const [message] = messages;
    if (message === undefined || message.date === null || message.lines.some(({ part }) => part !== undefined))
      return [];
    const slug = `source-${this.sources}`;
    const found = extractPositions(messages, []);
    const all = withEvidence({ slug, messages, found });
    const extracted = all.flatMap((one, index) => (isDrafted(one.confidence) ? [{ one, index }] : []));
    // A source of one person's words alone makes no record of its own accord.
    const fits = decided
      ? extracted.length >= POSITIONS.least && extracted.length <= POSITIONS.most
      : mail.references.length === 0;
    if (!fits) return [];
    this.sources += 1;
    const files: [string, string][] = [
      [`content/sources/${slug}/message.txt`, text],
      [`content/sources/${slug}/source.yaml`, stringify(sourceOf(mail, message.date, text))],
    ];
    if (!decided) return files;
    const options = [this.term(), this.term()];
    const numberOf = new Map(extracted.map(({ index }, number) => [index, `P${number + 1}`]));
    const positions = extracted.map(({ one, index }, number): Position => {
      if (one.holder !== null) this.people.add(one.holder);
      const target = found[index]?.respondsTo;
      const answered = target === undefined || target === index ? undefined : numberOf.get(target);
      const fresh = newPosition(
        `P${number + 1}`,
        answered === undefined ? one : { ...one, respondsTo: answered },
        'rules',
      );
      return { ...fresh, option: options[number % 2] ?? null, review: 'reviewed' };
    });
    const id = mintDecisionId(sha256(slug), new Set(this.ids));
    const decision = this.decision(id, positions, options);
    this.ids.push(id);
    return [...files, [`content/decisions/${id}-generated.mdx`, newRecordText(decision, this.body())]];
  }

  lists(): [file: string, text: string][] {
    const people = [...this.people].sort().map((name, index) => ({ id: `person-${index}`, name }));
    return [
      ['content/terms.yaml', stringify(this.terms)],
      ['content/people.yaml', stringify(people)],
    ];
  }

  private term(): string {
    return `term-${this.random.between(0, this.terms.length - 1)}`;
  }

  private decision(id: string, positions: Position[], options: readonly string[]): Decision {
    const { writer } = this;
    const earlier = this.ids[this.random.between(0, this.ids.length - 1)];
    return {
      id,
      title: `${writer.word()} ${writer.word()} ${this.ids.length}`,
      question: `Should the ${writer.word()} ${writer.word()}?`,
      summary: writer.sentence(),
      status: 'settled',
      draft: false,
      review: 'reviewed',
      options: [...new Set(options)].map((term, index) => ({
        term,
        fate: index === 0 ? 'adopted' : 'rejected',
        facts: [`F${index + 1}`],
      })),
      positions,
      minted: positions.length,
      ...(bothSides(positions) ? {} : { oneSided: 'Generated text has no other side.' }),
      outcome: {
        how: 'merged',
        summary: `${writer.sentence()} ${writer.sentence()}`,
        facts: ['F1', 'F2', 'F3'].map((fact, index) => ({
          id: fact,
          date: `2016-0${index + 1}-10`,
          text: writer.sentence(),
          url: `https://example.org/${id}/${fact}`,
          checked: 'confirmed' as const,
        })),
      },
      relations: earlier === undefined ? [] : [{ kind: 'related', target: earlier, note: writer.sentence() }],
      aliases: [],
    };
  }

  /** Three sections of prose, each sentence with what it rests on. */
  private body(): string {
    const told = (rests: string): string => `${this.writer.sentence()}<Rests on="${rests}" />`;
    const section = (title: string, sentences: readonly string[]): string => `## ${title}\n\n${sentences.join('\n')}`;
    return [
      section('What was at stake', ['editor', 'P1', 'P2 P3'].map(told)),
      section('How the argument ran', ['P1', 'P2', 'P3', 'P4', 'P1 P4'].map(told)),
      '<Position id="P3" />',
      section('What came of it', ['F1', 'F2 F3', 'editor'].map(told)),
    ]
      .join('\n\n')
      .replace(/[{}]/g, '');
  }
}

function bothSides(positions: readonly Position[]): boolean {
  const { pro, con } = sidesOf(positions);
  return pro > 0 && con > 0;
}

function sourceOf(mail: GeneratedMail, date: string, text: string): Source {
  return {
    title: mail.subject,
    author: mail.name,
    list: 'example-devel',
    date,
    format: 'mbox',
    messageId: mail.id,
    sha256: sha256(text),
    locators: [],
    rights: 'Generated text.',
    gaps: [],
    speakers: [],
    notes: [],
  };
}
