import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { dataOf, lessonsOf } from '../src/evaluation/evaluate.ts';
import { loadGold } from '../src/evaluation/load.ts';
import { loadMadeUp } from '../src/evaluation/made-up.ts';
import { teach } from '../src/extraction/teach.ts';
import { formatWeights } from '../src/extraction/weights.ts';
import { writeFileAtomic } from '../src/files/write.ts';

const TARGET = 'src/extraction/weights.json';

await runCommand({
  name: 'train',
  operands: 'DIR',
  summary: `Learns the extractor's weights from a folder with positions.jsonl and the documents it names, and writes ${TARGET}.`,
  options: {},
  run({ operands }) {
    const [folder] = operands;
    if (folder === undefined || operands.length > 1) throw usageError('train', 'name one folder');
    const documents = loadGold(folder, 'content/sources');
    const weights = teach(lessonsOf(documents), loadMadeUp(), dataOf(documents));
    const written = writeFileAtomic(TARGET, formatWeights(weights));
    const features = Object.keys(weights.sequence).length + Object.keys(weights.stance).length;
    process.stdout.write(
      `${written ? 'Wrote' : 'Left unchanged'} ${TARGET}: ${features} features learnt from ${weights.data.positions} positions in ${documents.length} documents.\n`,
    );
    return EXIT.ok;
  },
});
