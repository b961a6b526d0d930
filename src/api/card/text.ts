import type { Cited } from '../../citation/index.ts';
import { longDate } from '../../site/dates.ts';

/** What the picture says, for who cannot see it. */
export function cardText(cited: Cited): string {
  return `${cited.words === null ? cited.question : `“${cited.words.exact}”`} ${captionOf(cited)}`;
}

/** The line below the text: whose words they are and when, or the title of the record. */
export function captionOf({ words, heading, version }: Cited): string {
  if (words === null) return version === null ? heading : `${heading}, version ${version}`;
  const when = `${words.dateOf === 'quoted' ? 'quoted ' : ''}${longDate(words.date)}`;
  return [words.holder, words.through ?? '', when].filter((part) => part !== '').join(', ');
}
