import { finishSite } from '../src/build/finish.ts';
import { countPages, renderSite } from '../src/build/render.ts';
import { writeSchemas } from '../src/build/schemas.ts';
import { EXIT, runCommand } from '../src/cli/command.ts';
import { formatFinding } from '../src/model/problem.ts';
import { ARCHIVE } from '../src/offline/index.ts';
import { loadKnowledge } from '../src/records/load.ts';
import { plural, summariseUpdate } from '../src/records/summary.ts';
import { planUpdate, writeUpdate } from '../src/records/update.ts';
import { verifyKnowledge } from '../src/verify/index.ts';
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
    const update = await planUpdate('.');
    say(indent(summariseUpdate(update)));
    for (const file of writeUpdate('.', update)) say(`  wrote ${file}`);
    if (update.findings.length > 0) return stop(update.findings.map(formatFinding));

    say('Verify');
    const report = await verifyKnowledge('.');
    say(indent(summariseReport(report)));
    if (report.findings.length > 0) return stop([]);

    say('Render');
    const { index, published, packed, worker } = await renderSite(DIST, async (folder) =>
      finishSite(folder, await loadKnowledge('.')),
    );
    say(`  ${plural(countPages(DIST), 'page')}`);
    say(`  for machines: ${plural(published.files, 'file')}, ${Math.round(published.bytes / 1024)} kB`);
    const records = Object.entries(index.records)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ');
    say(`  search: ${records}; ${Math.round(index.gzipBytes / 1024)} kB compressed`);

    say(
      `  offline: ${DIST}/${ARCHIVE}, ${plural(packed.files, 'file')} whose links and anchors all lead somewhere, ${Math.round(packed.bytes / 1024)} kB; kept by a browser from the first visit on: ${Math.round(worker.shell / 1024)} kB of ${Math.round(worker.bytes / 1024)} kB`,
    );

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
