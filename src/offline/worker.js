// The service worker of the site. The build writes `const SITE = …` before it (worker.ts): the id of the build, the folder of
// the site, and what is kept from the first visit on. A worker serves one build only: every file it keeps has the digest that
// this build gave it, so that parts of two builds never meet on a page.
const CACHE = `precedent-${SITE.id}`;
const LIST = `${SITE.base}offline/${SITE.id}.json`;
/** Under these names stand the tabs that show a page of this build. */
const TAB = `${SITE.base}offline/tab/`;
/** Files fetched at one time. */
const AT_ONCE = 6;
let list;

/** Digest and size of every file that can be kept, by path. */
async function files() {
  if (list) return list;
  const cache = await caches.open(CACHE);
  let response = await cache.match(LIST);
  if (!response) {
    response = await fetch(LIST, { cache: 'no-store' });
    if (!response.ok) throw new Error('the list of files is gone');
    await cache.put(LIST, response.clone());
  }
  list = new Map(Object.entries(await response.json()));
  return list;
}

/** The path of an address in the site, or null for what is not of it. */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  if (origin !== location.origin || !pathname.startsWith(SITE.base)) return null;
  const path = decodeURIComponent(pathname.slice(SITE.base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function addressOf(path) {
  return SITE.base + path.replace(/(^|\/)index\.html$/, '$1');
}

async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Thrown where the server has a file of another build. */
class Changed extends Error {}

/** The file at a path as this build made it: kept before, kept by the build before and the same, or fetched. */
async function keep(path) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(addressOf(path));
  if (known) return known;
  const [digest] = (await files()).get(path);
  const before = await fromOthers(path);
  const response =
    before && (await digestOf(await before.clone().arrayBuffer())) === digest
      ? before
      : await fetch(addressOf(path), { cache: 'no-cache' });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await digestOf(bytes)) !== digest) throw new Changed(path);
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  const whole = () => new Response(bytes, { headers: { 'content-type': type } });
  await cache.put(addressOf(path), whole());
  return whole();
}

async function others() {
  return (await caches.keys()).filter((name) => name.startsWith('precedent-') && name !== CACHE);
}

async function fromOthers(path) {
  for (const name of await others()) {
    const found = await (await caches.open(name)).match(addressOf(path));
    if (found) return found;
  }
  return undefined;
}

/** Takes what every visit needs and, of what was kept of the build before, whatever still exists; all of it or nothing. */
async function install() {
  const known = await files();
  const wanted = new Set(SITE.shell);
  for (const name of await others()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const path = pathOf(url);
      if (path !== null && known.has(path)) wanted.add(path);
    }
  }
  const left = [...wanted];
  const take = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) await keep(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

/** Tabs of the build before may still ask for its files: that one is left until the next. */
async function activate() {
  const before = await others();
  for (const name of before.slice(0, -1)) await caches.delete(name);
  if (before.length === 0) await clients.claim();
}

/** Remembers that a tab shows a page of this build: a worker may be stopped at any time, and a newer one take its place. */
async function remember(tab) {
  if (tab) await (await caches.open(CACHE)).put(TAB + tab, new Response());
}

/** What a tab with a page of the build before asks for, as that build kept it; null for the tabs of this build. */
async function forOlderTab(tab, path) {
  for (const name of tab ? await others() : []) {
    const cache = await caches.open(name);
    if (await cache.match(TAB + tab)) return (await cache.match(addressOf(path))) ?? Response.error();
  }
  return null;
}

async function answer({ request, clientId, resultingClientId }, path) {
  const page = request.mode === 'navigate';
  const known = (await files()).has(path);
  try {
    if (page && known) await remember(resultingClientId);
    const older = page ? null : await forOlderTab(clientId, path);
    if (older) return older;
    if (known) return await keep(path);
    return (page ? undefined : await fromOthers(path)) ?? (await fetch(request));
  } catch (error) {
    if (error instanceof Changed) registration.update().catch(() => undefined);
    if (!page) return Response.error();
    // Not here and not to be had, or of another build: the page about reading without a network says so.
    return keep('offline/index.html');
  }
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));
addEventListener('fetch', (event) => {
  const path = event.request.method === 'GET' ? pathOf(event.request.url) : null;
  if (path !== null && path !== 'worker.js') event.respondWith(answer(event, path));
});
addEventListener('message', (event) => {
  if (event.data === 'update') skipWaiting();
  const path = typeof event.data?.keep === 'string' ? pathOf(event.data.keep) : null;
  if (path !== null) {
    event.waitUntil(
      files()
        .then((known) => (known.has(path) ? keep(path) : null))
        .catch(() => null),
    );
  }
});
