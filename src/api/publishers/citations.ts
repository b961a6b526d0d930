import { citableIds, citedOf, FORMATS } from '../../citation/index.ts';
import type { Publisher } from '../publisher.ts';

/** One publisher for each citation format that has a file. */
export const citations: readonly Publisher[] = FORMATS.flatMap(({ name, label, extension, mediaType, write }) =>
  extension === null
    ? []
    : [
        {
          name: `cite-${name}`,
          about: `A citation as ${label}.`,
          pattern: `<ID>.${extension}`,
          *files(corpus) {
            for (const id of citableIds(corpus)) {
              const cited = citedOf(corpus, id);
              if (cited !== null) yield { path: `${id}.${extension}`, mediaType, body: write(cited) };
            }
          },
        } satisfies Publisher,
      ],
);

/** Everything citable in one bibliography. */
export const bibliography: Publisher = {
  name: 'bibliography',
  about: 'Every decision and position in one BibLaTeX file.',
  pattern: 'api/v1/precedent.bib',
  *files(corpus) {
    const biblatex = FORMATS.find(({ name }) => name === 'biblatex');
    const entries = citableIds(corpus).flatMap((id) => citedOf(corpus, id) ?? []);
    if (biblatex) {
      yield {
        path: 'api/v1/precedent.bib',
        mediaType: biblatex.mediaType,
        body: entries.map(biblatex.write).join('\n'),
      };
    }
  },
};
