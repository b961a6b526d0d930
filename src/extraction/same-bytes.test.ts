import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailbox } from '../archive/__fixtures__/mail.ts';
import { readArchive } from '../archive/index.ts';
import { attributeArchive } from '../attribution/index.ts';
import type { AttributedMessage } from '../model/message.ts';
import type { Place } from '../model/primitives.ts';
import { documentJson } from '../records/document-json.ts';
import { THREAD } from './__fixtures__/thread.ts';
import { extractPositions } from './index.ts';

function read(mails: readonly string[]): AttributedMessage[] {
  return attributeArchive(readArchive(Buffer.from(mailbox(...mails)), 'thread.mbox'));
}

/** What is found, as `extract --json` prints it, one field a line. */
function printed(mails: readonly string[]): string {
  const messages = read(mails);
  const document = { format: 'mbox', messages, problems: [] };
  const json = documentJson('thread.mbox', document, extractPositions(messages, []));
  return `${JSON.stringify(json, null, 1)}\n`;
}

/** The same with lines counted within their message and messages by their ids: what is left does not know the archive's order. */
function withoutOrder(mails: readonly string[]): string {
  const messages = read(mails);
  const found = extractPositions(messages, []);
  const firstLine = new Map(messages.map(({ id, lines }) => [id, lines[0]?.number ?? 1]));
  const relative = (message: string, place: Place): string =>
    `${message} ${place.line - (firstLine.get(message) ?? 0)}:${place.column}`;
  const rows = found.map(({ start, end, arguments: reasons, message, respondsTo, occurrences = [], ...rest }) => {
    const answered = found[respondsTo ?? -1];
    return JSON.stringify({
      at: [relative(message, start), relative(message, end)],
      ...rest,
      reasons: reasons.map((reason) => [reason.polarity, reason.exact, relative(message, reason.start)]),
      answers: answered === undefined ? null : relative(answered.message, answered.start),
      again: occurrences.map((each) => [relative(each.message, each.start), relative(each.message, each.end)]),
    });
  });
  return rows.toSorted().join('\n');
}

describe('the same thread', () => {
  // Any Node that runs the tests compares with what another has written. `vitest run src/extraction -u` writes it anew.
  it('gives the same bytes on every Node', async () => {
    await expect(printed(THREAD)).toMatchFileSnapshot('__fixtures__/thread.json');
    expect(printed(THREAD)).toBe(printed(THREAD));
  });

  it('gives the same positions in whatever order the mailbox holds its messages', () => {
    const expected = withoutOrder(THREAD);
    expect(expected.split('\n').length).toBeGreaterThan(6);
    expect(expected).toContain('"answers":"<cache-');
    fc.assert(
      fc.property(fc.shuffledSubarray([...THREAD], { minLength: THREAD.length }), (mails) => {
        expect(withoutOrder(mails)).toBe(expected);
      }),
      { numRuns: 30 },
    );
  });
});
