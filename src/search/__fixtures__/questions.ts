import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Question = z.strictObject({ question: z.string(), doc: z.string(), words: z.string() });

/** Questions written from the sources alone, each with the words of the position that answers it. */
export const QUESTIONS = readFileSync('content/evaluation/questions.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => Question.parse(JSON.parse(line)));

/** The option with the position that answers must be among the first so many. */
export const RANK = 3;
