import { createHash } from 'node:crypto';
import { JSON_TYPE, json, type Publisher } from '../publisher.ts';

/** From a mail to the positions that quote it, by Message-ID: the one name of a mail that no archive can change. */
export const mid: Publisher = {
  name: 'message-ids',
  about:
    'Message-ID → positions that quote that mail; mid/<SHA-1 of the Message-ID without its brackets>.json has one mail.',
  pattern: 'api/v1/mid.json',
  *files({ positions }) {
    const byMail = Map.groupBy(
      positions.filter(({ messageId }) => messageId !== null),
      ({ messageId }) => messageId ?? '',
    );
    const entries = [...byMail]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([messageId, quoting]) => ({ messageId, positions: quoting.map(({ id, url }) => ({ id, url })) }));
    yield { path: 'api/v1/mid.json', mediaType: JSON_TYPE, body: json({ mails: entries }) };
    for (const entry of entries) {
      const bare = entry.messageId.slice(1, -1);
      const name = createHash('sha1').update(bare).digest('hex');
      yield { path: `mid/${name}.json`, mediaType: JSON_TYPE, body: json(entry) };
    }
  },
};
