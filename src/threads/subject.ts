/** What mailers in many languages put before the subject of an answer or of a forwarded mail. */
const PREFIX =
  /^(?:(?:re|aw|antw|antwort|sv|vs|vá|odp|ynt|ha|bls|res|rif|rép|rv|enc|tr|wg|fw|fwd|fyi|doorst|vl|továbbítás|回复|答复|回覆|转发|轉寄|ответ|на|отв|пересл|返信|転送|rückruf)(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3}|\*\d{1,3})?\s?[:：])\s*/iu;
const TAG = /^\[[^\][]{1,60}\]\s*/;
const ANSWER =
  /^(?:re|aw|antw|antwort|sv|vs|odp|ynt|res|rif|回复|答复|回覆|ответ|返信)(?:[[(^*]\d{1,3}[\])]?)?\s?[:：]/iu;

/**
 * The subject without what answering, forwarding and lists put around it, for comparing: prefixes and list tags in any order,
 * a trailing `(fwd)`, `(was: …)`, blanks and case.
 *
 * @example baseSubject('AW: [list] RE[2]: Raw devices (was: Caches)') → 'raw devices'
 */
export function baseSubject(subject: string): string {
  let rest = subject.slice(0, 1000).replace(/\s+/g, ' ').trim();
  for (let length = -1; length !== rest.length; ) {
    length = rest.length;
    rest = rest.replace(PREFIX, '');
    // A tag is all there is to some subjects.
    const untagged = rest.replace(TAG, '');
    if (untagged !== '') rest = untagged;
  }
  return rest
    .replace(/\s*\((?:fwd|was:? [^()]{0,200})\)\s*$/i, '')
    .trim()
    .toLowerCase();
}

/** Tells whether a subject says that its message is an answer. @example saysAnswer('[list] Re: x') → true */
export function saysAnswer(subject: string): boolean {
  return ANSWER.test(subject.trim().replace(TAG, ''));
}
