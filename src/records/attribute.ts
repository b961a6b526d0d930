import { readArchive } from '../archive/index.ts';
import { attributeArchive } from '../attribution/index.ts';
import { keptOf } from '../kept/index.ts';
import { canonicalJson, sha256 } from '../model/digest.ts';
import type { Archive, AttributedMessage } from '../model/message.ts';
import type { SpeakerAnnotation } from '../model/source.ts';
import type { AttributedDocument } from './attributed-document.ts';

export type { AttributedDocument } from './attributed-document.ts';

/** Bytes of the largest document that is kept from one run to the next: kept, it is about four times as long. */
const LARGEST = 16_000_000;

/** What has been read in this process, by all it rests on. */
const documents = new Map<string, Promise<AttributedDocument>>();

/**
 * Reads and attributes a document of the project once: asked again with the same bytes and annotations, it gives the same object
 * in the same process, and an equal one in a later process with the same code (see `src/kept/`). Nothing stands for an address in
 * it. Rejects with a PrecedentError where no reader knows the bytes.
 */
export function attributeDocument(
  bytes: Uint8Array,
  name: string,
  annotations: readonly SpeakerAnnotation[] = [],
): Promise<AttributedDocument> {
  const key = documentKey(sha256(bytes), name, annotations);
  const known = documents.get(key);
  if (known !== undefined) return known;
  const reading = recall(key, bytes, name, annotations);
  documents.set(key, reading);
  return reading;
}

/** Names everything that the attribution of a document rests on, besides the code. */
export function documentKey(digest: string, name: string, annotations: readonly SpeakerAnnotation[]): string {
  return `${name}\0${digest}\0${canonicalJson(annotations.map((annotation) => ({ ...annotation })))}`;
}

async function recall(
  key: string,
  bytes: Uint8Array,
  name: string,
  annotations: readonly SpeakerAnnotation[],
): Promise<AttributedDocument> {
  const kept = bytes.length > LARGEST ? null : keptOf<AttributedDocument>('documents');
  const known = kept?.read(key);
  if (known != null) return known;
  const { messages, ...rest } = await attributeArchiveOnce(readArchive(bytes, name), annotations);
  const document = { ...rest, messages: messages.map(withoutMailbox) };
  kept?.write(key, document);
  return document;
}

/** What stands for an address holds within one run only, and is of no use once the lines have their speakers. */
function withoutMailbox(message: AttributedMessage): AttributedMessage {
  return message.from === null ? message : { ...message, from: { name: message.from.name } };
}

/** Attributes an archive that has been read, without remembering it: for documents that are looked at once. */
export async function attributeArchiveOnce(
  archive: Archive,
  annotations: readonly SpeakerAnnotation[],
): Promise<AttributedDocument> {
  const messages = await attributeArchive(archive, annotations);
  return { format: archive.format, messages, problems: archive.problems };
}
