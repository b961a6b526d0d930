/** A body without marks and quotations of some positions. */
export interface LighterBody {
  readonly body: string;
  /** Lines, counted from 1, of sentences that rested on nothing but what is gone. */
  readonly bare: readonly number[];
}

/**
 * Takes what names some positions out of our prose: a quotation goes with its line, a mark keeps what else it names; where
 * nothing is left of a mark, the sentence is the editors' own until they have looked at it.
 *
 * @example withoutMarks('So. <Rests on="P1 F2" />', 'PREC-7F3Q2', new Set(['P1'])).body → 'So. <Rests on="F2" />'
 */
export function withoutMarks(body: string, decision: string, gone: ReadonlySet<string>): LighterBody {
  const isGone = (name: string): boolean =>
    gone.has(name.startsWith(`${decision}-`) ? name.slice(decision.length + 1) : name);
  const bare: number[] = [];
  const lines = body.split('\n').map((line, index) => {
    const marked = line.replace(/<Rests\s+on="([^"]*)"\s*\/>/g, (mark, on: string) => {
      const names = on.split(/[\s,]+/).filter((name) => name !== '');
      const left = names.filter((name) => !isGone(name));
      if (left.length === names.length) return mark;
      if (left.length === 0) bare.push(index + 1);
      return `<Rests on="${left.length === 0 ? 'editor' : left.join(' ')}" />`;
    });
    return marked.replace(/<Position\s+id="([^"]*)"\s*\/>/g, (quotation, id: string) => (isGone(id) ? '' : quotation));
  });
  return { body: lines.join('\n'), bare };
}
