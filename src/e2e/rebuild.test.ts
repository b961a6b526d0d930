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

/** Builds a project with a cache of pictures and gives the digest of every file of its site. */
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
  root = writeProject(folder, 5);
  const records = join(root, 'content/decisions');
  const [name = ''] = readdirSync(records).sort();
  decision = name.slice(0, 'PREC-00000'.length);
  const text = readFileSync(join(records, name), 'utf8');
  writeFileSync(join(records, name), `${text.slice(0, text.indexOf('\n---\n', 4))}\n---\n\n${PROSE}`);
  whole = build(root, cache);
}, 300_000);

it('gives the same site, byte for byte, whether pictures are drawn or taken from an earlier build', () => {
  expect(readdirSync(join(cache, 'diagrams'))).toHaveLength(1);
  const again = build(root, cache);
  expect(whole.size).toBeGreaterThan(100);
  expect([...again].filter(([name, digest]) => whole.get(name) !== digest)).toEqual([]);
  expect([...again.keys()]).toEqual([...whole.keys()]);
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
