import type { GeneratedMail } from './generated-mail.ts';
import type { Random } from './random.ts';
import { STATISTICS } from './statistics.ts';
import type { Writer } from './words.ts';

/** Lines of a hunk of a patch. */
const HUNK = 20;

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

/** The body of a mail that begins a thread: prose, sometimes with a patch behind it. */
export function firstBody(random: Random, writer: Writer): string[] {
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
export function answerBody(random: Random, writer: Writer, parent: GeneratedMail, date: Date): string[] {
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
