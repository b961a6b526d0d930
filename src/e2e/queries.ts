/** A query that people type, what it must find on this site, and how the same is found in the index from A to Z. */
export interface KnownQuery {
  readonly q: string;
  /** What the first hit must hold, as it is written there; null where the word is nowhere on the site. */
  readonly holds: RegExp | null;
  /** The letter of the index; the entry under it; what the page must hold to which the entry leads. */
  readonly letter: string;
  readonly entry: RegExp;
}

/**
 * Identifiers, names and phrases that search engines cut wrongly, in the spellings people use. Thirteen stand in the archive;
 * seven do not, and must be said not to.
 */
export const QUERIES: readonly KnownQuery[] = [
  { q: 'O_DIRECT', holds: /O_DIRECT/, letter: 'O', entry: /^O_DIRECT$/ },
  { q: 'odirect', holds: /O_DIRECT/, letter: 'O', entry: /^O_DIRECT$/ },
  { q: 'VM_NOTLB', holds: /VM_NOTLB/, letter: 'V', entry: /^VM_NOTLB$/ },
  { q: 'notlb', holds: /VM_NOTLB/, letter: 'V', entry: /^VM_NOTLB$/ },
  { q: 'per-VMA', holds: /per.vma/i, letter: 'P', entry: /^per-vma$/ },
  { q: 'perVMA', holds: /per.vma/i, letter: 'P', entry: /^per-vma$/ },
  { q: 'vm_insert_page()', holds: /vm_insert_page/, letter: 'V', entry: /^vm_insert_page\(\)$/ },
  { q: 'follow_page_mask', holds: /follow_page_mask/, letter: 'F', entry: /^follow_page_mask\(\)$/ },
  { q: '/dev/vring', holds: /\/dev\/vring/, letter: 'D', entry: /^\/dev\/vring$/ },
  { q: 'userfaultfd', holds: /userfaultfd/i, letter: 'U', entry: /^userfaultfd$/ },
  { q: 'Mach ports', holds: /Mach ports/, letter: 'M', entry: /^Mach ports$/ },
  { q: '"page cache"', holds: /page cache/, letter: 'P', entry: /^page cache$/ },
  { q: 'raw mode', holds: /raw mode/, letter: 'R', entry: /^raw mode$/ },
  { q: 'vm_flags', holds: null, letter: 'V', entry: /vm_?flags/i },
  { q: 'GFP_KERNEL|__GFP_NOWARN', holds: null, letter: 'G', entry: /GFP_/i },
  { q: '/dev/raw/raw1', holds: null, letter: 'D', entry: /raw1/i },
  { q: 'CVE-2024-1234', holds: null, letter: 'C', entry: /CVE/i },
  { q: '1a2b3c4', holds: null, letter: 'other', entry: /1a2b3c4/i },
  { q: 'Jérôme', holds: null, letter: 'J', entry: /J[eé]r[oô]me/i },
  { q: 'Größe', holds: null, letter: 'G', entry: /Gr(ö|o)(ß|ss)e/i },
];
