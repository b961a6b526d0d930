/** What can keep words from being taken out; then nothing is written at all. */
export const WITHDRAWING = Object.freeze({
  'withdraw-unknown': {
    title: 'What is to be withdrawn is not there.',
    mend: 'give the id of a decision or position, or the Message-ID of a message in content/sources',
  },
  'withdraw-encoded': {
    title:
      'Words that are to go stand in a source behind markup or in a charset of several bytes, and cannot be overwritten in their place.',
    mend: 'take the folder of the source out of content/sources and the positions that rest on it out of their records, and say in content/redirects.yaml what became of them',
  },
  'withdraw-signed': {
    title: 'Words that are to go stand in a signed part, whose signature would no longer hold.',
    mend: 'say in the mail that it is not signed (multipart/mixed in the place of multipart/signed), note that in source.yaml, set its sha256 anew, and withdraw again',
  },
  'withdraw-shifts': {
    title: 'With the words overwritten, other lines of the source would be read otherwise.',
    mend: 'say in source.yaml, under speakers, who speaks on the lines named, and withdraw again',
  },
  'theme-alone': {
    title: 'A theme would be left with fewer than two positions.',
    mend: 'take the theme out of content/themes.yaml, or name other positions in it, and withdraw again',
  },
} as const);
