// Shows the one mail that the address asks for, and says so where no position quotes it.
(() => {
  const asked = new URLSearchParams(location.search).get('id');
  if (asked === null) return;
  const id = asked.trim().replace(/^<|>$/g, '');
  const pages = JSON.parse(document.getElementById('mid-found')?.dataset.pages ?? '[]');
  const page = pages.findLast(([first]) => first <= id)?.[1];
  if (page !== undefined && page !== pages[0][1]) {
    location.replace(`${page}?id=${encodeURIComponent(id)}`);
    return;
  }
  let found = 0;
  for (const row of document.querySelectorAll('[data-mid]')) {
    row.hidden = row.dataset.mid !== id;
    if (!row.hidden) found += 1;
  }
  const note = document.getElementById('mid-found');
  if (note)
    note.textContent =
      found > 0 ? 'Only the mail you came from is shown.' : `No position quotes the mail ${id || 'you came from'}.`;
})();
