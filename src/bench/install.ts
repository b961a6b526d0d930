import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../files/write.ts';

/** A program that something here is compared with. */
export interface Rival {
  readonly name: string;
  readonly version: string;
  /** What goes into its `package.json` beside what every one has. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Other files it needs to run, by their path. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Installs a rival into a folder of its own with npm, unless it is there. Returns null when that worked, else the reason: the
 * registry may be out of reach.
 */
export function installRival(folder: string, { name, version, manifest, files = {} }: Rival): string | null {
  const done = join(folder, 'installed');
  if (existsSync(done) && readFileSync(done, 'utf8') === version) return null;
  writeFileAtomic(
    join(folder, 'package.json'),
    JSON.stringify({ name: `${name.toLowerCase()}-bench`, private: true, ...manifest }),
  );
  for (const [path, text] of Object.entries(files)) writeFileAtomic(join(folder, path), text);
  const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
  });
  if (status !== 0) return `npm could not install ${name}: ${stderr.trim().split('\n')[0] ?? ''}`;
  writeFileAtomic(done, version);
  return null;
}
