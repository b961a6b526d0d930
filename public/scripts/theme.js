// Sets the chosen colours before the first paint. Without a choice, and without this script, the system decides.
(() => {
  try {
    const chosen = localStorage.getItem('precedent-theme');
    if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
  } catch {
    // A browser may refuse storage, above all on file: pages. The system's colours are as good.
  }
})();
