import { addArchives } from '../src/adding/index.ts';
import { isWhole, reportAdded } from '../src/adding/report.ts';
import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { progressLine } from '../src/cli/progress.ts';
import { Instant, PartialDate, WebAddress } from '../src/model/primitives.ts';

await runCommand({
  name: 'add',
  operands: 'FILE…',
  summary:
    'Takes archives (a mailbox of any size, packed or not, a Maildir, a public-inbox repository, a mail, a saved page, a folder of\n' +
    'these) into content/sources, each document as one source; with a selection, the wanted messages of all of them as one source.\n' +
    'Proposes which names may be one person; merges nobody.',
  options: {
    url: { type: 'string', value: 'URL', help: 'where the document was found; noted as unconfirmed' },
    list: { type: 'string', value: 'NAME', help: 'the list or site; needed where the mail does not name its list' },
    thread: { type: 'string', value: 'ID', help: 'only the conversation that holds this Message-ID' },
    message: { type: 'string', value: 'ID', help: 'only the message with this Message-ID' },
    subject: { type: 'string', value: 'TEXT', help: 'only messages with these words in their subject' },
    'from-list': { type: 'string', value: 'NAME', help: 'only messages that name this list themselves (List-Id)' },
    since: { type: 'string', value: 'DATE', help: 'only messages from this day, month or year on (UTC)' },
    until: { type: 'string', value: 'DATE', help: 'only messages up to this day, month or year (UTC)' },
    date: { type: 'string', value: 'DATE', help: 'when it was sent, for a document that does not say so' },
    fetched: { type: 'string', value: 'DATE', help: 'the day on which the archive was fetched' },
  },
  examples: [
    'npm run add -- thread.mbox.gz --url https://lists.example.org/thread/1',
    'npm run add -- 2014-June.txt --list my-list --thread "<id@example.org>"',
  ],
  changes: ({ operands }) => operands.length > 0,
  async run({ operands, options }) {
    if (operands.length === 0) throw usageError('add', 'no file was named');
    const { url, list, date, fetched, 'from-list': fromList, ...conditions } = options;
    const selection = { ...conditions, fromList };
    checkDates({ since: selection.since, until: selection.until, fetched });
    if (date !== undefined && !PartialDate.safeParse(date).success && !Instant.safeParse(date).success) {
      throw usageError('add', '--date is no date such as 2014-06-13 or 2014-06-13T17:55:46Z');
    }
    if (url !== undefined) checkAddress(url, operands);
    const progress = progressLine('messages read');
    const added = await addArchives('.', operands, { url, list, date, fetched, selection, onProgress: progress.step });
    progress.end();
    const { out, err } = reportAdded(added);
    process.stdout.write(out);
    process.stderr.write(err);
    return isWhole(added) ? EXIT.ok : EXIT.problems;
  },
});

function checkDates(dates: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(dates)) {
    if (value !== undefined && !PartialDate.safeParse(value).success) {
      throw usageError('add', `--${name} is no date such as 2014-06-13, 2014-06 or 2014`);
    }
  }
}

function checkAddress(url: string, operands: readonly string[]): void {
  if (!WebAddress.safeParse(url).success)
    throw usageError('add', '--url is no address that begins with https:// or http://');
  const { username, password } = new URL(url);
  if (username !== '' || password !== '')
    throw usageError('add', '--url holds a user or password, which is not written down');
  if (operands.length > 1) throw usageError('add', '--url belongs to one document; several were named');
}
