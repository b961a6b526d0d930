/**
 * What generated mail has in common with real list mail.
 *
 * Shares of encodings, charsets, flowed text, diffs, signatures and of answers without In-Reply-To were counted in samples of
 * up to 4,000 mails each of the public archives of linux-block, io-uring, ksummit-discuss, nvdimm and linux-api. Lengths,
 * header sizes and depths of quotation were counted in three whole public threads (123 mails of 1.7 to 9.8 kB: two of
 * linux-block and io-uring, one of a Mailman list). Thread sizes have the long tail of those lists: most mails stand alone or
 * in a patch series, a few threads hold more than fifty. Only these numbers are kept, no word of the mails.
 */
export const STATISTICS = {
  /** Lines of relay stamps and signatures in a header that came through list servers: median of 70 to 75 lines, 4 kB. */
  relays: { least: 3, most: 6 },
  /** Sentences that a writer adds: 11 lines in the median, 24 at nine of ten, 43 in the list with the longest mails. */
  ownSentences: { median: 7, spread: 0.8 },
  /** Share of a parent's lines that an answer keeps. */
  kept: { least: 0.25, most: 1 },
  /** Share of mail that carries a patch, and of patch lines in it (mail size: 8 to 13 kB in the mean). */
  patch: 0.35,
  /** Share of answers that leave out the patch they answer (9 to 17 of 100 mails quote one). */
  patchCut: 0.6,
  patchLines: { median: 130, spread: 0.7 },
  signature: 0.4,
  listFooter: 0.15,
  /** Messages of a thread, with their shares. */
  threadSizes: [
    { share: 0.4, least: 1, most: 1 },
    { share: 0.35, least: 2, most: 6 },
    { share: 0.2, least: 7, most: 25 },
    { share: 0.05, least: 26, most: 90 },
  ],
  /** Threads that are being written to at the same time. */
  openThreads: 40,
  /** Answers that say "Re:" and name no parent. */
  answerWithoutParent: 0.02,
  multipart: 0.03,
  quotedPrintable: 0.1,
  base64: 0.04,
  flowed: 0.08,
  noCharset: 0.3,
  latin1: 0.04,
  /** Names and subjects that need encoded words. */
  encodedWords: 0.06,
} as const;
