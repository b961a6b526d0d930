import { isLoss } from '../src/archive/losses.ts';
import { EXIT, type Exit, runCommand, usageError } from '../src/cli/command.ts';
import { progressLine } from '../src/cli/progress.ts';
import { completionsUrl, type ModelRun, modelRun, openCache } from '../src/extraction/model/index.ts';
import { type Finding, formatFinding } from '../src/model/problem.ts';
import { readDocuments } from '../src/records/document.ts';
import { documentJson } from '../src/records/document-json.ts';
import { loadKnowledge, loadTerms } from '../src/records/load.ts';
import { printable } from '../src/records/printable.ts';
import { plural, summariseDocument, summariseUpdate } from '../src/records/summary.ts';
import { type Extractor, planUpdate, RULES, writeUpdate } from '../src/records/update.ts';

await runCommand({
  name: 'extract',
  operands: '[PATH…]',
  summary: 'Finds the positions in archived discussions and brings the records in content/decisions up to date.',
  options: {
    json: { type: 'boolean', help: 'prints one JSON line for each document and writes nothing' },
    check: { type: 'boolean', help: 'writes nothing and ends with 1 if a run would change a record' },
    notes: { type: 'boolean', help: 'lists the positions of which a person and the extractor think otherwise' },
    'dry-run': { type: 'boolean', help: 'writes nothing and says what a run would do' },
    model: { type: 'string', value: 'URL', help: 'lets a model choose the sentences; they are sent to this server' },
    'model-name': { type: 'string', value: 'NAME', help: 'the model, as that server knows it' },
  },
  examples: [
    'npm run extract',
    'npm run extract -- --json archive.mbox',
    'npm run extract -- --check',
    'npm run extract -- --model http://localhost:11434 --model-name llama3.3',
  ],
  async run({ operands, options }) {
    if (operands.length > 0 && options.check) throw usageError('extract', '--check goes without files');
    const model = modelOf(options.model, options['model-name']);
    const extractor = model?.extractor ?? RULES;
    try {
      return await run(operands, options, extractor);
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

async function run(files: readonly string[], options: Wanted, extractor: Extractor): Promise<Exit> {
  if (files.length > 0) return readFiles(files, options.json === true, extractor);
  if (!options.json) return updateRecords(options.check !== true && options['dry-run'] !== true, options, extractor);
  const { sources } = await loadKnowledge('.');
  return readFiles(
    sources.map(({ file }) => file),
    true,
    extractor,
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

/** Reads any documents and prints what is found in each; what cannot be read is reported, and the rest is read. */
async function readFiles(files: readonly string[], json: boolean, extractor: Extractor): Promise<Exit> {
  const { terms, findings } = loadTerms('.');
  const problems: Finding[] = [...findings];
  const progress = progressLine('documents');
  let done = 0;
  for (const path of files) {
    for await (const { file, document, findings } of readDocuments(path)) {
      problems.push(...findings);
      if (document !== null) {
        const found = await extractor.find(document.messages, terms);
        const text = json
          ? JSON.stringify(documentJson(file, document, found, extractor.name))
          : summariseDocument(file, document, found);
        process.stdout.write(`${text}\n`);
      }
      done += 1;
      progress.step(done);
    }
  }
  progress.end();
  return report(problems);
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
