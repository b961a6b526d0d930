import { quoteLabel } from '../escape.ts';

/** Park and Miller's minimal standard generator (1988): the same numbers for the same seed, everywhere. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 48_271 + 11;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const WORDS = ['raw', 'devices', 'O_DIRECT', 'RLIMIT_MEMLOCK', 'Backwards-compatible', 'a', 'userfaultfd', '漢字', '—', 'WWWW'];
const LINES = ['-->', '-.->', '==>', '---', '--x', '--o', '<-->'];
const KINDS = ['', ':::question', ':::option-adopted', ':::stance-opposes', ':::stance-asks', ':::unheard-of'];
const LONG = 'drivers/block/very_long_path_name/with_underscores/and.some.dots/core-file.c';

/** A flowchart of 3 to 42 nodes with circles, loops, double edges, long identifiers as labels, and every kind of line. */
export function randomFlowchart(seed: number): string {
  const next = numbers(seed + 1);
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const words = (most: number): string => Array.from({ length: 1 + next(most) }, () => pick(WORDS)).join(' ');
  const count = 3 + next(40);
  const lines = [`flowchart ${pick(['RL', 'LR', 'TB', 'BT'])}`];
  for (let node = 0; node < count; node += 1) {
    const label = next(8) === 0 ? [LONG] : Array.from({ length: 1 + next(3) }, () => words(9));
    lines.push(`  n${node}[${quoteLabel(label)}]${pick(KINDS)}`);
  }
  const edges = next(Math.ceil(count * 1.5));
  for (let edge = 0; edge < edges; edge += 1) {
    const label = next(3) === 0 ? '' : `|${quoteLabel([next(9) === 0 ? LONG : words(3)])}|`;
    lines.push(`  n${next(count)} ${pick(LINES)}${label} n${next(count)}`);
  }
  return lines.join('\n');
}
