import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pathInside } from '../files/write.ts';

/** A folder served over http on this machine alone. */
export interface FolderServer {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

/**
 * Serves a built site the way a plain static host does: a folder's `index.html` under its address with a slash, a redirect
 * to that address without one, `404.html` with status 404 for what is not there. GET and HEAD only, this machine only.
 */
export async function serveFolder(root: string): Promise<FolderServer> {
  const server = createServer((request, response) => {
    answer(root, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(root: string, request: IncomingMessage, response: ServerResponse): void {
  const head = request.method === 'HEAD';
  if (!head && request.method !== 'GET') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const found = resolveFile(root, pathname);
  if (found === 'folder-without-slash') {
    response.writeHead(301, { location: `${pathname}/${search}` }).end();
    return;
  }
  const file = found ?? resolveFile(root, '/404.html');
  const status = found === null ? 404 : 200;
  const bytes = file === null ? Buffer.from('not found\n') : readFileSync(file);
  response.writeHead(status, {
    'content-type': file === null ? 'text/plain; charset=utf-8' : typeOf(file),
    'content-length': bytes.byteLength,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(head ? undefined : bytes);
}

/** Bytes whose kind the name does not tell are served as such. */
function typeOf(file: string): string {
  return TYPES[extname(file)] ?? 'application/octet-stream';
}

/** Finds the file for an address; null where there is none or the address leads out of the folder. */
function resolveFile(root: string, pathname: string): string | 'folder-without-slash' | null {
  try {
    const name = `.${decodeURIComponent(pathname)}`;
    const path = name === './' ? root : pathInside(root, name);
    if (!statSync(path).isDirectory()) return pathname.endsWith('/') ? null : path;
    if (!pathname.endsWith('/')) return 'folder-without-slash';
    const index = join(path, 'index.html');
    return statSync(index).isFile() ? index : null;
  } catch {
    // No such file, a broken escape or a way out: to a static host they are all "not here".
    return null;
  }
}
