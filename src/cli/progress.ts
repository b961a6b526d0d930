/**
 * Shows how far a long job is on one line of a terminal, once it has taken more than a second; elsewhere it says nothing.
 * Call the returned function as often as you like, and `end` it before printing anything else.
 */
export function progressLine(
  label: string,
  stream: NodeJS.WriteStream = process.stderr,
): { step(done: number, total?: number): void; end(): void } {
  const begun = performance.now();
  let shown = 0;
  return {
    step(done, total) {
      const now = performance.now();
      if (!stream.isTTY || now - begun < 1000 || now - shown < 100) return;
      shown = now;
      stream.write(
        `\r\x1b[K${label} ${done.toLocaleString('en')}${total === undefined ? '' : ` of ${total.toLocaleString('en')}`}`,
      );
    },
    end() {
      if (shown > 0) stream.write('\r\x1b[K');
    },
  };
}
