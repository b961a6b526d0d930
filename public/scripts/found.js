// An id in small letters, with the letters that look like digits, or with noughts before a number leads to its page.
(() => {
  const base = document.currentScript?.dataset.base ?? '/';
  if (!location.pathname.startsWith(base)) return;
  const found = /^prec-([0-9a-z]{5})((?:-[pf]\d{1,6})?)(\/.*)?$/i.exec(location.pathname.slice(base.length));
  if (!found) return;
  const code = found[1].toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  const part = found[2].toUpperCase().replace(/([PF])0+(?=\d)/, '$1');
  // A fact has no page of its own; it stands on the page of its decision.
  const path = part.startsWith('-F')
    ? `PREC-${code}/#${part.slice(1)}`
    : `PREC-${code}${part}${found[3] ?? '/'}${location.hash}`;
  const to = base + path;
  if (to !== location.pathname + location.hash) location.replace(to);
})();
