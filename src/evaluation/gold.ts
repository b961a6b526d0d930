import { z } from 'zod';
import { Polarity, Stance } from '../model/position.ts';
import { Place } from '../model/primitives.ts';
import { PrecedentError } from '../model/problem.ts';

/** A position a person marked: one line of `positions.jsonl`. */
export const GoldPosition = z.object({
  /** The document: a file beside `positions.jsonl`, or the slug of a source. */
  doc: z.string().min(1),
  id: z.string().min(1),
  start: Place,
  end: Place,
  /** The slice of the document, quote marks included, lines joined by a line feed. */
  raw: z.string().min(1),
  holder: z.string().nullable(),
  stance: Stance,
  option: z.string(),
  secondHand: z.boolean(),
  arguments: z.array(
    z.object({
      polarity: z.union([Polarity, z.literal('context')]),
      raw: z.string(),
      start: Place.optional(),
      end: Place.optional(),
    }),
  ),
  trap: z.string().optional(),
});
export type GoldPosition = z.infer<typeof GoldPosition>;

/** Reads `positions.jsonl`. Throws a PrecedentError `gold-invalid` that names the line. */
export function parseGold(text: string, file: string): GoldPosition[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const refuse = (what: string): PrecedentError =>
      new PrecedentError({
        code: 'gold-invalid',
        what,
        where: { file, line: index + 1 },
        mend: 'see content/evaluation/README.md for the fields',
      });
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw refuse('this line is no JSON');
    }
    const parsed = GoldPosition.safeParse(value);
    if (!parsed.success) throw refuse(z.prettifyError(parsed.error));
    return [parsed.data];
  });
}
