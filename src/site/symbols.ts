/** A letter, digits and letters joined by underscores, perhaps called: O_DIRECT, vm_insert_page(). */
const JOINED = /(?<![\w./-])_{0,2}[A-Za-z][A-Za-z0-9]{0,40}(?:_[A-Za-z0-9]{1,40}){1,8}(?:\(\))?(?![\w])/g;
/** A name that is called: epoll(). */
const CALLED = /(?<![\w./-])[a-z][a-z0-9]{1,40}\(\)/g;
/** An abbreviation of capitals: VFIO, NUMA, SR-IOV, TLB. Emphasis between asterisks is none. */
const CAPITALS = /(?<![\w./*#-])[A-Z]{2,10}(?:-[A-Z]{2,10})?(?![\w*])/g;

/**
 * Finds identifiers and abbreviations in a text, each once, in the order of their places. Every pattern is bounded, so a
 * long line costs no more than its length.
 *
 * @example symbolsIn('add a VM_NOTLB flag, check it in follow_page_mask()') → ['VM_NOTLB', 'follow_page_mask()']
 */
export function symbolsIn(text: string): string[] {
  const found = [JOINED, CALLED, CAPITALS].flatMap((pattern) => [...text.matchAll(pattern)]);
  return [...new Set(found.sort((a, b) => a.index - b.index).map(([symbol]) => symbol))];
}
