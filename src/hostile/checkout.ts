import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../model/digest.ts';

/** The project itself: this file stands two folders below it. */
export const PROJECT = join(import.meta.dirname, '../..');

/** What a build needs: folders, and every file beside them; installed packages are shared. */
function everyPart(): string[] {
  const files = readdirSync(PROJECT, { withFileTypes: true }).filter(
    (one) => one.isFile() && !one.name.startsWith('.'),
  );
  return ['src', 'scripts', 'public', 'content', ...files.map(({ name }) => name)];
}

/** What a command is started with: nothing of what a test runner says about itself, which a build would heed. */
export const PLAIN_ENV: NodeJS.ProcessEnv = {
  ...Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'SystemRoot'].map((name) => [name, process.env[name]])),
  // A run does all its work, whatever an earlier one did.
  PRECEDENT_CACHE: '',
};

/** A copy of the project in a folder of its own, whose commands can be broken off without harm to the real one. */
export class Checkout {
  readonly root = mkdtempSync(join(tmpdir(), 'precedent-checkout-'));

  constructor(parts: readonly string[] = everyPart()) {
    for (const part of parts) cpSync(join(PROJECT, part), join(this.root, part), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(this.root, 'node_modules'));
  }

  script(name: string): string {
    return join(this.root, 'scripts', `${name}.ts`);
  }

  /** The files of a folder with their digests, in the order of their names. */
  state(...folders: readonly string[]): ReadonlyMap<string, string> {
    return new Map(folders.flatMap((folder) => this.#below(folder)).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #below(folder: string): [string, string][] {
    const all = readdirSync(join(this.root, folder), { recursive: true, withFileTypes: true });
    return all
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(this.root.length + 1), sha256(readFileSync(path))]);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
