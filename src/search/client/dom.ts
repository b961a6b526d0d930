import type { ExcerptPiece } from '../excerpt.ts';

type Child = Node | string | null;

/** Makes an element. Text is set as text and never parsed, so what the archive holds cannot become markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** The pieces of an excerpt, the wanted words marked. */
export function pieces(excerpt: readonly ExcerptPiece[]): Node[] {
  return excerpt.map(({ text, marked }) => (marked ? el('mark', {}, text) : document.createTextNode(text)));
}
