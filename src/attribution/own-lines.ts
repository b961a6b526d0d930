import { Endings } from './endings.ts';
import { countWords, TELLING_WORDS, wordsOf } from './wordings.ts';

/** Where words stand as their writer's own. */
export interface OwnLine {
  readonly message: string;
  readonly number: number;
  readonly author: string;
}

/**
 * The own lines of all messages of an archive. Very many are added and few are ever asked for: so they wait by their endings,
 * in columns, and only those that somebody may mean are looked up by their words.
 */
export class OwnLines {
  private readonly endings: Endings;
  private readonly texts: string[] = [];
  private readonly numbers: number[] = [];
  private readonly mails: number[] = [];
  private readonly sources: Omit<OwnLine, 'number'>[] = [];
  private readonly byWords = new Map<string, OwnLine | 'several'>();

  /** For an archive of about so many lines. */
  constructor(lines: number) {
    this.endings = new Endings(lines);
  }

  /** Begins the lines of the next message. */
  begin(message: string, author: string): void {
    this.sources.push({ message, author });
  }

  /** Adds a line of the message that was begun last. */
  add(ending: number, text: string, number: number): void {
    this.endings.add(ending);
    this.texts.push(text);
    this.numbers.push(number);
    this.mails.push(this.sources.length - 1);
  }

  /** The first line that says these words; null where several people wrote them, nobody, or they are too few to tell. */
  find(ending: number, words: string): OwnLine | null {
    if (countWords(words) < TELLING_WORDS) return null;
    for (const line of this.endings.take(ending)) this.lookUp(line);
    const found = this.byWords.get(words);
    return found === undefined || found === 'several' ? null : found;
  }

  private lookUp(line: number): void {
    const source = this.sources[this.mails[line] ?? -1];
    if (source === undefined) return;
    const words = wordsOf(this.texts[line] ?? '');
    const known = this.byWords.get(words);
    if (known === undefined) this.byWords.set(words, { ...source, number: this.numbers[line] ?? 0 });
    else if (known !== 'several' && known.author !== source.author) this.byWords.set(words, 'several');
  }
}
