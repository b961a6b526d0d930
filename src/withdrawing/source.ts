import type { AttributedMessage } from '../model/message.ts';
import { replacedInParts, type Unfit } from './encoded.ts';
import { cutsIn, replaced, replacementOf } from './overwrite.ts';
import type { Stretch } from './stretch.ts';

/**
 * Overwrites stretches in the bytes of a source, those of the text as it stands and those of parts that a transfer encoding
 * hides. All other bytes are what they were. Where that cannot be done the answer is why, and nothing is overwritten.
 */
export function overwrittenSource(
  source: Uint8Array,
  stretches: readonly Stretch[],
  messages: readonly AttributedMessage[],
): Buffer | Unfit {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const lines = messages.flatMap((message) => message.lines.filter(({ part }) => part === undefined));
  const open = cutsIn(
    bytes,
    stretches.filter(({ part }) => part === undefined),
    lines,
  );
  const hidden = replacedInParts(
    bytes,
    stretches.filter(({ part }) => part !== undefined),
    messages,
  );
  if (open === null) return 'encoded';
  if (typeof hidden === 'string') return hidden;
  return replaced(bytes, [...open.map(replacementOf), ...hidden]);
}
