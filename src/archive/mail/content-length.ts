const FIELD = Buffer.from('\nContent-Length:');
/** A length beyond this is not believed; what a stream must hold back to check one stays bounded. */
const LONGEST = 8_000_000;

/** Finds the lengths that mails of a mailbox declare, going forward. */
export interface DeclaredLengths {
  /** Where the body of the mail that begins at `start` ends by its own word, or null where it does not say. */
  endAfter(start: number): number | null;
}

/**
 * Reads Content-Length, by which the dialects mboxcl and mboxcl2 tell bodies from separators. Many lie, so the caller must see
 * that the next mail begins where one says. Offsets must be asked for in ascending order.
 */
export function declaredLengths(bytes: Buffer): DeclaredLengths {
  let field = bytes.indexOf(FIELD);
  return {
    endAfter(start) {
      if (field !== -1 && field < start) field = bytes.indexOf(FIELD, start);
      if (field === -1) return null;
      const body = bodyStart(bytes, start);
      if (body === -1 || field >= body) return null;
      const digits = /^\s*(\d{1,8})\s/.exec(
        bytes.toString('latin1', field + FIELD.length, field + FIELD.length + 20),
      )?.[1];
      const length = Number(digits ?? Number.NaN);
      return length <= LONGEST ? body + length : null;
    },
  };
}

/** No header is looked through further than this for its end. */
const LONGEST_HEADER = 100_000;

/** The offset behind the blank line of a header, or -1. */
function bodyStart(bytes: Buffer, start: number): number {
  const header = bytes.subarray(start, start + LONGEST_HEADER);
  const [lf, crlf] = [header.indexOf('\n\n'), header.indexOf('\n\r\n')];
  if (lf === -1 && crlf === -1) return -1;
  return crlf === -1 || (lf !== -1 && lf < crlf) ? start + lf + 2 : start + crlf + 3;
}
