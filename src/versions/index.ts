export { ADDRESS_LIST, addressesOf, readAddresses } from './addresses.ts';
export { changesBetween } from './changes.ts';
export { decisionOf, readHistories, versionFile } from './read.ts';
export { endOf, planRelease, type Release } from './release.ts';
export { sortKey } from './sort-key.ts';
export { substanceDigest } from './substance.ts';
export type { Change, Histories, Substance, Version } from './version.ts';
export { rowsOf, type VersionView, versionViews } from './view.ts';
export { writeRelease } from './write.ts';
