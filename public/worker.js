// Stands in for the service worker where the site is edited (`npm run dev`): the build writes the real one over it. It takes
// back what a built site left under the same address, so that an edited page is never hidden by a kept one.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => {
  const drop = async () => {
    for (const name of await caches.keys()) if (name.startsWith('precedent-')) await caches.delete(name);
    await registration.unregister();
  };
  event.waitUntil(drop());
});
