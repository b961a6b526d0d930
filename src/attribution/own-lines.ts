import { countWords, TELLING_WORDS, wordsOf } from './wordings.ts';

/** A line that stands as its writer's own. */
export interface OwnLine {
  readonly message: string;
  readonly number: number;
  readonly author: string;
  readonly text: string;
}

interface Waiting extends OwnLine {
  readonly before: Waiting | undefined;
}

/**
 * The own lines of all messages of an archive. Very many are added and few are ever asked for: so they wait, sorted by how they
 * end, until somebody asks for one that ends so, and only then are those looked up by their words.
 */
export class OwnLines {
  private readonly waiting = new Map<number, Waiting>();
  private readonly byWords = new Map<string, OwnLine | 'several'>();

  add(ending: number, { message, number, author, text }: OwnLine): void {
    this.waiting.set(ending, { message, number, author, text, before: this.waiting.get(ending) });
  }

  /** The first line that says these words; null where several people wrote them, nobody, or they are too few to tell. */
  find(ending: number, words: string): OwnLine | null {
    if (countWords(words) < TELLING_WORDS) return null;
    this.sort(ending);
    const line = this.byWords.get(words);
    return line === undefined || line === 'several' ? null : line;
  }

  private sort(ending: number): void {
    const lines: OwnLine[] = [];
    for (let line = this.waiting.get(ending); line !== undefined; line = line.before) lines.push(line);
    this.waiting.delete(ending);
    for (const line of lines.reverse()) {
      const words = wordsOf(line.text);
      const known = this.byWords.get(words);
      if (known === undefined) this.byWords.set(words, line);
      else if (known !== 'several' && known.author !== line.author) this.byWords.set(words, 'several');
    }
  }
}
