/** What can be wrong with released versions, and stop a release. */
export const RELEASED = Object.freeze({
  'version-broken': {
    title: 'A released version is not as it was released.',
    mend: 'put the line back: versions are only ever added, by npm run release; of words taken out content/redirects.yaml says why',
  },
  'address-lost': {
    title: 'An id that was released stands nowhere any more, and nothing says what became of it.',
    mend: 'say in content/redirects.yaml what became of it, or add it to the aliases of the record it was merged into',
  },
  'release-backwards': {
    title: 'A release would be older than the one before it.',
    mend: 'release under a day that is not before the last release',
  },
} as const);
