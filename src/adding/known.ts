import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, writeFileAtomic } from '../files/write.ts';
import { Slug } from '../model/primitives.ts';
import { PrecedentError } from '../model/problem.ts';
import { Source } from '../model/source.ts';
import { editsBetween } from '../records/changes.ts';
import { applyEdits } from '../records/edit.ts';
import { conform, parseYaml } from '../records/yaml.ts';
import { lookInto } from './document.ts';

/** A source that is there already, as far as finding it again needs. */
export interface KnownSource {
  readonly slug: string;
  readonly sha256: string;
  /** The messages it holds: Message-IDs, its own from `source.yaml` among them, and digests where there are none. */
  readonly ids: ReadonlySet<string>;
}

/**
 * Reads what sources are there. One that cannot be read counts by its name alone; `npm run verify` tells what is wrong with it.
 *
 * @param folder The folder `content/sources`.
 */
export function knownSources(folder: string): KnownSource[] {
  if (!existsSync(folder)) return [];
  const slugs = readdirSync(folder).filter((name) => Slug.safeParse(name).success);
  return slugs.sort().flatMap((slug) => {
    const meta = readIfThere(join(folder, slug, 'source.yaml'));
    const bytes = readIfThere(join(folder, slug, 'message.txt'));
    if (meta === null || bytes === null) return [];
    const { value } = conform(Source, parseYaml(meta.toString('utf8'), slug), { file: slug });
    if (value === null) return [];
    const ids = idsOf(bytes, slug);
    if (value.messageId !== undefined) ids.add(value.messageId);
    return [{ slug, sha256: value.sha256, ids }];
  });
}

function idsOf(bytes: Uint8Array, slug: string): Set<string> {
  try {
    return new Set(lookInto(bytes, slug).pieces.flatMap(({ messages }) => messages.map(({ id }) => id)));
  } catch (error) {
    if (error instanceof PrecedentError) return new Set();
    throw error;
  }
}

/** Finds the source that holds a document already: the same bytes, or every one of its messages. */
export function holderOf(known: readonly KnownSource[], sha256: string, ids: readonly string[]): KnownSource | null {
  const same = known.find((source) => source.sha256 === sha256);
  if (same !== undefined) return same;
  return known.find((source) => ids.length > 0 && ids.every((id) => source.ids.has(id))) ?? null;
}

/**
 * Notes a further address of a source in its `source.yaml`; what people wrote there stays as it is. Returns whether it was new.
 * Throws a PrecedentError `source-uneditable` where the file cannot be changed without changing something else.
 */
export function addLocator(folder: string, slug: string, url: string): boolean {
  const file = join(folder, slug, 'source.yaml');
  const text = readIfThere(file)?.toString('utf8') ?? '';
  const { value } = conform(Source, parseYaml(text, file), { file });
  if (value === null || value.locators.some((locator) => locator.url === url)) return false;
  const relation = value.locators.some((locator) => locator.relation === 'page') ? 'copy' : 'page';
  const locator = { url, relation, checked: 'unconfirmed' };
  const list = value.locators.map((one) => ({ ...one, note: one.note ?? undefined }));
  try {
    const edited = applyEdits(text, editsBetween({ locators: list }, { locators: [...list, locator] }));
    if (conform(Source, parseYaml(edited, file), { file }).value?.locators.length === list.length + 1) {
      return writeFileAtomic(file, edited);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new PrecedentError({
    code: 'source-uneditable',
    what: 'the address could not be added without changing something else',
    where: { file },
    mend: `write it under locators by hand: ${url}`,
  });
}
