import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * `npm test [-- VITEST-ARGUMENTS]`: runs Vitest and closes with a plain count, taken from its JSON report, for machines that read the last line.
 */
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
  success: z.boolean(),
});

const folder = mkdtempSync(join(tmpdir(), 'precedent-test-'));
const file = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
);
try {
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  // A suite that could not even load ran no test; it counts as one failure, or its silence would look like success.
  const failed =
    report.numFailedTests === 0 && !report.success ? Math.max(report.numFailedTestSuites, 1) : report.numFailedTests;
  process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0;
  console.log(`${report.numPassedTests} passed, ${failed} failed`);
} catch {
  process.exitCode = status === 0 ? 1 : (status ?? 1);
  console.log('0 passed, 1 failed');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
