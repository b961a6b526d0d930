import { dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { proposalLine } from '../src/adding/report.ts';
import { bracketed } from '../src/adding/selection.ts';
import { foldNotes, isLoss } from '../src/archive/losses.ts';
import { readPlace } from '../src/archive/places.ts';
import { attributeArchive } from '../src/attribution/index.ts';
import { printable, readingView } from '../src/attribution/view.ts';
import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { readIfThere } from '../src/files/write.ts';
import { PrecedentError } from '../src/model/problem.ts';
import { Source, type SpeakerAnnotation } from '../src/model/source.ts';
import { proposePeople } from '../src/people/propose.ts';
import { loadPeople } from '../src/records/load.ts';
import { visibleText } from '../src/site/visible.ts';

/** What the `source.yaml` beside a document says of its speakers; nothing where there is none. */
function annotationsBeside(name: string): readonly SpeakerAnnotation[] {
  const path = join(dirname(name), 'source.yaml');
  const yaml = name.endsWith('message.txt') ? readIfThere(path) : null;
  if (yaml === null) return [];
  const source = Source.safeParse(parse(yaml.toString('utf8')));
  if (source.success) return source.data.speakers;
  throw new PrecedentError({
    code: 'source-invalid',
    what: z.prettifyError(source.error),
    where: { file: path },
    mend: 'run npm run verify',
  });
}

await runCommand({
  name: 'read',
  operands: 'FILE…',
  summary:
    'Prints the messages of any archive with every line beside its speaker, so that attribution can be judged at a glance.',
  options: {
    message: { type: 'string', value: 'ID', help: 'prints only the message with this Message-ID' },
    plain: { type: 'boolean', help: 'prints without colours, as it does where the output is no terminal' },
  },
  examples: ['npm run read -- content/sources/2014-ksummit-raw-devices/message.txt'],
  run: ({ operands, options }) => {
    if (operands.length === 0) throw usageError('read', 'no file was named');
    const coloured = process.stdout.isTTY === true && options.plain !== true;
    const paint = coloured
      ? (style: Parameters<typeof styleText>[0], text: string) => styleText(style, text)
      : (_: unknown, text: string) => text;
    let failed = false;
    for (const place of operands) {
      for (const document of readPlace(place)) {
        if ('error' in document) {
          process.stderr.write(`${document.error.message}\n`);
          failed = true;
          continue;
        }
        const messages = attributeArchive(document.archive, annotationsBeside(document.name)).filter(
          ({ id }) => options.message === undefined || id === bracketed(options.message),
        );
        process.stdout.write(readingView(messages, paint, (text, zone) => printable(visibleText(text, zone))));
        for (const proposal of proposePeople(document.archive.messages, loadPeople('.'))) {
          process.stdout.write(`${paint('dim', proposalLine(proposal))}\n`);
        }
        for (const problem of foldNotes(document.archive.problems)) {
          const { code, message, line } = problem;
          process.stderr.write(`${code}: ${message} (${document.name}${line === undefined ? '' : `:${line}`})\n`);
          failed ||= isLoss(problem);
        }
      }
    }
    return failed ? EXIT.problems : EXIT.ok;
  },
});
