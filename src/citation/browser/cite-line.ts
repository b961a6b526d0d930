import { el } from '../../search/client/dom.ts';
import { FORMATS } from '../formats/index.ts';
import { basisNamed, citedLine, type SourceLine } from '../line.ts';

/** What the page says of its source, on the element that explains how a line is cited. */
const page = document.getElementById('cite-lines');
let shown: HTMLElement | null = null;

/** Shows how to cite the line that the address names, under that line; nothing where the address names none. */
function show(): void {
  shown?.remove();
  shown = null;
  // Ids of lines are letters and digits, so nothing is decoded.
  const line = document.getElementById(location.hash.slice(1));
  if (page === null || line === null || !line.classList.contains('line')) return;
  shown = panelOf(lineOf(line, page.dataset));
  line.after(shown);
}

function lineOf(line: HTMLElement, source: DOMStringMap): SourceLine {
  const run = line.closest<HTMLElement>('.run');
  const words = line.querySelector('.t');
  const basis = basisNamed(run?.dataset.basis);
  const quoted = /(?:^|\s)d\d/.test(words?.className ?? '');
  const text = [...(words?.childNodes ?? [])]
    .filter((node) => !(node instanceof Element && node.classList.contains('q')))
    .map((node) => node.textContent ?? '')
    .join('');
  return {
    slug: source.slug ?? '',
    id: line.id,
    number: line.querySelector('.n')?.textContent ?? line.id,
    address: `${source.address}#${line.id}`,
    text,
    speaker: basis === 'unknown' ? null : (run?.dataset.speaker ?? null),
    basis,
    quotedBy: quoted ? (run?.dataset.sender ?? 'another message') : null,
    sent: run?.dataset.sent ?? '',
    subject: source.subject ?? '',
    list: source.list ?? '',
    archived: source.archived ?? null,
    publisher: source.publisher ?? '',
  };
}

/** The panel, made of text alone: words of sources never become markup. */
function panelOf(line: SourceLine): HTMLElement {
  const cited = citedLine(line);
  const formats = FORMATS.map(({ name, label, write }) => {
    const text = el('pre', { class: 'cite-text', translate: 'no' }, write(cited).trimEnd());
    const open = name === FORMATS[0]?.name ? '' : null;
    return el('details', { class: 'cite-format', open }, el('summary', {}, label), text, copyButton(label, text));
  });
  const notes = [cited.statement, ...cited.caveats].map((note) => el('li', {}, note));
  const summary = el('summary', {}, `Cite line ${line.number}`);
  return el('details', { class: 'cite-line' }, summary, el('ul', { class: 'plain note' }, ...notes), ...formats);
}

function copyButton(label: string, text: HTMLElement): HTMLElement {
  const name = `Copy ${label}`;
  const button = el('button', { type: 'button', class: 'plain-button' }, name);
  // Only a page that was fetched safely may write to the clipboard; elsewhere the text can be selected.
  button.hidden = !('clipboard' in navigator);
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent ?? '');
    button.textContent = 'Copied';
    setTimeout(() => {
      button.textContent = name;
    }, 2000);
  });
  return button;
}

addEventListener('hashchange', show);
show();
