// What script adds to a page that reads whole without it: choice of colours, copying, the search over the page.
(() => {
  const root = document.documentElement;
  const here = document.currentScript.src;
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

  // The only addresses that become scripts here (Trusted Types): those of the search.
  const trusted = window.trustedTypes?.createPolicy('precedent-page', {
    createScriptURL(address) {
      if (address.startsWith(new URL('../search/', here).href) && /\/[a-z]+\.js$/.test(address)) return address;
      throw new TypeError('no script of the search');
    },
  });

  /** Loads a script of the search, which stands beside this one's folder. */
  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      const address = new URL(`../search/${name}`, here).href;
      script.src = trusted?.createScriptURL(address) ?? address;
      document.head.append(script);
    });
  }

  let loading;
  async function search() {
    loading ??= load('search.js');
    await loading;
    return window.precedentSearch;
  }

  /** The search page has a field of its own; over every other page opens a dialog; without its script the field in the head is as good. */
  async function openSearch(field, typed) {
    const own = document.getElementById('search-q');
    if (own) return own.focus();
    try {
      await (await search()).open(typed);
    } catch {
      loading = undefined;
      field.focus();
    }
  }

  // A sign alone as a shortcut gets in the way of speech input (WCAG 2.1.4): it counts only where it can be switched off.
  function slashCounts(target) {
    if (target.closest('input, textarea, select, [contenteditable]')) return false;
    try {
      return localStorage.getItem('precedent-slash') !== 'off';
    } catch {
      return false;
    }
  }

  function searchFrom(field) {
    field.setAttribute('aria-keyshortcuts', 'Control+K Meta+K');
    const key = document.querySelector('.find-key');
    if (key) {
      if (/^(?:Mac|iP)/.test(navigator.platform)) key.textContent = '⌘ K';
      key.hidden = false;
    }
    field.addEventListener('focus', async () => (await search())?.prepare(), { once: true });
    field.addEventListener('click', () => openSearch(field, field.value));
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      openSearch(field, field.value);
    });
    document.addEventListener('keydown', (event) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
      const combined = key === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;
      if (!combined && !(key === '/' && !ctrlKey && !metaKey && !altKey && slashCounts(target))) return;
      event.preventDefault();
      openSearch(field, '');
    });
  }

  const theme = document.getElementById('theme');
  if (theme) themeSwitch(theme);
  for (const button of document.querySelectorAll('button[data-copy]')) copyButton(button);
  const field = document.getElementById('find');
  if (field) searchFrom(field);
  if (/[?&]hl=/.test(location.search)) load('highlight.js').catch(() => undefined);
})();
