// Leads on from an address that has moved, and takes along what the refresh of the page would lose: the fragment. One that names
// a position goes to that position's own former address: under its number another stands in the record that took over.
(() => {
  const { to, from, parts } = document.currentScript?.dataset ?? {};
  if (!to) return;
  const part = location.hash.slice(1);
  const own = part !== '' && parts?.split(' ').includes(part);
  // In a folder every address names its file.
  const file = /index\.html/.exec(to)?.[0] ?? '';
  const target = new URL(own ? `../${from}-${part}/${file}` : to, location.href);
  if (!own && part) target.hash = part;
  location.replace(target);
})();
