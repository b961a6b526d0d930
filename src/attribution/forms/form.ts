/** What an attribution line says: who wrote the quoted text below it. */
export interface Named {
  readonly name: string | null;
  readonly address: string | null;
  /** True where the line carries a date, which a sentence that merely looks alike does not. */
  readonly dated: boolean;
}

/** One way in which mailers introduce a quotation. */
export interface Form {
  readonly name: string;
  /** Reads the line (wrapped lines joined by a blank, at most 400 characters), or gives null. */
  readonly read: (text: string) => Named | null;
}
