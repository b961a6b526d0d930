// What script adds to a page that reads whole without it: choice of colours, copying, a key for the search field.
(() => {
  const root = document.documentElement;
  const choices = ['system', 'light', 'dark'];

  function remember(choice) {
    try {
      localStorage.setItem('precedent-theme', choice);
    } catch {
      // Refused storage only means that the choice ends with the page.
    }
  }

  function themeSwitch(button) {
    const name = () => {
      button.textContent = `Colours: ${root.dataset.theme ?? 'system'}`;
    };
    button.addEventListener('click', () => {
      const next = choices[(choices.indexOf(root.dataset.theme ?? 'system') + 1) % choices.length];
      if (next === 'system') delete root.dataset.theme;
      else root.dataset.theme = next;
      remember(next);
      name();
    });
    name();
    button.hidden = false;
  }

  function copyButton(button) {
    const text = document.getElementById(button.dataset.copy)?.textContent;
    if (text == null || !navigator.clipboard) return;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.trim());
      button.textContent = 'Copied';
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }

  // A single letter as a shortcut gets in the way of speech input (WCAG 2.1.4), so it takes Ctrl or Command.
  function focusSearch(event) {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const field = document.querySelector('main input[type="search"]') ?? document.querySelector('input[type="search"]');
    if (!field) return;
    event.preventDefault();
    field.focus();
  }

  const theme = document.getElementById('theme');
  if (theme) themeSwitch(theme);
  for (const button of document.querySelectorAll('button[data-copy]')) copyButton(button);
  document.addEventListener('keydown', focusSearch);
})();
