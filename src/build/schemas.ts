import { join } from 'node:path';
import { writeFileAtomic } from '../files/write.ts';
import { schemaFiles } from '../model/schema.ts';

/** Writes the JSON Schemas of the nouns into a folder. Returns the names of the files that differed. */
export function writeSchemas(folder: string): string[] {
  return [...schemaFiles()].flatMap(([name, text]) => (writeFileAtomic(join(folder, name), text) ? [name] : []));
}
