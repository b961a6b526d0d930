import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { z } from 'zod';

/** A browser to start: its program and what must stand in its environment. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Where Chrome or a relative of it usually stands; the first that exists is taken. */
const SYSTEM_BROWSERS: readonly string[] = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The parts of the npm package: the browser, a font for a machine without any, and the NSS libraries a bare Debian lacks. */
const PACKED = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/**
 * Finds the browser the tests run in: the one `PRECEDENT_CHROME` names, else on Linux x64 the one that npm installed, else
 * the system's Chrome. Throws an Error that says how to name one when there is none.
 */
export async function findChromium(): Promise<BrowserProgram> {
  const named = process.env.PRECEDENT_CHROME;
  if (named !== undefined && named !== '') return { executablePath: named, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked();
  const found = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (found === undefined) {
    throw new Error('no Chrome found: set PRECEDENT_CHROME to the path of a Chrome, Chromium or Edge');
  }
  return { executablePath: found, env: {} };
}

/** Unpacks the browser once per version, into a folder of its own that appears whole or not at all. */
async function unpacked(): Promise<BrowserProgram> {
  const home = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')));
  const cache = join(home, '../../.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const neighbour = mkdtempSync(join(cache, 'chromium-'));
    await inflateInto(neighbour, join(home, 'bin'));
    writeFileSync(join(neighbour, 'fonts.conf'), fontsConf(folder));
    try {
      renameSync(neighbour, folder);
    } catch (error) {
      // Another run was faster: its folder is as good.
      rmSync(neighbour, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** The package unpacks into the system's temporary folder only, and takes a half-written file there for a whole one. */
async function inflateInto(folder: string, packed: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    for (const name of PACKED) await inflate(join(packed, name));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function fontsConf(folder: string): string {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path}/font-cache</cachedir>
</fontconfig>
`;
}
