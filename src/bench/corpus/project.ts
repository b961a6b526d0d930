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
import type { AttributedMessage } from '../../model/message.ts';
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
 *
 * @param messages How many messages each of the further sources holds, all by one person.
 */
export function writeProject(workshop: string, decisions: number, further = 0, messages = 1): string {
  const folder = join(workshop, PROJECTS, `${decisions}-${further}${messages === 1 ? '' : `x${messages}`}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  const random = makeRandom(SEED);
  const maker = new Maker(random, decisions);
  for (const mail of generateMail(random)) {
    if (maker.sources === decisions + further) break;
    const files = maker.ids.length < decisions ? maker.decided(mail) : maker.further(mail, messages);
    for (const [file, text] of files) writeFileAtomic(join(part, file), text);
  }
  for (const [file, text] of maker.lists()) writeFileAtomic(join(part, file), text);
  renameSync(part, folder);
  return folder;
}

class Maker {
  readonly ids: string[] = [];
  sources = 0;
  private readonly people = new Set<string>();
  /** Mails by one person that wait for more of theirs. */
  private readonly waiting = new Map<string, readonly GeneratedMail[]>();
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

  /** The files of a further source once there are enough mails of one person, none until then. */
  further(mail: GeneratedMail, messages: number): [file: string, text: string][] {
    if (mail.references.length > 0 || read(mail) === null) return [];
    const mails = [...(this.waiting.get(mail.name) ?? []), mail];
    this.waiting.set(mail.name, mails.length < messages ? mails : []);
    return mails.length < messages ? [] : this.source(mails);
  }

  /** The files of one source and its decision; none where the mail says too little or too much, or its text is encoded. */
  decided(mail: GeneratedMail): [file: string, text: string][] {
    const messages = read(mail);
    if (messages === null) return [];
    const slug = this.slug();
    const found = extractPositions(messages, []);
    const all = withEvidence({ slug, messages, found });
    const extracted = all.flatMap((one, index) => (isDrafted(one.confidence) ? [{ one, index }] : []));
    if (extracted.length < POSITIONS.least || extracted.length > POSITIONS.most) return [];
    const files = this.source([mail]);
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

  /** The files of the next source: its text, and what is known of it. */
  private source(mails: readonly GeneratedMail[]): [file: string, text: string][] {
    const [first] = mails;
    const date = first && read(first)?.[0]?.date;
    if (first === undefined || date == null) return [];
    const folder = `content/sources/${this.slug()}`;
    this.sources += 1;
    const text = mails.map(mailboxText).join('');
    return [
      [`${folder}/message.txt`, text],
      [`${folder}/source.yaml`, stringify(sourceOf(first, date, text))],
    ];
  }

  private slug(): string {
    return `source-${this.sources}`;
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

function mailboxText(mail: GeneratedMail): string {
  return `From mboxrd@z Thu Jan  1 00:00:00 1970\n${mail.text}${mail.text.endsWith('\n') ? '\n' : '\n\n'}`;
}

/** A mail with its speakers, or null where it has no date or its text is encoded. */
function read(mail: GeneratedMail): AttributedMessage[] | null {
  const messages = attributeArchive(readArchive(Buffer.from(mailboxText(mail)), 'message.txt'));
  const [message] = messages;
  const plain = message !== undefined && message.date !== null && message.lines.every(({ part }) => part === undefined);
  return plain ? messages : null;
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
