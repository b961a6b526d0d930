import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagramCache } from './cache.ts';
import { FONT } from './measure.ts';

const KEY = 'a'.repeat(64);
const DIAGRAM = {
  svg: '<svg/>',
  outline: [{ text: 'a', href: '/x/', children: [{ text: 'b', children: [] }] }],
  width: 10,
  height: 20,
};

describe('pictures kept from one run to the next', () => {
  let project: string;
  let folder: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'precedent-cache-'));
    folder = join(project, 'kept');
    for (const file of [FONT, 'src/diagrams/draw.ts', ...['mermaid', 'elkjs', 'fontkit'].map(manifest)]) {
      mkdirSync(join(project, dirname(file)), { recursive: true });
      cpSync(file, join(project, file));
    }
  });
  afterEach(() => {
    rmSync(project, { recursive: true });
  });

  it('come back as they were drawn', () => {
    diagramCache(project, folder).write(KEY, DIAGRAM);
    expect(diagramCache(project, folder).read(KEY)).toEqual(DIAGRAM);
  });

  it('are not given for another text', () => {
    diagramCache(project, folder).write(KEY, DIAGRAM);
    expect(diagramCache(project, folder).read('b'.repeat(64))).toBeNull();
  });

  it.each(['src/diagrams/draw.ts', FONT, manifest('mermaid')])(
    'are drawn anew when %s changes, and the old ones go',
    (file) => {
      diagramCache(project, folder).write(KEY, DIAGRAM);
      writeFileSync(join(project, file), 'changed');
      const changed = diagramCache(project, folder);
      expect(changed.read(KEY)).toBeNull();
      changed.write(KEY, DIAGRAM);
      expect(readdirSync(folder)).toHaveLength(1);
    },
  );

  it.each(['', '{"svg":1}', 'no JSON', '[]'])('count as absent where the file holds %j', (text) => {
    const cache = diagramCache(project, folder);
    cache.write(KEY, DIAGRAM);
    const [version = ''] = readdirSync(folder);
    writeFileSync(join(folder, version, `${KEY}.json`), text);
    expect(cache.read(KEY)).toBeNull();
  });

  it('are simply not kept where the folder cannot be written, and no key leads out of it', () => {
    writeFileSync(folder, 'a file where the folder should be');
    const cache = diagramCache(project, folder);
    cache.write(KEY, DIAGRAM);
    expect(cache.read(KEY)).toBeNull();
    diagramCache(project, join(project, 'other')).write('../../out', DIAGRAM);
    expect(existsSync(join(project, 'out.json'))).toBe(false);
  });
});

function manifest(name: string): string {
  return `node_modules/${name}/package.json`;
}
