/** A text in all the shapes in which words may stand: as it is, out of quoted-printable, out of every run of base64. */
export function shapes(text: string): string[] {
  const quoted = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const runs = text.match(/[A-Za-z0-9+/]{16,}(?:\r?\n[A-Za-z0-9+/]+)*/g) ?? [];
  return [
    text,
    quoted,
    ...runs.flatMap((run) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1'))),
  ];
}
