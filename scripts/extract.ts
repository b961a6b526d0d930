import { isLoss } from '../src/archive/losses.ts';
import { EXIT, type Exit, runCommand, usageError } from '../src/cli/command.ts';
import { progressLine } from '../src/cli/progress.ts';
import { completionsUrl, type ModelRun, modelRun, openCache } from '../src/extraction/model/index.ts';
import { type Finding, formatFinding } from '../src/model/problem.ts';
import type { Term } from '../src/model/term.ts';
import { attributePlace, readDocuments } from '../src/records/document.ts';
import { documentJson } from '../src/records/document-json.ts';
import { loadKnowledge, loadTerms } from '../src/records/load.ts';
import { printable } from '../src/records/printable.ts';
import { plural, summariseDocument, summariseUpdate } from '../src/records/summary.ts';
import { termCandidatesYaml } from '../src/records/term-candidates.ts';
import { type Extractor, planUpdate, RULES, writeUpdate } from '../src/records/update.ts';
import {
  doShard,
  jsonSink,
  makePlan,
  mergeParts,
  type Plan,
  partWriter,
  planOf,
  runJobs,
  type Shard,
  textSink,
} from '../src/sharding/index.ts';

await runCommand({
  name: 'extract',
  operands: '[PATH…]',
  summary: 'Finds the positions in archived discussions and brings the records in content/decisions up to date.',
  options: {
    json: { type: 'boolean', help: 'prints one JSON line for each document and writes nothing' },
    terms: { type: 'boolean', help: 'prints the options named in the files PATH… as entries for content/terms.yaml' },
    check: { type: 'boolean', help: 'writes nothing and ends with 1 if a run would change a record' },
    notes: { type: 'boolean', help: 'lists the positions of which a person and the extractor think otherwise' },
    'dry-run': { type: 'boolean', help: 'writes nothing and says what a run would do' },
    jobs: { type: 'string', value: 'N', help: 'works in N threads, with --json; the output is the same' },
    shard: {
      type: 'string',
      value: 'I/N',
      help: 'does the I-th of N shares, with --json, and prints a part for --merge',
    },
    merge: { type: 'boolean', help: 'prints what --json would have printed, from the parts of all N shares' },
    model: { type: 'string', value: 'URL', help: 'lets a model choose the sentences; they are sent to this server' },
    'model-name': { type: 'string', value: 'NAME', help: 'the model, as that server knows it' },
  },
  examples: [
    'npm run extract',
    'npm run extract -- --json archive.mbox',
    'npm run extract -- --check',
    'npm run -s extract -- --json --shard 1/4 archive.mbox > part-1.jsonl',
    'npm run -s extract -- --merge part-*.jsonl',
    'npm run extract -- --model http://localhost:11434 --model-name llama3.3',
  ],
  changes: ({ operands, options }) => operands.length === 0 && !options.json && !options.check && !options['dry-run'],
  async run({ operands, options }) {
    if (operands.length > 0 && options.check) throw usageError('extract', '--check goes without files');
    if (options.merge) return merge(operands);
    if (options.terms) return printTerms(operands);
    const share = shareOf(options);
    const model = modelOf(options.model, options['model-name']);
    if (model !== null && (share.shard !== null || share.jobs > 1))
      throw usageError('extract', '--jobs and --shard go without a model');
    const extractor = model?.extractor ?? RULES;
    try {
      return await run(operands, options, extractor, share);
    } finally {
      model?.end();
    }
  },
});

interface Wanted {
  readonly json?: boolean;
  readonly check?: boolean;
  readonly notes?: boolean;
  readonly 'dry-run'?: boolean;
}

/** How the work is shared out: in so many threads, or one share of it alone. */
interface Share {
  readonly jobs: number;
  readonly shard: Shard | null;
}

function shareOf(options: { json?: boolean; jobs?: string; shard?: string }): Share {
  if (options.jobs === undefined && options.shard === undefined) return { jobs: 1, shard: null };
  if (!options.json) throw usageError('extract', '--jobs and --shard go with --json');
  if (options.jobs !== undefined && options.shard !== undefined)
    throw usageError('extract', '--jobs goes without --shard: start one shard for each core');
  const jobs = Number(options.jobs ?? 1);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw usageError('extract', '--jobs is no number from 1 to 256');
  if (options.shard === undefined) return { jobs, shard: null };
  const [, number, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(options.shard) ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of)
    throw usageError('extract', '--shard is not of the form 2/4, counted from 1');
  return { jobs, shard: { number, of } };
}

async function run(files: readonly string[], options: Wanted, extractor: Extractor, share: Share): Promise<Exit> {
  if (files.length > 0) return readFiles(files, options.json === true, extractor, share);
  if (!options.json) return updateRecords(options.check !== true && options['dry-run'] !== true, options, extractor);
  const { sources } = await loadKnowledge('.');
  return readFiles(
    sources.map(({ file }) => file),
    true,
    extractor,
    share,
  );
}

/** Prints what the parts of all shards hold, and what they could not read. */
function merge(parts: readonly string[]): Exit {
  if (parts.length === 0) throw usageError('extract', '--merge needs the parts that --shard printed');
  return report(
    mergeParts(
      parts,
      jsonSink((text) => process.stdout.write(text)),
    ),
  );
}

/** The extractor that asks a model, where one is named; its key comes from the environment alone. */
function modelOf(url: string | undefined, name: string | undefined): { extractor: Extractor; end(): void } | null {
  if (url === undefined && name === undefined) return null;
  if (url === undefined) throw usageError('extract', '--model-name goes with --model');
  if (name === undefined || name.trim() === '') throw usageError('extract', '--model needs --model-name');
  completionsUrl(url);
  const progress = progressLine('requests to the model');
  const endpoint = { url, model: name, key: process.env.PRECEDENT_MODEL_KEY };
  const model = modelRun(endpoint, openCache('.cache/model'), progress.step);
  return {
    extractor: { name: `model:${name}`, find: model.find },
    end: () => {
      progress.end();
      process.stderr.write(`${modelSummary(model)}\n`);
    },
  };
}

function modelSummary({ counts }: ModelRun): string {
  const listed = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  return `model: ${listed.join(', ')}`;
}

/** Prints the options that several positions of a document name and the vocabulary does not have, as entries for it. */
async function printTerms(files: readonly string[]): Promise<Exit> {
  if (files.length === 0) throw usageError('extract', '--terms needs the files to read');
  const { terms, findings } = loadTerms('.');
  const problems = [...findings];
  for (const path of files) {
    for await (const { file, document, findings: met } of readDocuments(path)) {
      problems.push(...met);
      if (document === null) continue;
      process.stdout.write(termCandidatesYaml(file, await RULES.find(document.messages, terms)));
    }
  }
  return report(problems);
}

/** Reads any documents and prints what is found in each; what cannot be read is reported, and the rest is read. */
async function readFiles(
  files: readonly string[],
  json: boolean,
  extractor: Extractor,
  { jobs, shard }: Share,
): Promise<Exit> {
  const { terms, findings } = loadTerms('.');
  const lines = { scan: progressLine('messages looked at'), work: progressLine('messages') };
  const { plan, end } = await makePlan(files, { onMessage: (done) => lines.scan.step(done) });
  lines.scan.end();
  let done = 0;
  const step = (messages: number): void => {
    done += messages;
    lines.work.step(done);
  };
  const print = (text: string): boolean => process.stdout.write(text);
  try {
    if (shard !== null) {
      await doShard(plan, shard, terms, partWriter(print), step);
      lines.work.end();
      report(findings);
      // What could not be read stands in the part, and is told where all parts are merged.
      return EXIT.ok;
    }
    const problems =
      jobs > 1
        ? await runJobs(plan, jobs, terms, jsonSink(print), step)
        : await oneByOne(plan, json, extractor, terms, step);
    lines.work.end();
    return report([...findings, ...problems]);
  } finally {
    end();
  }
}

/** Reads one document after another; one too large to be held is read thread by thread. */
async function oneByOne(
  plan: Plan,
  json: boolean,
  extractor: Extractor,
  terms: readonly Term[],
  step: (messages: number) => void,
): Promise<Finding[]> {
  const problems: Finding[] = [];
  const print = (text: string): boolean => process.stdout.write(text);
  for (const planned of plan.documents) {
    if (planned.mailbox !== null && extractor === RULES) {
      problems.push(...(await runJobs(planOf(planned), 1, terms, (json ? jsonSink : textSink)(print), step)));
      continue;
    }
    if (planned.findings.length > 0 && planned.mailbox === null) {
      problems.push(...planned.findings);
      continue;
    }
    const { file, document, findings } = await attributePlace(planned.place);
    problems.push(...findings);
    if (document === null) continue;
    const found = await extractor.find(document.messages, terms);
    print(
      `${json ? JSON.stringify(documentJson(file, document, found, extractor.name)) : summariseDocument(file, document, found)}\n`,
    );
    step(document.messages.length);
  }
  return problems;
}

async function updateRecords(writes: boolean, options: Wanted, extractor: Extractor): Promise<Exit> {
  const update = await planUpdate('.', extractor);
  process.stdout.write(summariseUpdate(update, options.notes === true));
  const pending = update.merge.writes.map(({ file }) => file);
  for (const file of writes ? writeUpdate('.', update) : []) process.stdout.write(`wrote ${file}\n`);
  for (const file of writes ? [] : pending) process.stdout.write(`would write ${file}\n`);
  if (update.blocked) process.stderr.write('Nothing was written: records and vocabulary must be readable first.\n');
  const read = report(update.findings);
  return options.check && pending.length > 0 ? EXIT.problems : read;
}

function report(problems: readonly Finding[]): Exit {
  for (const problem of problems) process.stderr.write(`${printable(formatFinding(problem))}\n`);
  const lost = problems.filter(isLoss).length;
  if (lost > 0) process.stderr.write(`${plural(lost, 'problem')}: not everything could be read\n`);
  return lost > 0 ? EXIT.problems : EXIT.ok;
}
