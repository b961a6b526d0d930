import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { PrecedentError } from '../../model/problem.ts';

/** A chat endpoint as OpenAI's `/v1/chat/completions` defines it; Ollama, llama.cpp and vLLM speak it too. */
export interface Endpoint {
  /** Address of the server, of its `/v1`, or of the very endpoint. */
  readonly url: string;
  /** Name of the model, as the server knows it. */
  readonly model: string;
  /** Sent as a bearer token; only ever taken from the environment. */
  readonly key?: string | undefined;
  /** Milliseconds that one answer may take; two minutes unless told otherwise. */
  readonly timeout?: number;
  /** Milliseconds before the second try; each further one waits twice as long. One second unless told otherwise. */
  readonly patience?: number;
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

const TRIES = 4;
const TIMEOUT = 120_000;
const PATIENCE = 1000;
/** No server makes a run wait longer than this before the next try, in milliseconds. */
const LONGEST_WAIT = 60_000;
/** A longer answer is none, in bytes. */
const LONGEST_ANSWER = 2_000_000;

/** What an answer must have; servers add much else. */
const Completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

/**
 * Asks once and gives the text of the answer. A time-out, a lost connection, 429 and 5xx are tried again, four times in all, each
 * wait twice as long or as long as the server asks (Retry-After). Redirects are refused, so that text and key reach no other server.
 *
 * Throws a PrecedentError `model-unreachable` when all tries fail and `model-refused` where the server says no.
 */
export async function ask(endpoint: Endpoint, messages: readonly ChatMessage[]): Promise<string> {
  const url = completionsUrl(endpoint.url);
  let failure = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const outcome = await post(url, endpoint, messages);
    if ('text' in outcome) return outcome.text;
    if (!outcome.again) throw refused(url, outcome.why);
    failure = outcome.why;
    const wait = outcome.wait ?? (endpoint.patience ?? PATIENCE) * 2 ** attempt;
    if (attempt < TRIES - 1) await pause(Math.min(wait, LONGEST_WAIT));
  }
  throw new PrecedentError({
    code: 'model-unreachable',
    what: `${failure}, ${TRIES} times in a row`,
    where: { file: url.href },
    mend: 'see that the server runs; what it has answered so far is kept, and the next run goes on from there',
  });
}

/**
 * The address that is asked. Throws a PrecedentError `usage` for one that is not http or https, or that holds a password.
 *
 * @example completionsUrl('http://localhost:11434').href → 'http://localhost:11434/v1/chat/completions'
 */
export function completionsUrl(given: string): URL {
  const url = URL.parse(given);
  const well = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (!well) {
    throw new PrecedentError({
      code: 'usage',
      what: '--model is no address of a server such as http://localhost:11434',
      where: { file: 'npm run extract' },
      mend: 'give the address with http:// or https://; a key belongs into PRECEDENT_MODEL_KEY',
    });
  }
  const path = url.pathname.replace(/\/$/, '');
  if (!path.endsWith('/chat/completions')) {
    url.pathname = path.endsWith('/v1') ? `${path}/chat/completions` : `${path}/v1/chat/completions`;
  }
  return url;
}

type Outcome = { readonly text: string } | { readonly again: boolean; readonly why: string; readonly wait?: number };

async function post(url: URL, endpoint: Endpoint, messages: readonly ChatMessage[]): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(endpoint.timeout ?? TIMEOUT),
      headers: {
        'content-type': 'application/json',
        ...(endpoint.key === undefined ? {} : { authorization: `Bearer ${endpoint.key}` }),
      },
      body: JSON.stringify({ model: endpoint.model, messages, temperature: 0, stream: false }),
    });
    if (response.ok) return { text: contentOf(await boundedText(response)) };
    await response.body?.cancel();
    const again = response.status === 429 || response.status >= 500;
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    const wait = Number.isFinite(after) && after >= 0 ? { wait: after * 1000 } : {};
    return { again, why: `the server answers ${response.status}`, ...wait };
  } catch (error) {
    return { again: true, why: failureOf(error) };
  }
}

/** The text that the model wrote; an answer of another form counts as an empty one, and so as one that cannot be read. */
function contentOf(body: string): string {
  try {
    return Completion.safeParse(JSON.parse(body)).data?.choices[0]?.message.content ?? '';
  } catch {
    return '';
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LONGEST_ANSWER) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function failureOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return 'the server does not answer in time';
  const cause = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.message;
  return `the server cannot be reached (${cause})`;
}

function refused(url: URL, why: string): PrecedentError {
  return new PrecedentError({
    code: 'model-refused',
    what: why,
    where: { file: url.href },
    mend: 'check --model, --model-name and the key in PRECEDENT_MODEL_KEY',
  });
}
