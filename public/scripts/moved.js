// Leads on from an address that has moved, and takes along what the refresh of the page would lose: the fragment.
(() => {
  const to = document.currentScript?.dataset.to;
  if (to) location.replace(to + location.hash);
})();
