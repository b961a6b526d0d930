/** `wrote` in the languages that mailers speak, by language; each is a piece of a regular expression. */
const VERBS: Readonly<Record<string, string>> = {
  English: 'wrote|writes|said|says|asked|asks|replied|spake|commented|stated',
  German: 'schrieb|schreibt|schrieben|geschrieben',
  French: 'a [ée]crit|[ée]crit|[ée]crivait',
  Spanish: 'escribi[óo]|escribe',
  Portuguese: 'escreveu|escreve',
  Catalan: 'va escriure',
  Italian: 'ha scritto|scrisse|scrive',
  Romanian: 'a scris',
  Dutch: 'schreef',
  Scandinavian: 'skrev|skriver',
  Finnish: 'kirjoitti',
  Icelandic: 'skrifaði',
  Polish: 'napisa[łl](?:\\(a\\)|a)?|pisze',
  Czech: 'napsal(?:\\(a\\)|a)?',
  Slovak: 'nap[íi]sal(?:\\(a\\)|a)?',
  Croatian: '(?:je )?napisa(?:o/la|o|la)(?: je)?',
  Hungarian: '[íi]rta',
  Turkish: 'yazd[ıi]',
  Greek: 'έγραψε',
  Russian: 'пишет|писал(?:\\(а\\)|а)?|написал(?:\\(а\\)|а)?',
  Ukrainian: 'пише|написав|написала',
  Bulgarian: 'написа',
  Vietnamese: 'đã viết',
  Indonesian: 'menulis',
  Hebrew: 'כתבה?',
  Arabic: 'كتبت?',
};
/** Where no blank stands between words, the verb follows the name at once. */
const GLUED: Readonly<Record<string, string>> = {
  Chinese: '写道|寫道|写到|寫到',
  Japanese: '(?: ?さん)?(?:は|が)?(?:書きました|書いた)',
  Korean: '(?:님이|님께서)?\\s?(?:작성|쓴 글)',
};

/** A verb of writing with no letter beside it. */
export const VERB = new RegExp(
  `(?<!\\p{L})(?:${Object.values(VERBS).join('|')})(?!\\p{L})|(?:${Object.values(GLUED).join('|')})`,
  'giu',
);
