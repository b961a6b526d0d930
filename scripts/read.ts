import { styleText } from 'node:util';
import { proposalLine } from '../src/adding/report.ts';
import { bracketed } from '../src/adding/selection.ts';
import { foldNotes, isLoss } from '../src/archive/losses.ts';
import { readPlace } from '../src/archive/places.ts';
import { attributeArchive } from '../src/attribution/index.ts';
import { forTerminal, readingView } from '../src/attribution/view.ts';
import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { tellFindings } from '../src/extracting/index.ts';
import type { Finding } from '../src/model/problem.ts';
import { visibleText } from '../src/model/visible.ts';
import { proposePeople } from '../src/people/propose.ts';
import { lost, speakersBeside } from '../src/records/document.ts';
import { loadPeople } from '../src/records/load.ts';

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
    const findings: Finding[] = [];
    for (const place of operands) {
      for (const document of readPlace(place)) {
        if ('error' in document) {
          findings.push(document.error.finding);
          continue;
        }
        const { archive, name } = document;
        const { speakers, findings: met } = speakersBeside(name);
        const messages = attributeArchive(archive, speakers).filter(
          ({ id }) => options.message === undefined || id === bracketed(options.message),
        );
        process.stdout.write(readingView(messages, paint, (text, zone) => forTerminal(visibleText(text, zone))));
        for (const proposal of proposePeople(archive.messages, loadPeople('.'))) {
          process.stdout.write(`${paint('dim', proposalLine(proposal))}\n`);
        }
        findings.push(...met, ...foldNotes(archive.problems).map((problem) => lost(name, problem)));
      }
    }
    process.stderr.write(tellFindings(findings));
    return findings.some(isLoss) ? EXIT.problems : EXIT.ok;
  },
});
