import { visible } from '../adding/visible.ts';
import type { Message } from '../model/message.ts';
import type { Finding } from '../model/problem.ts';
import type { Term } from '../model/term.ts';
import { threadMessages } from '../threads/index.ts';
import { Interned } from '../threads/interned.ts';
import { openScales } from './scales.ts';
import { openStream } from './stream.ts';
import { type Counts, reasonsFor, worthOf } from './worth.ts';

/** A thread and how much argued design it holds. */
export interface MinedThread {
  /** Message-ID of its first message, by which `npm run add -- --thread` takes it. */
  readonly id: string;
  readonly subject: string;
  /** Further subjects that the conversation drifted to. */
  readonly drifted: readonly string[];
  readonly messages: number;
  /** People who wrote in it. */
  readonly people: number;
  /** Dates of its first and last message as RFC 3339 in UTC, or null where none can be read. */
  readonly from: string | null;
  readonly to: string | null;
  readonly worth: number;
  readonly counts: Counts;
  /** Why it is worth that, in words. */
  readonly reasons: readonly string[];
}

export interface Mined {
  /** The best first; of those that are worth the same, the one that begins first in the archive. */
  readonly threads: readonly MinedThread[];
  readonly messages: number;
  readonly threadCount: number;
  readonly findings: readonly Finding[];
}

/** Called with what is being done and how many messages are done. */
type Progress = (phase: 'reading' | 'weighing', done: number, total?: number) => void;

/**
 * Ranks the threads of archives by how much argued design they hold. Reads the archives twice: first for who answers whom, of
 * which nothing but ids, names, subjects and dates is kept; then thread by thread. Of texts, only those of threads that are
 * still open are kept: a thread is weighed when its last message has come and is then let go. One in which a single person
 * writes is not weighed. With `jobs`, threads are weighed in so many worker threads; what comes of it is the same.
 *
 * Throws a PrecedentError `place-missing` where a path is not there.
 */
export async function mineArchives(
  paths: readonly string[],
  terms: readonly Term[],
  onProgress: Progress = () => {},
  jobs = 1,
): Promise<Mined> {
  const stream = openStream(paths);
  const heads: Message[] = [];
  const once = new Interned();
  let read = 0;
  for await (const message of stream.read()) {
    heads.push(once.head(message));
    read += 1;
    onProgress('reading', read);
  }
  const open = openThreads(heads);
  const weighed = new Map<OpenThread, MinedThread>();
  const scales = openScales(jobs, terms);
  const weigh = async (thread: OpenThread): Promise<void> => {
    const { texts } = thread;
    thread.texts = [];
    await scales.take(texts, (counts) => weighed.set(thread, minedThread(thread, counts)));
  };
  try {
    let done = 0;
    for await (const message of stream.read()) {
      done += 1;
      onProgress('weighing', done, read);
      const thread = open.take(message.id);
      if (thread === null) continue;
      thread.texts.push(message);
      thread.missing -= 1;
      if (thread.missing === 0) await weigh(thread);
    }
    // A file that has become shorter between the two readings leaves threads open.
    for (const thread of open.threads) if (thread.missing > 0 && thread.texts.length > 0) await weigh(thread);
    await scales.done();
  } finally {
    await scales.close();
  }
  // Sorting is stable: of those worth the same, the one that begins first in the archive stands first.
  const mined = open.threads.flatMap((thread) => weighed.get(thread) ?? []).sort((a, b) => b.worth - a.worth);
  return { threads: mined, messages: read, threadCount: open.count, findings: stream.findings };
}

/** A thread whose texts are being collected. */
interface OpenThread {
  readonly root: Message;
  readonly topics: readonly Message[];
  readonly heads: readonly Message[];
  texts: Message[];
  missing: number;
}

/** Sorts messages into the threads that are worth weighing; each message is taken once, its copies are passed over. */
function openThreads(heads: readonly Message[]) {
  const all = threadMessages(heads);
  const threads = all.flatMap(({ root, messages, topics }): OpenThread[] => {
    const argued = new Set(messages.map(({ from }) => from?.name ?? '')).size > 1;
    return argued ? [{ root, topics: topics(), heads: messages, texts: [], missing: messages.length }] : [];
  });
  const byId = new Map(threads.flatMap((thread) => thread.heads.map(({ id }) => [id, thread])));
  return {
    threads,
    count: all.length,
    take(id: string): OpenThread | null {
      const thread = byId.get(id) ?? null;
      byId.delete(id);
      return thread;
    },
  };
}

function minedThread({ root, topics, heads }: OpenThread, counts: Counts): MinedThread {
  const dates = heads.flatMap(({ date }) => date ?? []).sort();
  return {
    id: root.id,
    subject: visible(root.subject),
    drifted: topics.slice(1).map(({ subject }) => visible(subject)),
    messages: heads.length,
    people: new Set(heads.flatMap(({ from }) => from?.name ?? [])).size,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    worth: worthOf(counts),
    counts,
    reasons: reasonsFor(counts),
  };
}
