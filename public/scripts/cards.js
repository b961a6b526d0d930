// Shows what a link to a decision, position or term leads to, while one points at it or has reached it by keyboard. The card
// can be pointed at itself, stays as long as pointer or focus do, and Escape takes it away (WCAG 1.4.13).
(() => {
  const WAIT = 300;
  /** Where the card would say what stands there already. */
  const TOLD = '.register th, .position-line, .example .id, .glossary dt, .search-results';

  // The only addresses that become scripts here (Trusted Types): a file of cards of this site.
  const trusted = window.trustedTypes?.createPolicy('precedent-cards', {
    createScriptURL(address) {
      const { origin, pathname } = new URL(address);
      if (origin === new URL(location.href).origin && pathname.endsWith('/cards.js')) return address;
      throw new TypeError('no file of cards');
    },
  });

  const loading = new Map();
  const arrived = new Map();
  const card = document.createElement('div');
  card.id = 'card';
  card.className = 'card';
  card.setAttribute('role', 'tooltip');
  card.hidden = true;
  let shownFor = null;
  let meant = null;
  let timer = 0;

  // What stands beside each page as a script, so that it loads from a folder, too.
  window.precedentCards = (cards) => arrived.get(document.currentScript.src)?.(cards);

  function load(address) {
    const known = loading.get(address);
    if (known) return known;
    const cards = new Promise((resolve) => {
      arrived.set(address, resolve);
      const script = document.createElement('script');
      script.addEventListener('error', () => resolve({}));
      script.src = trusted?.createScriptURL(address) ?? address;
      document.head.append(script);
    });
    loading.set(address, cards);
    return cards;
  }

  /** The script that holds the card of a link, and the name of the card in it. */
  function aimOf(link) {
    if (link.closest(TOLD)) return null;
    const url = new URL(link.getAttribute('href'), location.href);
    if (url.origin !== location.origin) return null;
    const path = url.pathname.replace(/index\.html$/, '');
    const here = path === location.pathname.replace(/index\.html$/, '');
    const record = /\/(PREC-[0-9A-Z]{5})(?:-(P\d+))?\/$/.exec(path);
    if (record) {
      const name = record[2] ?? /^#([PF]\d+)$/.exec(url.hash)?.[1] ?? '';
      if (here && (name === '' || document.getElementById(name)?.contains(link))) return null;
      if (name === '' && url.hash !== '') return null;
      return { address: new URL(record[2] ? `../${record[1]}/cards.js` : 'cards.js', url).href, name };
    }
    if (here || !/\/terms\/[^/]+\/$/.test(path)) return null;
    return { address: new URL('cards.js', url).href, name: '' };
  }

  function line(tag, name, text) {
    if (!text) return;
    const element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    card.append(element);
  }

  function place(link) {
    const at = link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const below = at.bottom + height + 4 <= innerHeight || at.top < height + 4;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? at.bottom + 4 : at.top - height - 4) + scrollY}px`;
  }

  async function show(link, { address, name }) {
    const { [name]: found } = await load(address);
    if (!found || meant !== link) return;
    hide();
    meant = link;
    card.replaceChildren();
    line('p', 'note', found.over);
    line('p', 'card-title', found.title);
    line('p', '', found.text);
    line('blockquote', '', found.quote);
    (document.getElementById('main') ?? document.body).append(card);
    card.hidden = false;
    place(link);
    link.setAttribute('aria-describedby', 'card');
    shownFor = link;
  }

  function hide() {
    clearTimeout(timer);
    meant = null;
    shownFor?.removeAttribute('aria-describedby');
    shownFor = null;
    card.hidden = true;
  }

  function turnTo(target, byPointer) {
    clearTimeout(timer);
    if (card.contains(target)) return;
    const link = target instanceof Element ? target.closest('main a[href]') : null;
    if (link && link === shownFor) return;
    if (byPointer && shownFor?.matches(':focus-visible')) return;
    const aim = link && aimOf(link);
    meant = aim ? link : null;
    timer = setTimeout(aim ? () => show(link, aim) : hide, WAIT);
  }

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'touch') turnTo(event.target, true);
  });
  document.documentElement.addEventListener('pointerleave', () => turnTo(null, true));
  document.addEventListener('focusin', ({ target }) => {
    if (target.matches(':focus-visible')) turnTo(target);
  });
  document.addEventListener('focusout', () => turnTo(null));
  document.addEventListener('click', hide);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
})();
