import { PrecedentError } from '../model/problem.ts';

/** A table of figures: column names, and rows whose first cell names the row. */
export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A scoreboard as the evaluation printed it: sentences on top, then tables. */
export interface Scoreboard {
  readonly lead: readonly string[];
  readonly tables: readonly FigureTable[];
}

/**
 * Reads a scoreboard out of a block of `EVALUATION.md`, `<!-- NAME -->` to `<!-- /NAME -->`, so that no figure is typed twice:
 * a test keeps that file as the evaluation prints it. Throws a PrecedentError `block-missing`, and `figures-missing` for a block
 * without a table.
 */
export function scoreboardOf(page: string, name: string, file: string): Scoreboard {
  const start = page.indexOf(`<!-- ${name} -->`);
  const end = page.indexOf(`<!-- /${name} -->`, start);
  const mend = `npm run evaluate -- --write ${name}`;
  if (start === -1 || end === -1) {
    throw new PrecedentError({ code: 'block-missing', what: `there is no block ${name}`, where: { file }, mend });
  }
  const parts = page
    .slice(page.indexOf('\n', start), end)
    .split(/\n{2,}/)
    .map((part) => part.trim().split('\n'));
  const tables = parts.filter(([first]) => first?.startsWith('|')).map(tableOf);
  if (tables.length === 0) {
    throw new PrecedentError({ code: 'figures-missing', what: `no table in ${name}`, where: { file }, mend });
  }
  const lead = parts.flat().filter((line) => line !== '' && !line.startsWith('|'));
  return { lead, tables };
}

function tableOf(lines: readonly string[]): FigureTable {
  const cells = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [head = [], , ...rows] = cells;
  return { head, rows };
}
