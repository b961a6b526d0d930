import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrecedentError } from '../model/problem.ts';
import { pathInside, writeFileAtomic } from './write.ts';

describe('writing files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-write-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes once, then leaves equal bytes alone, and leaves no neighbour behind', () => {
    const file = join(folder, 'a/b.txt');
    expect(writeFileAtomic(file, 'ü')).toBe(true);
    expect(writeFileAtomic(file, Buffer.from('ü'))).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('ü');
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.txt']);
  });

  it.each(['../x', '/etc/passwd', 'a/../../x', '', '.', 'a\0b'])('refuses the way out that %j is', (name) => {
    expect(() => pathInside(folder, name)).toThrow(PrecedentError);
  });

  it('keeps a name that stays inside', () => {
    expect(pathInside(folder, 'a/../b')).toBe(join(folder, 'b'));
  });
});
