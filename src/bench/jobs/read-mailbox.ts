import { createReadStream, readFileSync } from 'node:fs';
import { readArchive } from '../../archive/index.ts';
import { readMessages } from '../../archive/stream.ts';
import { attributeArchive } from '../../attribution/index.ts';
import { measureJob } from '../job.ts';

// read-mailbox.ts FILE [attribute]: reads every message with its decoded text; with `attribute`, threads and speakers as well.
const [file = '', attribute] = process.argv.slice(2);

await measureJob(async () => {
  let messages = 0;
  let characters = 0;
  let plain = 0;
  if (attribute === undefined) {
    for await (const { lines } of readMessages(createReadStream(file, { highWaterMark: 1_000_000 }))) {
      messages += 1;
      if (lines.every(({ part }) => part === undefined)) plain += 1;
      for (const { text } of lines) characters += text.length;
    }
  } else {
    for (const { lines } of attributeArchive(readArchive(readFileSync(file), file))) {
      messages += 1;
      for (const { raw } of lines) characters += raw.length;
    }
  }
  return { messages, characters, plain };
});
