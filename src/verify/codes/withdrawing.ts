/** What can keep words from being taken out; then nothing is written at all. */
export const WITHDRAWING = Object.freeze({
  'withdraw-unknown': {
    title: 'What is to be withdrawn is not there.',
    mend: 'give the id of a decision or position, or the Message-ID of a message in content/sources',
  },
  'withdraw-encoded': {
    title: 'Words that are to go stand in a source in an encoded form, and cannot be overwritten in their place.',
    mend: 'take the folder of the source out of content/sources and the positions that rest on it out of their records, and say in content/redirects.yaml what became of them',
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
