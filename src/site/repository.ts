import { WebAddress } from '../model/primitives.ts';

/** Where a reader can correct a file and report an error. */
export interface Repository {
  /** The page on which a file is edited; null where it is not known how this host does that. */
  readonly edit: (file: string) => string | null;
  /** The page on which an error is reported, with a title and a text to begin with. */
  readonly report: (title: string, text: string) => string;
}

/** How a host lays out its addresses, after the address of the repository. */
interface Forge {
  readonly host: RegExp;
  readonly edit: (branch: string, file: string) => string;
  readonly report: (title: string, text: string) => string;
}

const FORGES: readonly Forge[] = [
  {
    host: /^github\.com$/,
    edit: (branch, file) => `/edit/${branch}/${file}`,
    report: (title, text) => `/issues/new?${query({ title, body: text })}`,
  },
  {
    host: /^gitlab\./,
    edit: (branch, file) => `/-/edit/${branch}/${file}`,
    report: (title, text) => `/-/issues/new?${query({ 'issue[title]': title, 'issue[description]': text })}`,
  },
  {
    host: /^codeberg\.org$/,
    edit: (branch, file) => `/_edit/${branch}/${file}`,
    report: (title, text) => `/issues/new?${query({ title, body: text })}`,
  },
];

/**
 * Reads where the repository is: `PRECEDENT_REPOSITORY` is its address, `PRECEDENT_BRANCH` the branch that people edit (`main`
 * unless given). Null where the address is not given. On a host that is not known both lead to the repository itself.
 *
 * @example repositoryAt('https://github.com/a/b')?.edit('x.mdx') → 'https://github.com/a/b/edit/main/x.mdx'
 * @throws Error where the address is none of http or https.
 */
export function repositoryAt(address: string | undefined, branch = 'main'): Repository | null {
  if (address === undefined || address.trim() === '') return null;
  const parsed = WebAddress.safeParse(address.trim());
  if (!parsed.success) throw new Error(`PRECEDENT_REPOSITORY is no web address: ${JSON.stringify(address)}`);
  const root = parsed.data.replace(/(?:\.git)?\/*$/, '');
  const forge = FORGES.find(({ host }) => host.test(new URL(root).hostname));
  if (forge === undefined) return { edit: () => null, report: () => root };
  const parts = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
  return {
    edit: (file) => root + forge.edit(parts(branch), parts(file)),
    report: (title, text) => root + forge.report(title, text),
  };
}

function query(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}

export const REPOSITORY = repositoryAt(process.env.PRECEDENT_REPOSITORY, process.env.PRECEDENT_BRANCH);
