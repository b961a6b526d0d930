import { readFileSync } from 'node:fs';
import { mailboxStretches } from '../../archive/mail/mbox.ts';
import { readMail } from '../../archive/mail/message.ts';
import { attributeArchive } from '../../attribution/index.ts';
import { extractPositions } from '../../extraction/index.ts';
import { measureJob } from '../job.ts';

// slowest.ts FILE: takes every message by itself all the way to positions, then one with a quotation of 66,000 lines.
const [file = ''] = process.argv.slice(2);

/** As long as the longest mail met in public archives: 2.7 MB, nearly all of it one quotation. */
function giant(): Buffer {
  const quoted = Array.from({ length: 66_000 }, (_, line) => `> the log says value ${line} at step ${line * 7}`);
  return Buffer.from(
    ['From: A <a@example.org>', 'Subject: Re: log', '', 'On Mon, 1 Jun 2015, B wrote:', ...quoted, '', 'Why?', ''].join(
      '\n',
    ),
  );
}

function secondsFor(bytes: Buffer): number {
  const before = process.cpuUsage();
  const { messages, problems } = readMail({ bytes, firstLine: 1 });
  extractPositions(attributeArchive({ format: 'mbox', messages, problems }), []);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

await measureJob(() => {
  const seconds = [...mailboxStretches(readFileSync(file))].map(({ bytes }) => secondsFor(Buffer.from(bytes)));
  return { listed: Math.max(...seconds), giant: secondsFor(giant()) };
});
