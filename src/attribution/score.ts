import type { AttributedMessage, Basis } from '../model/message.ts';

/** A quoted line whose writer is certain. */
export interface CertainLine {
  readonly message: string;
  /** 1-based number among the lines of the message's text, header lines not counted. */
  readonly line: number;
  readonly author: string;
}

export interface Tally {
  readonly right: number;
  readonly unknown: number;
  readonly wrong: number;
}

export interface Score extends Tally {
  readonly byDepth: ReadonlyMap<number, Tally>;
  readonly byBasis: ReadonlyMap<Basis, Tally>;
  /** The lines that were given to another than their writer. */
  readonly mistakes: readonly { readonly certain: CertainLine; readonly speaker: string; readonly raw: string }[];
}

const NONE: Tally = { right: 0, unknown: 0, wrong: 0 };

/** Counts how many lines of certain writers were given to them, to nobody, or to another. */
export function scoreSpeakers(messages: readonly AttributedMessage[], certain: readonly CertainLine[]): Score {
  const bodies = new Map(
    messages.map((message) => [message.id, message.lines.filter((line) => line.zone !== 'header')]),
  );
  const byDepth = new Map<number, Tally>();
  const byBasis = new Map<Basis, Tally>();
  const mistakes: Score['mistakes'][number][] = [];
  let total = NONE;
  for (const one of certain) {
    const line = bodies.get(one.message)?.[one.line - 1];
    const speaker = line?.speaker ?? null;
    const outcome = speaker === null ? 'unknown' : sameName(speaker, one.author) ? 'right' : 'wrong';
    total = add(total, outcome);
    const depth = line?.depth ?? 0;
    byDepth.set(depth, add(byDepth.get(depth) ?? NONE, outcome));
    const basis = line?.basis ?? 'unknown';
    byBasis.set(basis, add(byBasis.get(basis) ?? NONE, outcome));
    if (outcome === 'wrong') mistakes.push({ certain: one, speaker: speaker ?? '', raw: line?.raw ?? '' });
  }
  return { ...total, byDepth, byBasis, mistakes };
}

function add(tally: Tally, outcome: keyof Tally): Tally {
  return { ...tally, [outcome]: tally[outcome] + 1 };
}

function sameName(a: string, b: string): boolean {
  const fold = (name: string): string =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return fold(a) === fold(b);
}
