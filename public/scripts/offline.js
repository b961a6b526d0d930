// Keeps the pages one visits for reading without a network, and offers a newer version of the site when there is one.
(() => {
  const workers = navigator.serviceWorker;
  const base = document.currentScript?.dataset.base ?? '/';
  if (!workers) return;

  function offer(registration) {
    if (!registration.waiting || !workers.controller || document.getElementById('update')) return;
    const bar = document.createElement('p');
    bar.id = 'update';
    bar.className = 'update-bar';
    bar.setAttribute('role', 'status');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Take it';
    button.addEventListener('click', () => {
      workers.addEventListener('controllerchange', () => location.reload());
      registration.waiting?.postMessage('update');
    });
    bar.append('There is a newer version of this site. ', button);
    document.querySelector('main')?.before(bar);
  }

  // The only address that becomes a worker (Trusted Types): that of this site's own.
  const address = `${base}worker.js`;
  const trusted = window.trustedTypes?.createPolicy('precedent-offline', {
    createScriptURL(wanted) {
      if (wanted === address) return wanted;
      throw new TypeError('not the worker of this site');
    },
  });

  async function start() {
    const registration = await workers.register(trusted?.createScriptURL(address) ?? address, {
      scope: base,
      updateViaCache: 'none',
    });
    offer(registration);
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', () => offer(registration));
    });
    const { active } = await workers.ready;
    active?.postMessage({ keep: location.href });
  }

  // A browser may refuse storage; then every page comes from the server as before.
  addEventListener('load', () => start().catch(() => undefined));
})();
