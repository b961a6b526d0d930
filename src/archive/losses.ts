/** Codes of what a reader mended or left aside by itself: worth saying, but no words are missing. */
const NO_LOSS: ReadonlySet<string> = new Set(['charset-guessed', 'data-enclosed', 'date-guessed']);

/** Tells whether something that was reported means that not everything could be read. */
export function isLoss({ code }: { readonly code: string }): boolean {
  return !NO_LOSS.has(code);
}
