import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, PrecedentError } from '../model/problem.ts';
import { CITING } from '../verify/codes/citing.ts';
import type { Text } from './check.ts';

/** Files larger than this are not looked through; they are reported. */
const LARGEST = 32 * 1024 * 1024;
/** Folders that hold no text of the project itself. */
const PASSED_OVER = new Set(['.git', 'node_modules', '.hg', '.svn']);

/**
 * Gives the texts of files and folders, in the order of names; binary files (with a NUL in their first 8,000 bytes, as git
 * judges) are passed over, links are not followed. What cannot be read is told to `report`.
 */
export function* fileTexts(paths: readonly string[], report: (finding: Finding) => void): Generator<Text> {
  for (const path of paths) {
    try {
      const stat = lstatSync(path);
      if (stat.isDirectory()) {
        const names = readdirSync(path).filter((name) => !PASSED_OVER.has(name));
        yield* fileTexts(
          names.sort().map((name) => join(path, name)),
          report,
        );
      } else if (stat.isFile() && stat.size > LARGEST) report(unreadable(path, 'larger than 32 MiB'));
      else if (stat.isFile()) {
        const bytes = readFileSync(path);
        if (!bytes.subarray(0, 8000).includes(0)) yield { name: path, text: bytes.toString('utf8') };
      }
    } catch (error) {
      report(unreadable(path, error instanceof Error ? error.message : String(error)));
    }
  }
}

function unreadable(file: string, what: string): Finding {
  return { code: 'file-unreadable', what, where: { file }, mend: 'give a file or folder that can be read' };
}

/** The messages of the commits in a range, such as `main..HEAD`. Throws a PrecedentError where git does not know the range. */
export function commitTexts(range: string, folder = '.'): Text[] {
  const args = ['log', '-z', '--format=%h%n%B', '--end-of-options', range, '--'];
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined || status !== 0) {
    throw new PrecedentError({
      code: 'commits-unreadable',
      what: (error?.message ?? stderr.trim().split('\n')[0]) || 'git gave no commits',
      where: { file: range },
      mend: CITING['commits-unreadable'].mend,
    });
  }
  return stdout
    .split('\0')
    .filter((record) => record !== '')
    .map((record) => {
      const end = record.indexOf('\n');
      return { name: `commit ${record.slice(0, end)}`, text: record.slice(end + 1) };
    });
}
