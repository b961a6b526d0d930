/** What can be wrong with a citation in some text, and with the corpus it is held against. */
export const CITING = Object.freeze({
  'citation-unknown': {
    title: 'No decision or position has the id that is cited.',
    mend: 'check the id; it has no I, L, O or U',
  },
  'citation-withdrawn': {
    title: 'What is cited was withdrawn.',
    mend: 'take the citation out or say that it was withdrawn',
  },
  'citation-moved': { title: 'What is cited is now a part of another record.', mend: 'cite that' },
  'citation-superseded': {
    title: 'A later record has taken the place of the one that is cited.',
    mend: 'read the later one, and cite it if it says what you rest on',
  },
  'citation-changed': {
    title: 'What is cited has changed since the version that is cited.',
    mend: 'read the newest version, and cite it if it still says what you rest on',
  },
  'citation-version-unknown': {
    title: 'The version that is cited was never released.',
    mend: 'cite a version that was released, or none',
  },
  'corpus-unreadable': {
    title: 'A file is not a published corpus.',
    mend: 'give the file api/v1/corpus.json of a built site, or run the command inside the project',
  },
  'commits-unreadable': {
    title: 'git gives no commits for a range.',
    mend: 'give a range of commits that git log knows, such as main..HEAD',
  },
} as const);
