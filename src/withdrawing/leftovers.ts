import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Runs, repeats } from './copies.ts';

/** Texts of our own that may repeat what others said. */
const OURS = /^(?:[A-Z]+\.md|content\/.*\.(?:mdx|yaml|jsonl|md))$/;

/** Names the lines of our own texts that still repeat the words, for a person to reword. */
export function leftovers(root: string, runs: Runs): string[] {
  const top = readdirSync(root).filter((name) => OURS.test(name));
  const content = readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .map((name) => `content/${name.replaceAll('\\', '/')}`)
    .filter((name) => OURS.test(name));
  return [...top, ...content].sort().flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    // Prose is broken into lines anywhere: two at a time are looked at.
    return lines.flatMap((line, index) => {
      const here = repeats(line, runs) || repeats(`${lines[index - 1] ?? ''} ${line}`, runs);
      return here ? [`${file}:${index + 1}: our own text repeats the words`] : [];
    });
  });
}
