import { readArchive } from '../archive/index.ts';
import { attributeArchive } from '../attribution/index.ts';
import { canonicalJson, sha256 } from '../model/digest.ts';
import type { Archive } from '../model/message.ts';
import type { SpeakerAnnotation } from '../model/source.ts';
import type { AttributedDocument } from './attributed-document.ts';
import { memo } from './memo.ts';

export type { AttributedDocument } from './attributed-document.ts';

/**
 * Reads and attributes a document once in a process: asked again with the same bytes and annotations, it gives the same
 * object. Rejects with a PrecedentError where no reader knows the bytes.
 */
export function attributeDocument(
  bytes: Uint8Array,
  name: string,
  annotations: readonly SpeakerAnnotation[] = [],
): Promise<AttributedDocument> {
  const key = `${name}\0${sha256(bytes)}\0${canonicalJson(annotations.map((annotation) => ({ ...annotation })))}`;
  const { documents } = memo();
  const known = documents.get(key);
  if (known !== undefined) return known;
  const reading = attributeOnce(bytes, name, annotations);
  documents.set(key, reading);
  return reading;
}

/** Reads and attributes a document without remembering it. */
async function attributeOnce(
  bytes: Uint8Array,
  name: string,
  annotations: readonly SpeakerAnnotation[],
): Promise<AttributedDocument> {
  return attributeArchiveOnce(await readArchive(bytes, name), annotations);
}

/** Attributes an archive that has been read, without remembering it: for documents that are looked at once. */
export async function attributeArchiveOnce(
  archive: Archive,
  annotations: readonly SpeakerAnnotation[],
): Promise<AttributedDocument> {
  const messages = await attributeArchive(archive, annotations);
  return { format: archive.format, messages, problems: archive.problems };
}
