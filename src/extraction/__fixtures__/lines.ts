import type { AttributedMessage, Line } from '../../model/message.ts';

/** Makes attributed prose lines from text as it stands in a mail; `>` marks count as depth. For tests only. */
export function proseLines(text: string, speakers: readonly (string | null)[] = ['Ann']): Line[] {
  return text.split('\n').map((raw, index) => {
    const prefix = /^(?:> ?)*/.exec(raw)?.[0] ?? '';
    const depth = prefix.replace(/[^>]/g, '').length;
    const speaker = speakers[depth] ?? null;
    return {
      number: index + 1,
      column: 1,
      raw,
      prefix: prefix.length,
      depth,
      zone: 'prose',
      speaker,
      basis: depth === 0 ? 'header' : 'attribution',
    };
  });
}

/** Makes a message of attributed lines. For tests only. */
export function messageOf(lines: readonly Line[], id = '<1@example.org>'): AttributedMessage {
  return {
    id,
    from: { name: 'Ann' },
    fromBasis: 'header',
    dateText: null,
    date: null,
    subject: 'Re: [PATCH] A faster path for small reads',
    inReplyTo: null,
    references: [],
    lines,
  };
}
