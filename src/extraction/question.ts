/** Marks that archives and mailers put before a subject: answers, forwards, tags in brackets. */
const MARKS = /^(?:\s*(?:re|aw|fwd?|sv|antw)(?:\[\d+\])?:\s*|\s*\[[^\]]{0,80}\]\s*)/i;

/** A subject without `Re:` and tags; the tags are kept where nothing else is left. */
export function plainSubject(subject: string): string {
  let plain = subject.replace(/\s+/g, ' ').trim();
  for (let next = plain.replace(MARKS, ''); next !== plain; next = plain.replace(MARKS, '')) {
    if (next.trim() === '') break;
    plain = next;
  }
  return plain.trim();
}

/**
 * Drafts the question a thread argues, from its subject; a person words it properly later.
 *
 * @example draftQuestion('Re: [RFC] Programming model for io_uring + eBPF') → 'What should be decided on “Programming model for io_uring + eBPF”?'
 */
export function draftQuestion(subject: string): string {
  const plain = plainSubject(subject);
  if (plain === '') return 'What should be decided?';
  return plain.endsWith('?') ? plain : `What should be decided on “${plain}”?`;
}
