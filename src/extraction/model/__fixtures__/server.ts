import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** A request as the server saw it. */
export interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly model: string; readonly messages: readonly { readonly role: string; readonly content: string }[] };
}

/** Answers a request by its number, from 0 on: the text of the model, a status, or by hand. */
export type Behaviour = (number: number, seen: Seen) => string | number | ((response: ServerResponse) => void);

/** A chat endpoint on loopback that behaves as told. */
export interface ChatServer {
  readonly url: string;
  readonly seen: Seen[];
  close(): Promise<void>;
}

/** Starts a real HTTP server on a free port of the loopback interface. */
export function startServer(behaviour: Behaviour): Promise<ChatServer> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body: Seen['body'] = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    seen.push({ path: request.url ?? '', headers: request.headers, body });
    const said = behaviour(seen.length - 1, { path: request.url ?? '', headers: request.headers, body });
    if (typeof said === 'function') said(response);
    else if (typeof said === 'number') response.writeHead(said).end('no');
    else response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: said } }] }));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${port}`, seen, close });
    });
  });
}
