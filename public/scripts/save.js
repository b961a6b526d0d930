// Saves the whole site in this browser, at the reader's wish, with what it costs and how far it is.
(() => {
  const place = document.getElementById('save');
  const button = document.getElementById('save-button');
  const bar = document.getElementById('save-progress');
  const text = document.getElementById('save-text');
  const { base = '/', build = '' } = document.currentScript?.dataset ?? {};
  if (!place || !button || !bar || !text || !navigator.serviceWorker) return;
  const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const addressOf = (path) => base + path.replace(/(^|\/)index\.html$/, '$1');

  async function missing() {
    const list = Object.entries(await (await fetch(`${base}offline/${build}.json`)).json());
    const cache = await caches.open(`precedent-${build}`);
    const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
    return list.filter(([path]) => !kept.has(addressOf(path))).map(([path, [, size]]) => ({ path, size }));
  }

  async function save() {
    button.disabled = true;
    const left = await missing();
    const all = left.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    bar.hidden = all === 0;
    bar.max = all;
    const take = async () => {
      for (let file = left.pop(); file; file = left.pop()) {
        const response = await fetch(addressOf(file.path));
        if (!response.ok) throw new Error(file.path);
        done += file.size;
        bar.value = done;
      }
    };
    try {
      await Promise.all(Array.from({ length: 6 }, take));
      text.textContent = 'Everything is saved on this device.';
    } catch {
      text.textContent = 'Not all of it could be saved: is there a network, or a newer version of the site?';
      button.disabled = false;
    }
  }

  async function start() {
    await navigator.serviceWorker.ready;
    const left = await missing();
    place.hidden = false;
    button.disabled = left.length === 0;
    text.textContent =
      left.length === 0
        ? 'Everything is saved on this device.'
        : `${left.length} files, ${megabytes(left.reduce((sum, { size }) => sum + size, 0))}`;
    button.addEventListener('click', save);
  }

  start().catch(() => undefined);
})();
