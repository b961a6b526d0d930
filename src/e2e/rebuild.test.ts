import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeProject } from '../bench/corpus/project.ts';
import { sha256 } from '../model/digest.ts';

const PROJECT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'precedent-rebuild-'));
const workshop = join(folder, 'workshop');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a project with what is kept in a folder, where that has a name, and gives the digest of every file of its site. */
function build(root: string, cache: string): ReadonlyMap<string, string> {
  const { status, stderr } = spawnSync(process.execPath, ['src/bench/jobs/site.ts', workshop], {
    cwd: PROJECT,
    // The test runner's own variables would make Astro think that it develops.
    env: { PATH: process.env.PATH, PRECEDENT_ROOT: root, PRECEDENT_CACHE: cache, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const dist = join(workshop, 'dist');
  const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(dist, name)).isFile(),
  );
  return new Map(names.sort().map((name) => [name, sha256(readFileSync(join(dist, name)))]));
}

const KINDS = ['documents', 'positions', 'records', 'diagrams', 'archive'] as const;

/** How many entries of a kind are kept, all of one version. */
function kept(kind: (typeof KINDS)[number]): number {
  const versions = readdirSync(join(cache, kind));
  expect(versions).toHaveLength(1);
  return readdirSync(join(cache, kind, versions[0] ?? '')).length;
}

function change(file: string, edit: (text: string) => string): void {
  const before = readFileSync(join(root, file), 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(join(root, file), after);
}

/** Prose with everything that a body may hold. */
const PROSE = `## What \`stays\`, and *what* goes

One is *stressed*, **strong**, ~~struck~~ and \`x < y\`,\\
beside [a place][Place] and [a question](https://example.org/a?b=1&c=2).<Rests on="editor" />

3. The third.<Rests on="P1 editor" />
4. The fourth.<Rests on="F1" />

- [x] Done.<Rests on="editor" />
- [ ] Not done.<Rests on="editor" />

| what | how many |
|---|--:|
| rings<Rests on="editor" /> | 2 |

---

\`\`\`c
if (a < b && "c") return;
\`\`\`

\`\`\`mermaid
flowchart LR
  a["1 < 2"] --> b["two"]
\`\`\`

## What \`stays\`, and *what* goes

<Position id="P1" />

Of <Term id="term-1">rings with *words*</Term> and <Term id="term-2" />.<Rests on="editor" />

<Diagram />

[place]: https://example.org/place
`;

let root: string;
let decision: string;
let whole: ReadonlyMap<string, string>;
const cache = join(folder, 'cache');

beforeAll(() => {
  root = writeProject(folder, 5, 1);
  const records = join(root, 'content/decisions');
  const [name = ''] = readdirSync(records).sort();
  decision = name.slice(0, 'PREC-00000'.length);
  const text = readFileSync(join(records, name), 'utf8');
  writeFileSync(join(records, name), `${text.slice(0, text.indexOf('\n---\n', 4))}\n---\n\n${PROSE}`);
  whole = build(root, cache);
}, 300_000);

it('gives the same site, byte for byte, whether all is made or what has not changed comes from an earlier build', () => {
  const before = Object.fromEntries(KINDS.map((kind) => [kind, kept(kind)]));
  expect(before).toMatchObject({ documents: 6, positions: 6, records: 5, archive: 1 });
  expect(before.diagrams).toBeGreaterThan(5);
  change(
    'content/sources/source-5/message.txt',
    (text) => `${text}\nI think we should keep it, because it is simple.\n`,
  );
  const digest = sha256(readFileSync(join(root, 'content/sources/source-5/message.txt')));
  change('content/sources/source-5/source.yaml', (text) => text.replace(/^sha256: .*$/m, `sha256: ${digest}`));
  const name = readdirSync(join(root, 'content/decisions')).sort().at(-1);
  change(`content/decisions/${name}`, (text) => text.replace(/^title: .*$/m, 'title: Another title'));
  const incremental = build(root, cache);
  expect({ ...before, documents: kept('documents'), positions: kept('positions'), records: kept('records') }).toEqual({
    ...before,
    documents: 7,
    positions: 7,
    records: 6,
  });
  const full = build(root, '');
  expect(full.size).toBeGreaterThan(100);
  expect([...full].filter(([file, one]) => incremental.get(file) !== one)).toEqual([]);
  expect([...incremental.keys()]).toEqual([...full.keys()]);
  expect([...full].filter(([file, one]) => whole.get(file) !== one).length).toBeGreaterThan(5);
}, 300_000);

it('draws all that prose may hold, and runs none of it', () => {
  const html = readFileSync(join(workshop, 'dist', decision, 'index.html'), 'utf8');
  const account = /<section class="section account"[\s\S]*?<section class="section positions"/.exec(html)?.[0] ?? '';
  const prose = account.replace(/\s+/g, ' ').replace(/> </g, '><');
  for (const part of [
    '<h2 id="what-stays-and-what-goes">What <code>stays</code>, and <em>what</em> goes</h2>',
    '<h2 id="what-stays-and-what-goes-1">',
    '<em>stressed</em>, <strong>strong</strong>, <del>struck</del> and <code>x &lt; y</code>,<br>',
    '<a href="https://example.org/place">a place</a> and <a href="https://example.org/a?b=1&amp;c=2">a question</a>',
    '<ol start="3"><li>The third.<span class="rests">[<a href="#P1">P1</a> editor’s note]</span></li>',
    '<ul><li>☑ Done.',
    '<li>☐ Not done.',
    '<th scope="col" class="number">how many</th>',
    '<td class="number">2</td>',
    '<hr>',
    '<pre translate="no"><code>if (a &lt; b &amp;&amp; &quot;c&quot;) return; </code></pre>',
    'The diagram as text',
    '<figure class="in-prose"><blockquote',
    '<a href="/terms/term-1/">rings with <em>words</em></a>',
    '<a href="#map">The argument map of this record</a>',
  ])
    expect(prose).toContain(part);
});
