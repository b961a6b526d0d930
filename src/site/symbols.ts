/** A letter, digits and letters joined by underscores, perhaps called: O_DIRECT, vm_insert_page(). */
const JOINED = /(?<![\w./-])_{0,2}[A-Za-z][A-Za-z0-9]{0,40}(?:_[A-Za-z0-9]{1,40}){1,8}(?:\(\))?(?![\w])/g;
/** A name that is called: epoll(). */
const CALLED = /(?<![\w./-])[a-z][a-z0-9]{1,40}\(\)/g;
/** An abbreviation of capitals: VFIO, NUMA, SR-IOV, TLB. Emphasis between asterisks is none. */
const CAPITALS = /(?<![\w./*#-])[A-Z]{2,10}(?:-[A-Z]{2,10})?(?![\w*]|-\d)/g;
/** A path from the root with two parts or more, or a file of code: /dev/raw/raw1, fs/ext4/inode.c. */
const PATH =
  /(?<![\w./:~-])(?:(?:\/[A-Za-z0-9_-]{1,40}){2,8}(?![\w/.-]*[\w/])|(?:[A-Za-z0-9_-]{1,40}\/){1,8}[A-Za-z0-9_-]{1,40}\.(?:[chS]|cc|py|rs)(?!\w))/g;
/** The number of a known weakness. */
const CVE = /(?<![\w-])CVE-\d{4}-\d{4,7}(?![\w-])/g;
/** A commit, or its beginning: hexadecimal digits, letters and figures among them. */
const COMMIT = /(?<![\w./-])(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[0-9a-f]{7,40}(?![\w-])/g;

/**
 * Finds identifiers, abbreviations, paths and commits in a text, each once, in the order of their places. Every pattern is bounded, so a
 * long line costs no more than its length.
 *
 * @example symbolsIn('add a VM_NOTLB flag, check it in follow_page_mask()') → ['VM_NOTLB', 'follow_page_mask()']
 */
export function symbolsIn(text: string): string[] {
  const found = [JOINED, CALLED, CAPITALS, PATH, CVE, COMMIT].flatMap((pattern) => [...text.matchAll(pattern)]);
  return [...new Set(found.sort((a, b) => a.index - b.index).map(([symbol]) => symbol))];
}
