/** What can be wrong with an archive that is read, unpacked, mined or taken in. */
export const ARCHIVES = Object.freeze({
  'place-missing': { title: 'There is no such file or folder.', mend: 'check the path' },
  'place-unreadable': {
    title: 'A file or folder cannot be read, or not to its end.',
    mend: 'check its permissions, or fetch it again',
  },
  'place-special': {
    title: 'A path leads to a link or a device, which is not followed.',
    mend: 'give a file or a folder itself',
  },
  'document-too-large': {
    title: 'A document is larger than a source can be.',
    mend: 'take a conversation of it: --thread ID (npm run mine lists them)',
  },
  'path-outside': { title: 'A name leads out of its folder.', mend: 'give a name inside the folder' },
  'format-unknown': {
    title: 'No reader knows a document.',
    mend: 'give a mailbox, a mail or a saved archive page, or add a reader to src/archive',
  },
  'too-many-lines': {
    title: 'A text has more lines than can be held; what comes behind them was not read.',
    mend: 'look whether it is a mail at all; cut a document into several',
  },
  'mail-too-large': {
    title: 'A mail is larger than can be held.',
    mend: 'take the mail out of the mailbox, or look whether it is one',
  },
  'unpack-damaged': {
    title: 'Packed data is damaged; what comes before the damage was read.',
    mend: 'fetch the archive again, or go on with what was read',
  },
  'unpack-failed': {
    title: 'Packed data cannot be unpacked.',
    mend: 'unpack it with the program it was packed with, and give what comes out',
  },
  'parts-unfit': {
    title: 'Parts of an extraction that was shared out do not make one whole.',
    mend: 'run the missing or broken shards again, with the same files in the same order, and merge all parts of one run',
  },
  'git-failed': {
    title: 'git could not read a repository.',
    mend: 'check that git is installed and the repository is whole',
  },
  'mail-unreadable': { title: 'What should be a mail is none.', mend: 'compare with the archive it was taken from' },
  'nested-too-deep': {
    title: 'The parts of a mail lie deeper in each other than any mail program writes; the inner ones were not read.',
    mend: 'read the inner parts by hand, if they matter',
  },
  'charset-guessed': {
    title: 'A text is not in the character set it names, and was read as another.',
    mend: 'look over the letters that are no ASCII',
  },
  'date-guessed': {
    title: 'A mail does not say when it was sent; the date is that of its way or of the mailbox.',
    mend: 'nothing, unless the date matters',
  },
  'data-enclosed': {
    title: 'A file stands inside a text (uuencode, yEnc); it was left as it is.',
    mend: 'nothing, unless the file matters',
  },
  'text-sealed': {
    title: 'A text is encrypted, or wrapped in a signature, and was not read.',
    mend: 'decrypt the mail, and give that, if you may',
  },
  'mail-cut': {
    title: 'A mailbox ends in the middle of a mail; what is there was read.',
    mend: 'fetch the archive again, or go on with what was read',
  },
  'document-empty': { title: 'An archive holds no message.', mend: 'give an archive that holds one' },
  'date-unknown': { title: 'A document does not say when it was sent.', mend: 'say so with --date' },
  'list-unknown': { title: 'A document does not name its list.', mend: 'name the list with --list' },
  'name-taken': {
    title: 'The folder of a document is there, but cannot be read as a source.',
    mend: 'run npm run verify and mend or remove that folder',
  },
  'selection-empty': {
    title: 'Nothing in an archive fits what was asked for.',
    mend: 'look at what it holds: npm run mine',
  },
  'source-uneditable': {
    title: 'An address could not be added to a source without changing something else.',
    mend: 'write it under locators by hand',
  },
} as const);
