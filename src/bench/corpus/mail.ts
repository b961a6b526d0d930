import { answerBody, firstBody } from './body.ts';
import type { GeneratedMail } from './generated-mail.ts';
import { mailText } from './mail-text.ts';
import type { Random } from './random.ts';
import { STATISTICS } from './statistics.ts';
import { makeWriter, type Writer } from './words.ts';

interface OpenThread {
  readonly mails: GeneratedMail[];
  readonly size: number;
}

/** Generates list mail without end: threads that run side by side, in the order in which a list would see them. */
export function* generateMail(random: Random): Generator<GeneratedMail> {
  const writer = makeWriter(random);
  const people = Array.from({ length: 200 }, () => writer.name());
  const open: OpenThread[] = [];
  for (let number = 1; ; number += 1) {
    while (open.length < STATISTICS.openThreads) open.push({ mails: [], size: threadSize(random) });
    const at = random.between(0, open.length - 1);
    const thread = open[at];
    if (thread === undefined) continue;
    const parent = thread.mails[random.between(0, thread.mails.length - 1)];
    // Few people write most of the mail.
    const name = people[Math.floor(people.length * random.next() ** 2)] ?? 'Anonymous Coward';
    const mail = writeMail(random, writer, { number, name, parent });
    thread.mails.push(mail);
    if (thread.mails.length >= thread.size) open.splice(at, 1);
    yield mail;
  }
}

function threadSize(random: Random): number {
  let left = random.next();
  for (const { share, least, most } of STATISTICS.threadSizes) {
    left -= share;
    if (left < 0) return random.between(least, most);
  }
  return 1;
}

function writeMail(
  random: Random,
  writer: Writer,
  { number, name, parent }: { number: number; name: string; parent: GeneratedMail | undefined },
): GeneratedMail {
  const date = new Date(Date.UTC(2015, 0, 1) + number * 1_900_000);
  const id = `<${number.toString(36)}.${date.getTime().toString(36)}@mail.example.org>`;
  const subject = subjectOf(random, writer, parent);
  const body = parent === undefined ? firstBody(random, writer) : answerBody(random, writer, parent, date);
  if (random.chance(STATISTICS.signature)) body.push('-- ', name, 'Example Laboratory');
  if (random.chance(STATISTICS.listFooter)) {
    body.push('_______________________________________________', 'list mailing list', 'https://lists.example.org/list');
  }
  const named = parent !== undefined && !random.chance(STATISTICS.answerWithoutParent);
  const references = named ? [...parent.references, parent.id].slice(-12) : [];
  const mail = { id, name, subject, references, body };
  return { ...mail, text: mailText(random, writer, mail, date) };
}

function subjectOf(random: Random, writer: Writer, parent: GeneratedMail | undefined): string {
  if (parent !== undefined) return parent.subject.startsWith('Re: ') ? parent.subject : `Re: ${parent.subject}`;
  const words = Array.from({ length: random.between(3, 8) }, () => writer.word()).join(' ');
  return random.chance(0.5) ? `[PATCH ${random.between(1, 9)}/9] ${writer.word()}: ${words}` : words;
}
