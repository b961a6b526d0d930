import { isLoss } from '../src/archive/losses.ts';
import { EXIT, type Exit, runCommand, usageError } from '../src/cli/command.ts';
import { print } from '../src/cli/print.ts';
import { modelOf, printDocuments, printTerms, shareOf, tellFindings, tellUpdate } from '../src/extracting/index.ts';
import type { Finding } from '../src/model/problem.ts';
import { loadKnowledge, loadTerms } from '../src/records/load.ts';
import { type Extractor, planUpdate, RULES, writeUpdate } from '../src/records/update.ts';
import { jsonSink, mergeParts } from '../src/sharding/index.ts';

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
    if (options.terms) return proposeTerms(operands);
    const share = shareOf(options);
    const model = modelOf(options.model, options['model-name'], process.env.PRECEDENT_MODEL_KEY);
    if (model !== null && (share.shard !== null || share.jobs > 1))
      throw usageError('extract', '--jobs and --shard go without a model');
    const extractor = model?.extractor ?? RULES;
    const json = options.json === true;
    try {
      if (operands.length === 0 && !json) return await updateRecords(options, extractor);
      const files = operands.length > 0 ? operands : (await loadKnowledge('.')).sources.map(({ file }) => file);
      const { terms, findings } = loadTerms('.');
      const problems = await printDocuments(files, { terms, extractor, json, share, print });
      return report([...findings, ...problems], share.shard !== null);
    } finally {
      if (model !== null) process.stderr.write(`${model.end()}\n`);
    }
  },
});

interface Wanted {
  readonly check?: boolean;
  readonly notes?: boolean;
  readonly 'dry-run'?: boolean;
}

/** Brings the records of `content/` up to date, or says what that would change. */
async function updateRecords(wanted: Wanted, extractor: Extractor): Promise<Exit> {
  const update = await planUpdate('.', extractor);
  const written = wanted.check || wanted['dry-run'] ? null : writeUpdate('.', update);
  print(tellUpdate(update, written, wanted.notes === true));
  if (update.blocked) process.stderr.write('Nothing was written: records and vocabulary must be readable first.\n');
  const read = report(update.findings);
  return wanted.check && update.merge.writes.length > 0 ? EXIT.problems : read;
}

function merge(parts: readonly string[]): Exit {
  if (parts.length === 0) throw usageError('extract', '--merge needs the parts that --shard printed');
  return report(mergeParts(parts, jsonSink(print)));
}

async function proposeTerms(files: readonly string[]): Promise<Exit> {
  if (files.length === 0) throw usageError('extract', '--terms needs the files to read');
  const { terms, findings } = loadTerms('.');
  return report([...findings, ...(await printTerms(files, terms, print))]);
}

/** Tells what was met; of one share it decides nothing, since what is lost is judged where all parts are merged. */
function report(findings: readonly Finding[], share = false): Exit {
  process.stderr.write(tellFindings(findings));
  return !share && findings.some(isLoss) ? EXIT.problems : EXIT.ok;
}
