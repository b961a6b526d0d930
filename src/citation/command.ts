import { type Command, EXIT, usageError } from '../cli/command.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { normaliseId } from '../model/id.ts';
import { PrecedentError } from '../model/problem.ts';
import { printable } from '../records/printable.ts';
import { citedOf } from './cited.ts';
import { FORMATS, formatNamed } from './formats/index.ts';

const NAMES = FORMATS.map(({ name }) => name).join(', ');

const OPTIONS = {
  format: { type: 'string', value: 'NAME', help: `one of ${NAMES}; text where none is named` },
  from: { type: 'string', value: 'FILE', help: 'reads this published api/v1/corpus.json' },
} as const;

/**
 * The command that prints citations.
 *
 * @param open Opens the corpus: the file that was named, or else the one the command belongs to.
 * @param called How it is called, where it is no script of the project.
 */
export function citeCommand(
  open: (from?: string) => Corpus | Promise<Corpus>,
  called?: string,
): Command<typeof OPTIONS> {
  const self = { name: 'cite', ...(called === undefined ? {} : { called }) };
  return {
    ...self,
    operands: 'ID…',
    summary:
      'Prints a citation of a decision or position. Ids may be typed in any case and with noughts before a number.',
    options: OPTIONS,
    examples: ['npm run cite -- PREC-7F3Q2-P3 --format kernel', 'npm run cite -- prec-7f3q2 --from corpus.json'],
    async run({ operands, options }) {
      const format = formatNamed(options.format ?? 'text');
      if (format === null) throw usageError(self, `there is no format ${options.format}; there are ${NAMES}`);
      if (operands.length === 0) throw usageError(self, 'no id is given');
      const ids = operands.map((typed) => {
        const id = normaliseId(typed);
        if (id === null)
          throw usageError(
            self,
            `${JSON.stringify(printable(typed, 60))} is no id such as PREC-7F3Q2 or PREC-7F3Q2-P3`,
          );
        return id;
      });
      const corpus = await open(options.from);
      const blocks = ids.map((id) => {
        // A record merged into another is cited as what it is now; the note goes where it is not copied along.
        const moved = corpus.gone.find((gone) => gone.id === id);
        if (moved?.kind === 'moved') process.stderr.write(`${id} is now part of ${moved.to}\n`);
        const cited = citedOf(corpus, moved?.kind === 'moved' && moved.to !== null ? moved.to : id);
        if (cited === null) {
          throw new PrecedentError({
            code: moved === undefined ? 'citation-unknown' : 'citation-withdrawn',
            what:
              moved === undefined
                ? 'no decision or position has this id'
                : `was withdrawn (${moved.code}): ${moved.reason}`,
            where: { file: options.from ?? 'content/decisions', id },
            mend:
              moved === undefined
                ? 'check the id; facts and arguments are cited with the record they stand in'
                : 'cite something else',
          });
        }
        return format.write(cited);
      });
      process.stdout.write(blocks.join('\n'));
      return EXIT.ok;
    },
  };
}
