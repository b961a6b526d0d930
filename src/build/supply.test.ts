import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { normaliseSbom, readSbom, SBOM } from './sbom.ts';

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const Versions = z.record(z.string(), z.string());
const Package = z.object({ dependencies: Versions, devDependencies: Versions, optionalDependencies: Versions });
const Locked = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
});
const { packages } = z.object({ packages: z.record(z.string(), Locked) }).parse(JSON.parse(text('package-lock.json')));
const { dependencies, devDependencies, optionalDependencies } = Package.parse(JSON.parse(text('package.json')));
const direct = { ...dependencies, ...devDependencies, ...optionalDependencies };

/** The rows of the table in CONTRIBUTING: names of packages, and what it says of their licences and install scripts. */
function rows(guide: string): { names: string[]; licence: string; script: string }[] {
  const section = guide.slice(guide.indexOf('## Dependencies'));
  return section
    .slice(0, section.indexOf('\n## ', 5))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| package'))
    .map((line) => {
      const [, names = '', , licence = '', script = ''] = line.split('|').map((cell) => cell.trim());
      return { names: names.split(', '), licence, script };
    });
}

describe('what the project is made with', () => {
  const table = rows(text('CONTRIBUTING.md'));

  it('is pinned exactly', () => {
    for (const [name, version] of Object.entries(direct)) expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
  });

  it('stands in the table of CONTRIBUTING, each package once and no other', () => {
    expect(table.flatMap(({ names }) => names).sort()).toEqual(Object.keys(direct).sort());
  });

  it('has the licence that the table says', () => {
    for (const { names, licence } of table) {
      for (const name of names) {
        const own = packages[`node_modules/${name}`]?.license ?? '';
        for (const word of own.split(/[^\w.-]+/).filter((one) => /\d|MIT|ISC|BSD/.test(one)))
          expect(licence, name).toContain(word);
        expect(own, name).not.toBe('');
      }
    }
  });

  it('comes with the digest of its bytes, and with no install script but those the table names', () => {
    const scripts: string[] = [];
    for (const [path, { integrity, hasInstallScript }] of Object.entries(packages)) {
      if (path === '') continue;
      expect(integrity, path).toMatch(/^sha512-/);
      if (hasInstallScript) scripts.push(path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    }
    expect([...new Set(scripts)]).toEqual(
      table.filter(({ script }) => script !== 'none').flatMap(({ names }) => names),
    );
    expect(text('.npmrc')).toContain('ignore-scripts=true');
  });
});

describe('the list of parts that the site carries', () => {
  const { components } = readSbom(text(SBOM));

  it('names every package of the lockfile: npm run sbom writes it', () => {
    const locked = Object.entries(packages).flatMap(([path, { version = '' }]) =>
      path === '' ? [] : [`${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`],
    );
    expect([...new Set(components.map(({ name, version }) => `${name}@${version}`))].sort()).toEqual(
      [...new Set(locked)].sort(),
    );
    for (const { name, hashes } of components) expect(hashes?.[0]?.alg, name).toBe('SHA-512');
  });

  it('is the same wherever and whenever it is made', () => {
    const made = (serialNumber: string, timestamp: string, name: string, order: string[]) =>
      JSON.stringify({
        bomFormat: 'CycloneDX',
        serialNumber,
        metadata: { timestamp, tools: [{ version: timestamp }], component: { name } },
        components: order.map((one) => ({ 'bom-ref': one, name: one, version: '1' })),
      });
    const one = normaliseSbom(made('urn:uuid:1', '2026', 'here', ['a', 'b']), 'p');
    expect(normaliseSbom(made('urn:uuid:2', '2027', 'there', ['b', 'a']), 'p')).toBe(one);
    expect(text(SBOM)).not.toMatch(/"timestamp"|"serialNumber"/);
  });
});

const Workflow = z.object({
  permissions: z.object({}).strict(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

describe('each workflow', () => {
  const folder = new URL('../../.github/workflows/', import.meta.url);
  const files = readdirSync(folder);

  it.each(files)('%s pins its actions by digest and allows no more than it needs', (name) => {
    const { jobs } = Workflow.parse(parse(readFileSync(new URL(name, folder), 'utf8')));
    for (const { steps, permissions } of Object.values(jobs)) {
      for (const { uses, run } of steps) {
        if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
        // What others name a branch or a title must not become a command.
        expect(run ?? '').not.toContain('${{');
      }
      expect(
        Object.entries(permissions).filter(([what, how]) => how === 'write' && what !== 'pages' && what !== 'id-token'),
      ).toEqual([]);
    }
  });
});
