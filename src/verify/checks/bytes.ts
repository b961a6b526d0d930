import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';

/** The bytes of each source are those that were archived, and the reader that takes them is the one expected. */
export const bytes: Check = {
  counts: ['source', 'sources'],
  promise: 'byte for byte as archived',
  run({ sources }) {
    const findings = sources.flatMap(({ slug, file, metaFile, source, sha256, format, lineOf }) => {
      const changed =
        source.sha256 === sha256
          ? []
          : [finding('source-changed', `the digest is ${sha256}, archived was ${source.sha256}`, { file, id: slug })];
      if (source.format === format) return changed;
      const where = { file: metaFile, line: lineOf(['format']), id: slug };
      return [...changed, finding('source-format', `read as ${format}, not as ${source.format}`, where)];
    });
    return { checked: sources.length, findings };
  },
};
