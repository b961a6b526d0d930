import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** The site while it is edited: where it is served, and how it is ended. */
export interface DevServer {
  readonly origin: string;
  readonly stop: () => void;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Serves the content of another folder as `npm run dev` does. Rejects with what the server said where it does not start. */
export async function serveContent(root: string): Promise<DevServer> {
  const port = await freePort();
  const args = ['node_modules/astro/bin/astro.mjs', 'dev', '--force', '--host', '127.0.0.1', '--port', String(port)];
  // Not as a test: Astro would keep to what it had read.
  const env = { ...process.env, PRECEDENT_ROOT: root, NODE_ENV: 'development', VITEST: undefined };
  const server: ChildProcess = spawn(process.execPath, args, { env });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('watching for file changes')) resolve();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => reject(new Error(said)));
  });
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.kill() };
}
