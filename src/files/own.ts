import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/**
 * Says why a path below a folder is no plain file of that folder, or null where it is one or is not there. A link may lead to
 * a file that is nobody else's business, and what stands in a project is published; a device or a pipe may never end. The
 * folder itself, and the first step below it, may be links: that is how people lay out their disks.
 *
 * @example notPlain('.', 'content/sources/x/message.txt') → 'message.txt is a link'
 */
export function notPlain(folder: string, path: string): string | null {
  const steps = path.split('/');
  for (let depth = 2; depth <= steps.length; depth += 1) {
    const stats = statusOf(join(folder, ...steps.slice(0, depth)));
    const name = steps[depth - 1] ?? '';
    if (stats === null) return null;
    if (stats.isSymbolicLink()) return `${name} is a link`;
    if (depth < steps.length && !stats.isDirectory()) return `${name} is no folder`;
    if (depth === steps.length && !stats.isFile()) return `${name} is no plain file`;
  }
  return null;
}

function statusOf(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}
