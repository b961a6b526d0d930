import { PrecedentError } from '../model/problem.ts';

/**
 * Puts text between the two marks of a block of a Markdown page, `<!-- NAME -->` and `<!-- /NAME -->`.
 * Throws a PrecedentError `block-missing` where the page has no such block.
 */
export function replaceBlock(page: string, name: string, text: string, file: string): string {
  const open = `<!-- ${name} -->\n`;
  const close = `<!-- /${name} -->`;
  const start = page.indexOf(open);
  const end = page.indexOf(close, start);
  if (start === -1 || end === -1) {
    throw new PrecedentError({
      code: 'block-missing',
      what: `there is no block ${name}`,
      where: { file },
      mend: `write ${open.trim()} and ${close} where it belongs`,
    });
  }
  return `${page.slice(0, start + open.length)}\n${text.trim()}\n\n${page.slice(end)}`;
}
