import type { AttributedMessage, Line } from '../../model/message.ts';
import type { FoundPosition } from '../../model/position.ts';

/** A message of one's own making: each line is a sentence of its own, from line `first` on. */
export function message(id: string, speaker: string, first: number, texts: readonly string[]): AttributedMessage {
  const lines = texts.map(
    (raw, index): Line => ({ number: first + index, column: 1, raw, prefix: 0, depth: 0, zone: 'prose', speaker, basis: 'header' }),
  );
  return {
    id,
    from: { name: speaker },
    fromBasis: 'header',
    dateText: null,
    date: null,
    subject: 'Re: [x] How to move the data',
    inReplyTo: null,
    references: [],
    lines,
  };
}

/** A position on one line of such a message, less some characters at its end. */
export function found(
  { id, from, lines }: AttributedMessage,
  line: number,
  change: Partial<FoundPosition> & { readonly less?: number } = {},
): FoundPosition {
  const { less = 0, ...fields } = change;
  const raw = lines.find(({ number }) => number === line)?.raw ?? '';
  return {
    start: { line, column: 1 },
    end: { line, column: raw.length - less },
    exact: raw.slice(0, raw.length - less),
    holder: from?.name ?? null,
    basis: 'header',
    stance: 'supports',
    term: 'pipe',
    option: 'pipe',
    question: 'What should be decided on “How to move the data”?',
    secondHand: false,
    hedge: 'none',
    confidence: 0.9,
    arguments: [],
    message: id,
    ...fields,
  };
}
