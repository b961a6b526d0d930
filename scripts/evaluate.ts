import { EXIT, runCommand } from '../src/cli/command.ts';
import { progressLine } from '../src/cli/progress.ts';
import { evaluate } from '../src/evaluation/evaluate.ts';
import { loadGold, loadVocabulary } from '../src/evaluation/load.ts';
import { formatScoreboard } from '../src/evaluation/report.ts';

await runCommand({
  name: 'evaluate',
  summary:
    'Scores the extractor against positions that people marked: by default those of the five documents in content/evaluation.',
  options: {
    gold: { type: 'string', value: 'DIR', help: 'a folder with positions.jsonl and the documents it names' },
    json: { type: 'boolean', help: 'prints the scoreboard as one JSON object' },
  },
  examples: ['npm run evaluate', 'npm run evaluate -- --gold ../my-annotations --json'],
  run({ options }) {
    const documents = loadGold(options.gold ?? 'content/evaluation', 'content/sources');
    const progress = progressLine('documents');
    const board = evaluate(documents, loadVocabulary('content'), progress.step);
    progress.end();
    process.stdout.write(options.json ? `${JSON.stringify(board)}\n` : formatScoreboard(board));
    return board.total.unverifiable === 0 ? EXIT.ok : EXIT.problems;
  },
});
