import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../files/write.ts';
import { type FuzzFinding, fixtureName } from './run.ts';

/** Every input that ever broke a promise: `npm test` feeds them again. */
const FIXTURES = 'src/fuzz/__fixtures__';

const Fixture = z.object({ target: z.string(), input: z.string(), error: z.string() });
export type Fixture = z.infer<typeof Fixture>;

/** Reads the kept findings in the order of their names. */
export function readFixtures(folder = FIXTURES): Fixture[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Fixture.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** Keeps a finding as a fixture. Returns the file. */
export function keepFinding({ target, input, error }: FuzzFinding, folder = FIXTURES): string {
  const file = join(folder, fixtureName({ target, input }));
  writeFileAtomic(file, `${JSON.stringify({ target, input, error }, null, 2)}\n`);
  return file;
}
