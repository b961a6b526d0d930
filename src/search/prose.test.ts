import { describe, expect, it } from 'vitest';
import { proseOf } from './prose.ts';

describe('the prose of a record', () => {
  it('is its sentences, without headings, components and marks', () => {
    const body =
      '\n## What was at stake\n\nA *driver* uses `O_DIRECT`.<Rests on="editor" />\nIt pins (<Decision id="PREC-EVBAE" />) pages.\n\n<Position id="P7" />\n\n- one\n- two\n';
    expect(proseOf(body)).toEqual(['A driver uses O_DIRECT. It pins pages.', 'one', 'two']);
  });

  it.each(['', '<Rests', '{process.env.HOME}', '```mermaid\nflowchart LR\n  a --> b\n```'])(
    'of %j is nothing',
    (body) => {
      expect(proseOf(body)).toEqual([]);
    },
  );
});
