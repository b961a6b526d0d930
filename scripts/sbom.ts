import { spawnSync } from 'node:child_process';
import { normaliseSbom, readSbom, SBOM } from '../src/build/sbom.ts';
import { EXIT, runCommand, usageError } from '../src/cli/command.ts';
import { writeFileAtomic } from '../src/files/write.ts';

await runCommand({
  name: 'sbom',
  summary: `Writes the list of every package that the site is built and tested with, from the lockfile, to ${SBOM}. Run it after a change of dependencies.`,
  options: {},
  run() {
    const npm = process.env.npm_execpath;
    if (npm === undefined) throw usageError('sbom', 'it is npm that knows: call it as npm run sbom');
    const args = [npm, 'sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 100_000_000 });
    if (status !== 0) {
      process.stderr.write(stderr);
      return EXIT.problems;
    }
    const text = normaliseSbom(stdout, 'precedent');
    const changed = writeFileAtomic(SBOM, text);
    process.stdout.write(`${readSbom(text).components.length} packages, ${changed ? `wrote ${SBOM}` : 'as before'}\n`);
    return EXIT.ok;
  },
});
