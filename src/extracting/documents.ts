import { progressLine } from '../cli/progress.ts';
import type { Finding } from '../model/problem.ts';
import type { Term } from '../model/term.ts';
import { attributePlace } from '../records/document.ts';
import { documentJson } from '../records/document-json.ts';
import { summariseDocument } from '../records/summary.ts';
import { type Extractor, RULES } from '../records/update.ts';
import { doShard, jsonSink, makePlan, type Plan, partWriter, planOf, runJobs, textSink } from '../sharding/index.ts';
import type { Share } from './share.ts';

/** How documents are read, and where what is found in them goes. */
export interface Reading {
  readonly terms: readonly Term[];
  readonly extractor: Extractor;
  /** A JSON line for each document, or a summary for people. */
  readonly json: boolean;
  readonly share: Share;
  readonly print: (text: string) => void;
}

/**
 * Reads any documents and prints what is found in each. What cannot be read is returned, and the rest is read; of one shard
 * nothing is returned, since that stands in the part and is told where all parts are merged.
 */
export async function printDocuments(files: readonly string[], reading: Reading): Promise<readonly Finding[]> {
  const { terms, share, print } = reading;
  const looking = progressLine('messages looked at');
  const { plan, end } = await makePlan(files, { onMessage: (done) => looking.step(done) });
  looking.end();
  const working = progressLine('messages');
  let done = 0;
  const step = (messages: number): void => {
    done += messages;
    working.step(done);
  };
  try {
    if (share.shard !== null) {
      await doShard(plan, share.shard, terms, partWriter(print), step);
      return [];
    }
    if (share.jobs > 1) return await runJobs(plan, share.jobs, terms, jsonSink(print), step);
    return await oneByOne(plan, reading, step);
  } finally {
    working.end();
    end();
  }
}

/** Reads one document after another; one too large to be held is read thread by thread. */
async function oneByOne(
  plan: Plan,
  { terms, extractor, json, print }: Reading,
  step: (messages: number) => void,
): Promise<Finding[]> {
  const problems: Finding[] = [];
  for (const planned of plan.documents) {
    if (planned.mailbox !== null && extractor === RULES) {
      const met = await runJobs(planOf(planned), 1, terms, (json ? jsonSink : textSink)(print), step);
      for (const finding of met) problems.push(finding);
      continue;
    }
    if (planned.findings.length > 0 && planned.mailbox === null) {
      for (const finding of planned.findings) problems.push(finding);
      continue;
    }
    const { file, document, findings } = await attributePlace(planned.place);
    for (const finding of findings) problems.push(finding);
    if (document === null) continue;
    const found = await extractor.find(document.messages, terms);
    const told = json
      ? JSON.stringify(documentJson(file, document, found, extractor.name))
      : summariseDocument(file, document, found);
    print(`${told}\n`);
    step(document.messages.length);
  }
  return problems;
}
