import type { Random } from './random.ts';
import { STATISTICS } from './statistics.ts';
import { makeWriter, type Writer } from './words.ts';

/** A generated mail: what others need in order to answer it, and its text as it stands in a mailbox. */
export interface GeneratedMail {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly references: readonly string[];
  /** Unencoded lines of the body. */
  readonly body: readonly string[];
  /** Header and body as mail, without the line that separates the mails of a mailbox. */
  readonly text: string;
}

/** Lines of a hunk of a patch. */
const HUNK = 20;

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

function ownText(random: Random, writer: Writer): string[] {
  const sentences = Math.min(
    120,
    Math.max(1, Math.round(random.logNormal(STATISTICS.ownSentences.median, STATISTICS.ownSentences.spread))),
  );
  const lines: string[] = [];
  for (let left = sentences; left > 0; ) {
    const size = Math.min(left, random.between(1, 5));
    lines.push(...writer.paragraph(size), '');
    left -= size;
  }
  return lines;
}

function firstBody(random: Random, writer: Writer): string[] {
  const lines = ['Hi,', '', ...ownText(random, writer)];
  if (random.chance(STATISTICS.patch)) lines.push(...patch(random, writer));
  return lines;
}

function patch(random: Random, writer: Writer): string[] {
  const length = Math.min(
    3000,
    Math.round(random.logNormal(STATISTICS.patchLines.median, STATISTICS.patchLines.spread)),
  );
  const file = `drivers/${writer.word().replace(/\W/g, '')}.c`;
  const lines = [
    `Signed-off-by: ${writer.name()} <dev@example.org>`,
    '---',
    ` ${file} | ${length} +++---`,
    ' 1 file changed',
    '',
    `diff --git a/${file} b/${file}`,
    `--- a/${file}`,
    `+++ b/${file}`,
  ];
  for (let line = 1; line <= length; line += HUNK) {
    const marks = Array.from({ length: HUNK }, () => random.pick([' ', ' ', ' ', '+', '-']));
    const count = (mark: string): number => HUNK - marks.filter((one) => one === mark).length;
    lines.push(`@@ -${line},${count('+')} +${line},${count('-')} @@ static int ${writer.word()}`);
    lines.push(...marks.map((mark) => `${mark}\t${writer.word()} = ${writer.word()}(${writer.word()}, ${line});`));
  }
  return lines;
}

/** Quotes parts of the parent with what it quoted itself, and answers in between. */
function answerBody(random: Random, writer: Writer, parent: GeneratedMail, date: Date): string[] {
  const patchAt = random.chance(STATISTICS.patchCut)
    ? parent.body.findIndex((line) => /^[> ]*diff --git /.test(line))
    : -1;
  const answered = patchAt === -1 ? parent.body : parent.body.slice(0, patchAt);
  const kept = Math.round(
    answered.length * (STATISTICS.kept.least + random.next() * (STATISTICS.kept.most - STATISTICS.kept.least)),
  );
  const from = random.between(0, answered.length - kept);
  const quoted = answered
    .slice(from, from + kept)
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()));
  const attribution = `On ${date.toUTCString().slice(0, 16)}, ${parent.name} wrote:`;
  const cut = random.between(0, quoted.length);
  const lines = [attribution, ...quoted.slice(0, cut), '', ...ownText(random, writer)];
  if (cut < quoted.length) lines.push(...quoted.slice(cut), '', ...writer.paragraph(random.between(1, 3)), '');
  if (random.chance(STATISTICS.patch / 2)) lines.push(...patch(random, writer));
  return lines;
}

function mailText(random: Random, writer: Writer, mail: Omit<GeneratedMail, 'text'>, date: Date): string {
  const encoded = random.chance(STATISTICS.encodedWords);
  const name = encoded ? `=?utf-8?q?${mail.name.replace(' ', '_')}=C3=A9?=` : mail.name;
  const headers = [
    ...relays(random, date),
    `From: ${name} <${mail.name.toLowerCase().replace(' ', '.')}@example.org>`,
    'To: list@lists.example.org',
    `Cc: ${writer.name()} <a@example.org>, ${writer.name()} <b@example.org>,`,
    `\t${writer.name()} <c@example.org>`,
    `Subject: ${mail.subject}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${mail.id}`,
    ...(mail.references.length === 0
      ? []
      : [`In-Reply-To: ${mail.references.at(-1)}`, `References: ${mail.references.join('\n ')}`]),
    'MIME-Version: 1.0',
  ];
  return `${[...headers, ...entity(random, mail.body)].join('\n')}\n`;
}

function relays(random: Random, date: Date): string[] {
  const stamp = date.toUTCString().replace('GMT', '+0000');
  const hops = Array.from({ length: random.between(STATISTICS.relays.least, STATISTICS.relays.most) }, (_, hop) => [
    `Received: from relay${hop}.example.org (relay${hop}.example.org [192.0.2.${hop}])`,
    `\tby mx.example.org (Postfix) with ESMTPS id ${letters(random, 11)}`,
    `\tfor <list@lists.example.org>; ${stamp} (UTC)`,
  ]);
  const signed = Array.from({ length: 2 }, () => [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=mail;',
    `\th=from:subject:date:message-id:to:cc; bh=${letters(random, 43)}=;`,
    ...Array.from({ length: 5 }, (_, line) => `\t${line === 0 ? 'b=' : ' '}${letters(random, 64)}`),
  ]);
  const other = Array.from({ length: 12 }, (_, index) => `X-Example-${index}: ${letters(random, 48)}`);
  return [
    'Return-Path: <list-owner@lists.example.org>',
    ...hops.flat(),
    ...signed.flat(),
    ...other,
    'Precedence: bulk',
    'List-ID: <list.lists.example.org>',
  ];
}

function letters(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random.next() * 2 ** 31).toString(36);
  return text.slice(0, length);
}

/** Content fields, the blank line, and the body as it travels. */
function entity(random: Random, lines: readonly string[]): string[] {
  const charset = random.chance(STATISTICS.noCharset)
    ? ''
    : `; charset=${random.chance(STATISTICS.latin1) ? 'iso-8859-1' : 'utf-8'}`;
  const flowed = random.chance(STATISTICS.flowed) ? '; format=flowed' : '';
  const type = `Content-Type: text/plain${charset}${flowed}`;
  const draw = random.next();
  if (draw < STATISTICS.multipart) {
    const html = `<html><body><p>${lines.join(' ').replace(/[<>&]/g, ' ')}</p></body></html>`;
    return [
      'Content-Type: multipart/alternative; boundary="=-part"',
      '',
      '--=-part',
      type,
      '',
      ...lines,
      '--=-part',
      'Content-Type: text/html',
      '',
      html,
      '--=-part--',
    ];
  }
  if (draw < STATISTICS.multipart + STATISTICS.quotedPrintable) {
    return [
      type,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      ...lines.map((line) => line.replaceAll('=', '=3D').replace(/ $/, '=20')),
    ];
  }
  if (draw < STATISTICS.multipart + STATISTICS.quotedPrintable + STATISTICS.base64) {
    const packed =
      Buffer.from(lines.join('\n'))
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    return [type, 'Content-Transfer-Encoding: base64', '', ...packed];
  }
  return [
    type,
    'Content-Transfer-Encoding: 7bit',
    '',
    ...lines.map((line) => (line.startsWith('From ') ? `>${line}` : line)),
  ];
}
