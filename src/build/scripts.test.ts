import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../files/write.ts';
import { minifyScripts } from './scripts.ts';

describe('the scripts of every page', () => {
  it('lose what only a reader of them needs, and do the same', () => {
    const dist = mkdtempSync(join(tmpdir(), 'precedent-scripts-'));
    const code =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a script that holds a template
      '// Says how many.\nglobalThis.many = (() => {\n  const number = 41;\n  return `${number + 1} – ß`;\n})();\n';
    writeFileAtomic(join(dist, 'scripts/a.js'), code);
    writeFileAtomic(join(dist, 'scripts/a.txt'), code);
    const saved = minifyScripts(dist);
    const short = readFileSync(join(dist, 'scripts/a.js'), 'utf8');
    expect(saved).toBe(Buffer.byteLength(code) - Buffer.byteLength(short));
    expect(saved).toBeGreaterThan(20);
    const world: { many?: string } = {};
    runInNewContext(short, world);
    expect(world.many).toBe('42 – ß');
    expect(readFileSync(join(dist, 'scripts/a.txt'), 'utf8')).toBe(code);
    rmSync(dist, { recursive: true });
  });
});
