import { readFileSync } from 'node:fs';
import type { MadeUp } from '../extraction/teach.ts';
import { Stance } from '../model/position.ts';

const FILE = new URL('../extraction/training/examples.txt', import.meta.url);

/** Reads the made-up sentences: on each line the first letter of a stance, a blank and the sentence; `#` begins a remark. */
export function parseMadeUp(text: string): MadeUp[] {
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('#') || line.trim() === '') return [];
    const stance = Stance.options.find((each) => each.charAt(0).toUpperCase() === line.charAt(0));
    if (stance === undefined || line.charAt(1) !== ' ') throw new RangeError(`no stance in front of: ${line}`);
    return [{ text: line.slice(2), stance }];
  });
}

/** The made-up sentences the project keeps for training. */
export function loadMadeUp(): MadeUp[] {
  return parseMadeUp(readFileSync(FILE, 'utf8'));
}
