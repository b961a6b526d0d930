import type { Sentence } from './sentence.ts';

/** Words in a row that are compared: shorter runs are shared by chance. */
const SHINGLE = 4;
/** Part of a sentence's runs that must have been met before for it to be the same sentence, cut short or reflowed. */
const SAME = 0.7;

/** Remembers where words were met first, so that a sentence quoted again is known as the same. */
export interface Repeats {
  /** Enters a sentence under a number; the first to enter its words keeps them. */
  enter(sentence: Sentence, number: number): void;
  /** The number under which a sentence's words were entered first, or null where they are new. */
  find(sentence: Sentence): number | null;
}

/** An empty memory of sentences; entering and finding take time linear in the sentence. */
export function rememberSentences(): Repeats {
  const seen = new Map<string, number>();
  return {
    enter(sentence, number) {
      for (const shingle of shinglesOf(sentence)) if (!seen.has(shingle)) seen.set(shingle, number);
    },
    find(sentence) {
      const shingles = shinglesOf(sentence);
      const votes = new Map<number, number>();
      let met = 0;
      for (const shingle of shingles) {
        const number = seen.get(shingle);
        if (number === undefined) continue;
        met++;
        votes.set(number, (votes.get(number) ?? 0) + 1);
      }
      if (shingles.length === 0 || met < SAME * shingles.length) return null;
      let best: [number, number] | null = null;
      for (const entry of votes) if (best === null || entry[1] > best[1]) best = entry;
      return best === null ? null : best[0];
    },
  };
}

function shinglesOf(sentence: Sentence): string[] {
  const words = sentence.tokens.filter((token) => token.kind !== 'mark').map((token) => token.raw.toLowerCase());
  if (words.length < SHINGLE) return words.length === 0 ? [] : [`^${words.join(' ')}$`];
  return Array.from({ length: words.length - SHINGLE + 1 }, (_, index) =>
    words.slice(index, index + SHINGLE).join(' '),
  );
}
