import { readFileSync } from 'node:fs';
import { readArchive } from '../../archive/index.ts';
import { mailboxStretches } from '../../archive/mail/mbox.ts';
import { attributeArchive } from '../../attribution/index.ts';
import { extractPositions } from '../../extraction/index.ts';
import { foldCopies, threadMessages } from '../../threads/index.ts';
import { measureJob } from '../job.ts';

// stages.ts FILE: reads the mailbox in each of its stages once, after a run over its beginning that is not counted.
const [file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

function run(part: Buffer) {
  const seconds = { read: 0, threads: 0, speakers: 0, extraction: 0 };
  const timed = <T>(stage: keyof typeof seconds, work: () => T): T => {
    const before = process.cpuUsage();
    const made = work();
    const { user, system } = process.cpuUsage(before);
    seconds[stage] = (user + system) / 1e6;
    return made;
  };
  const archive = timed('read', () => readArchive(part, file));
  timed('threads', () => threadMessages(foldCopies(archive.messages).originals));
  const attributed = timed('speakers', () => attributeArchive(archive));
  const positions = timed('extraction', () => extractPositions(attributed, []));
  return { messages: archive.messages.length, positions: positions.length, seconds };
}

const warmUp = [...mailboxStretches(bytes)].slice(0, 400).at(-1);
if (warmUp !== undefined) run(bytes.subarray(0, warmUp.bytes.byteOffset - bytes.byteOffset));
await measureJob(() => run(bytes));
