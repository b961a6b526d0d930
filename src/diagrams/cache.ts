import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { pathInside, readIfThere, writeFileAtomic } from '../files/write.ts';
import { sha256 } from '../model/digest.ts';
import { FONT } from './measure.ts';
import type { OutlineItem } from './outline.ts';
import type { RenderedDiagram } from './rendered.ts';

/** What of the project decides how a diagram looks, besides its text; the style sheet is applied by the page. */
const CODE = 'src/diagrams';
/** Libraries whose version decides it too. */
const LIBRARIES = ['mermaid', 'elkjs', 'fontkit'];

const Item: z.ZodType<OutlineItem> = z.lazy(() =>
  z.object({ text: z.string(), href: z.string().exactOptional(), children: z.array(Item) }),
);
const Kept: z.ZodType<RenderedDiagram> = z.object({
  svg: z.string(),
  outline: z.array(Item),
  width: z.number(),
  height: z.number(),
});

/** Pictures kept from one run to the next. */
export interface DiagramCache {
  /** The picture of that key, or null where there is none that can be read. */
  read(key: string): RenderedDiagram | null;
  write(key: string, diagram: RenderedDiagram): void;
}

/**
 * The pictures that earlier runs of this very code drew: one file each, in a folder named by the digest of all that decides how
 * a text is drawn, so that no picture outlives a change of code, font or library. A file that cannot be read counts as absent,
 * and one that cannot be written is drawn again next time.
 *
 * @param project The folder of the project, which holds `src/diagrams`.
 * @param folder Where pictures are kept.
 */
export function diagramCache(project: string, folder: string): DiagramCache {
  const home = join(folder, versionOf(project));
  let tidied = false;
  return {
    read(key) {
      try {
        const bytes = readIfThere(pathInside(home, `${key}.json`));
        return bytes === null ? null : (Kept.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null);
      } catch {
        return null;
      }
    },
    write(key, diagram) {
      try {
        if (!tidied) forgetOthers(folder, home);
        tidied = true;
        writeFileAtomic(pathInside(home, `${key}.json`), JSON.stringify(diagram));
      } catch {
        // A folder that cannot be written to costs time, nothing else.
      }
    },
  };
}

/** Deletes what other versions kept: nobody asks for it again. */
function forgetOthers(folder: string, home: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const other = join(folder, name);
    if (/^[0-9a-f]{64}$/.test(name) && other !== home) rmSync(other, { recursive: true, force: true });
  }
}

/** A digest of all that decides how a text is drawn: our code, the font, the versions of the libraries. */
function versionOf(project: string): string {
  const code = readdirSync(join(project, CODE))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(CODE, name));
  const manifests = LIBRARIES.map((name) => join('node_modules', name, 'package.json'));
  const digests = [...code, FONT, ...manifests].map((file) => sha256(readFileSync(join(project, file))));
  return sha256(digests.join('\n'));
}

let shared: DiagramCache | null | undefined;

/**
 * The cache of this project, in `node_modules/.cache/precedent/diagrams` or where `PRECEDENT_CACHE` says; null where the working
 * folder is in no project.
 */
export function projectCache(): DiagramCache | null {
  shared ??= openProjectCache();
  return shared;
}

function openProjectCache(): DiagramCache | null {
  for (let project = process.cwd(); ; project = dirname(project)) {
    if ([CODE, FONT, 'node_modules'].every((name) => existsSync(join(project, name)))) {
      const folder = process.env.PRECEDENT_CACHE ?? join(project, 'node_modules/.cache/precedent');
      return diagramCache(project, resolve(folder, 'diagrams'));
    }
    if (project === dirname(project)) return null;
  }
}
