import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** Every file of `content/` can be read and fits its schema, and there is something to verify at all. */
export const reading: Check = {
  counts: ['file', 'files'],
  promise: 'readable and as its schema says',
  run({ sources, records, findings }) {
    const empty =
      sources.length === 0
        ? [finding('nothing-checked', 'there are no sources to verify', { file: 'content/sources' })]
        : [];
    return { checked: sources.length * 2 + records.length, findings: [...findings, ...empty] };
  },
};
