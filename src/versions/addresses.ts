import type { Version } from './version.ts';

/** The list of every address ever released, one a line, under the site's base; only ever added to. */
export const ADDRESS_LIST = 'content/versions/addresses.txt';

/** The addresses that a released version gives its readers: the newest of its id, and this version itself. */
export function addressesOf({ id, version }: Pick<Version, 'id' | 'version'>): string[] {
  return [`${id}/`, `${id}/v/${version}/`];
}

/** Adds the addresses of new versions to the list; what stands in it keeps its place. */
export function extendAddresses(list: string, versions: readonly Version[]): string {
  const known = new Set(readAddresses(list));
  for (const version of versions) for (const address of addressesOf(version)) known.add(address);
  return known.size === 0 ? '' : `${[...known].join('\n')}\n`;
}

/** The addresses of a list, in its order. */
export function readAddresses(list: string): string[] {
  return list.split('\n').filter((line) => line !== '');
}
