import { finishSite } from '../src/build/finish.ts';
import { countPages, renderSite } from '../src/build/render.ts';
import { writeSchemas } from '../src/build/schemas.ts';
import { EXIT, runCommand } from '../src/cli/command.ts';
import { sweepKept } from '../src/kept/index.ts';
import { count } from '../src/model/count.ts';
import { formatFinding } from '../src/model/problem.ts';
import { ARCHIVE } from '../src/offline/index.ts';
import { summariseUpdate } from '../src/records/summary.ts';
import { planUpdateOf, writeUpdate } from '../src/records/update.ts';
import { newEdition } from '../src/site/edition.ts';
import { loadContent, loadReport } from '../src/site/load.ts';
import { ROOT } from '../src/site/root.ts';
import { summariseReport } from '../src/verify/report.ts';

const DIST = 'dist';

await runCommand({
  name: 'build',
  summary:
    'Extracts, verifies, renders and indexes: everything from content/ to dist/. Stops where verification fails.',
  options: {},
  changes: () => true,
  async run() {
    writeSchemas('public/schema');

    say('Extract');
    const update = planUpdateOf(await loadContent());
    say(indent(summariseUpdate(update)));
    const written = writeUpdate(ROOT, update);
    for (const file of written) say(`  wrote ${file}`);
    // The pages are made from what is read here; it is read again only where it has changed.
    if (written.length > 0) newEdition();
    if (update.findings.length > 0) return stop(update.findings.map(formatFinding));

    say('Verify');
    const report = await loadReport();
    say(indent(summariseReport(report)));
    if (report.findings.length > 0) return stop([]);

    say('Render');
    const { index, published, packed, worker } = await renderSite(DIST, async (folder) =>
      finishSite(folder, DIST, await loadContent()),
    );
    say(`  ${count(countPages(DIST), 'page')}`);
    say(`  for machines: ${count(published.files, 'file')}, ${Math.round(published.bytes / 1024)} kB`);
    const records = Object.entries(index.records)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ');
    say(`  search: ${records}; ${Math.round(index.gzipBytes / 1024)} kB compressed`);

    say(
      `  offline: ${DIST}/${ARCHIVE}, ${count(packed.files, 'file')} whose links and anchors all lead somewhere, ${Math.round(packed.bytes / 1024)} kB; kept by a browser from the first visit on: ${Math.round(worker.shell / 1024)} kB of ${Math.round(worker.bytes / 1024)} kB`,
    );

    sweepKept();

    say(`\nThe site is in ${DIST}/. To look at it: npm run preview, then open http://localhost:4321/`);
    return EXIT.ok;
  },
});

function say(text: string): void {
  process.stdout.write(`${text.trimEnd()}\n`);
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}

function stop(lines: readonly string[]): typeof EXIT.problems {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.stderr.write('Nothing was rendered: mend the above first.\n');
  return EXIT.problems;
}
