import { readFileSync } from 'node:fs';
import { EXIT, runCommand } from '../src/cli/command.ts';
import { progressLine } from '../src/cli/progress.ts';
import { measureCues } from '../src/evaluation/cues.ts';
import { evaluate } from '../src/evaluation/evaluate.ts';
import { loadGold, loadVocabulary } from '../src/evaluation/load.ts';
import { replaceBlock } from '../src/evaluation/page.ts';
import { formatCues, formatScoreboard } from '../src/evaluation/report.ts';
import { writeFileAtomic } from '../src/files/write.ts';

const PAGE = 'EVALUATION.md';

await runCommand({
  name: 'evaluate',
  summary:
    'Scores the extractor against positions that people marked: by default those of the five documents in content/evaluation.',
  options: {
    gold: { type: 'string', value: 'DIR', help: 'a folder with positions.jsonl and the documents it names' },
    json: { type: 'boolean', help: 'prints the scoreboard as one JSON object' },
    cues: { type: 'boolean', help: 'prints what each family of cues is worth instead' },
    write: { type: 'string', value: 'BLOCK', help: `puts what is printed into that block of ${PAGE}` },
  },
  examples: ['npm run evaluate', 'npm run evaluate -- --gold ../my-annotations --json'],
  run({ options }) {
    const { write } = options;
    // A block that is not there is told before anything is measured.
    if (write !== undefined) replaceBlock(readFileSync(PAGE, 'utf8'), write, '', PAGE);
    const documents = loadGold(options.gold ?? 'content/evaluation', 'content/sources');
    const print = (text: string): void => {
      process.stdout.write(text);
      if (write === undefined) return;
      writeFileAtomic(PAGE, replaceBlock(readFileSync(PAGE, 'utf8'), write, text, PAGE));
    };
    if (options.cues) {
      print(formatCues(measureCues(documents)));
      return EXIT.ok;
    }
    const progress = progressLine('documents');
    const board = evaluate(documents, loadVocabulary('content'), progress.step);
    progress.end();
    print(options.json ? `${JSON.stringify(board)}\n` : formatScoreboard(board));
    return board.total.unverifiable === 0 ? EXIT.ok : EXIT.problems;
  },
});
