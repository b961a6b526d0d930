/**
 * The checks of the Linux kernel's `scripts/checkpatch.pl` on commit messages that a citation could run into, restated as rules
 * over lines, after Linux 6.12. Names are those of its warnings; see Documentation/dev-tools/checkpatch.rst.
 */
interface Rule {
  readonly name: string;
  readonly breaks: (line: string) => boolean;
}

/** Tags that may stand before an address. */
const LINK_TAGS = ['Link', 'Closes'];
const SIGNATURE =
  /^\s*(?:Signed-off-by|Co-developed-by|Acked-by|Reviewed-by|Tested-by|Suggested-by|Reported-by|Fixes|Link|Closes|To|Cc):/i;

const RULES: readonly Rule[] = [
  // Lines of at most 75 bytes; tags, and lines that begin with a path and a colon, are let through.
  {
    name: 'COMMIT_LOG_LONG_LINE',
    breaks: (line) => Buffer.byteLength(line) > 75 && !SIGNATURE.test(line) && !/^\s*(?:[\w.+-]*\/)+[\w.+-]+:/.test(line),
  },
  // An address behind a tag that is neither Link nor Closes.
  {
    name: 'COMMIT_LOG_USE_LINK',
    breaks: (line) => {
      const tag = /^\s*(\w+):\s*http/.exec(line)?.[1];
      return tag !== undefined && !LINK_TAGS.includes(tag);
    },
  },
  // A link tag with anything else than an http(s) address behind it.
  {
    name: 'COMMIT_LOG_WRONG_LINK',
    breaks: (line) => {
      const [, tag = '', value = ''] = /^\s*(\w+):\s*(\S+)/.exec(line) ?? [];
      return LINK_TAGS.includes(tag) && !/^https?:\/\//.test(value);
    },
  },
  // Git drops such a line as a comment.
  { name: 'COMMIT_COMMENT_SYMBOL', breaks: (line) => line.startsWith('#') },
  // Lines that could be taken for the patch itself.
  { name: 'DIFF_IN_COMMIT_MSG', breaks: (line) => /^\s+(?:--- a\/|\+\+\+ b\/|@@ -\d+,\d+ \+\d+,\d+ @@)|^\s*diff --git/.test(line) },
  // A commit named without its subject.
  {
    name: 'GIT_COMMIT_ID',
    breaks: (line) => /\bcommit\s+[0-9a-f]{5,}\b/i.test(line) || /(?:\s|^)[0-9a-f]{12,40}(?:[\s"'([]|$)/.test(line),
  },
];

/** The names of the checks a commit message breaks, each with its line. */
export function checkpatch(message: string): string[] {
  return message.split('\n').flatMap((line) => RULES.filter(({ breaks }) => breaks(line)).map(({ name }) => `${name}: ${line}`));
}
