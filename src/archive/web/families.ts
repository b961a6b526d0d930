import { hasClass, type Rule, unescapeComment } from './collect.ts';
import type { Family } from './family.ts';

/** The parameter In-Reply-To of a `mailto:` link. */
function replyParameter(href: string): string | null {
  const value = /[?&](?:amp;)?In-Reply-To=([^&]*)/i.exec(href)?.[1];
  if (value === undefined) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function mailtoRule(field: string, accept: (id: string) => boolean): Rule {
  return {
    field,
    element: (name, attributes) => name === 'a' && (attributes.href ?? '').toLowerCase().startsWith('mailto:'),
    attribute: (attributes) => {
      const id = replyParameter(attributes.href ?? '');
      return id === null || !accept(id) ? null : id;
    },
  };
}

/** Pipermail (Mailman 2). Its reply link carries the message's own id in brackets, or in older pages its parent's without. */
const pipermailHtml: Family = {
  format: 'pipermail-html',
  detect: /<!--\s*beginarticle\s*-->/i,
  rules: [
    { field: 'subject', element: (name) => name === 'h1' },
    { field: 'name', element: (name) => name === 'b' },
    { field: 'date', element: (name) => name === 'i' },
    mailtoRule('id', (id) => id.startsWith('<')),
    mailtoRule('parent', (id) => !id.startsWith('<')),
    { field: 'body', between: { start: /^\s*beginarticle\s*$/i, end: /^\s*endarticle\s*$/i } },
  ],
};

const ROTATED = 'NOPQRSTUVWXYZ[@ABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm';
const PLAIN = '@ABCDEFGHIJKLMNOPQRSTUVWXYZ[abcdefghijklmnopqrstuvwxyz';

/** MHonArc's own rot13 (`mrot13` of mhutil.pl), which hides the sign of an address as well. */
function rotateBack(text: string): string {
  return text.replace(/[@-Z[a-z]/g, (sign) => PLAIN[ROTATED.indexOf(sign)] ?? sign);
}

/** MHonArc keeps the header in comments, newer versions the sender turned by `rotateBack`. */
const mhonarcHtml: Family = {
  format: 'mhonarc-html',
  detect: /<!--X-Body-of-Message-->/,
  rules: [
    { field: 'subject', comment: /^X-Subject: (.*)$/s },
    { field: 'from', comment: /^X-From: (.*)$/s },
    { field: 'from', comment: /^X-From-R13: (.*)$/s, undo: (text) => rotateBack(unescapeComment(text)) },
    { field: 'date', comment: /^X-Date: (.*)$/s },
    { field: 'id', comment: /^X-Message-Id: (.*)$/s },
    { field: 'references', comment: /^X-Reference: (.*)$/s },
    { field: 'body', between: { start: /^X-Body-of-Message$/, end: /^X-(?:Body-of-Message-End|MsgBody-End)$/ } },
  ],
};

/** Hypermail 2.x keeps the header in comments of the form `name="…"`. */
const hypermailHtml: Family = {
  format: 'hypermail-html',
  detect: /<!--\s*body="start"\s*-->/,
  rules: [
    ...['name', 'email', 'subject', 'id', 'inreplyto', 'isosent', 'sent'].map(
      (key): Rule => ({
        field: { email: 'address', inreplyto: 'parent', isosent: 'sent', sent: 'date' }[key] ?? key,
        comment: new RegExp(`^\\s*${key}="([^"]*)"\\s*$`),
      }),
    ),
    { field: 'body', between: { start: /^\s*body="start"\s*$/, end: /^\s*body="end"\s*$/ } },
  ],
};

/** How deep in the thread an answer stands, where the page is sorted by thread. */
const LEVEL = /\breply-level-(\d{1,4})\b/;

/** HyperKitty (Mailman 3): one box a message, the sender's own time in a title, the message's id in the reply link. */
const hyperkitty: Family = {
  format: 'hyperkitty',
  detect: /class="[^"]*\bemail-author\b[^"]*"/,
  rules: [
    { field: 'title', element: (name) => name === 'h3' || name === 'h1' },
    {
      field: 'level',
      element: (name, attributes) => name === 'div' && LEVEL.test(attributes.class ?? ''),
      attribute: (attributes) => LEVEL.exec(attributes.class ?? '')?.[1] ?? null,
    },
    { field: 'name', element: (name, attributes) => name === 'span' && hasClass(attributes, 'name') },
    {
      field: 'date',
      element: (_, attributes) => /^Sender.s time:/.test(attributes.title ?? ''),
      attribute: (attributes) => (attributes.title ?? '').replace(/^Sender.s time:\s*/, ''),
    },
    {
      field: 'body',
      element: (name, attributes) => name === 'div' && hasClass(attributes, 'email-body'),
      preformatted: true,
    },
    {
      ...mailtoRule('id-after', () => true),
      element: (name, attributes) => name === 'a' && hasClass(attributes, 'reply-mailto'),
    },
  ],
};

/** The families of pages whose HTML says more than their text, in the order in which they are tried. */
export const FAMILIES: readonly Family[] = [pipermailHtml, mhonarcHtml, hypermailHtml, hyperkitty];
