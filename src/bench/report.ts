import { type Figure, keepsBudget } from './measurement.ts';

/** A measurement that was made. */
export interface Measured {
  readonly name: string;
  readonly what: string;
  readonly figures: readonly Figure[];
}

/** Whether no figure breaks its budget; what was skipped breaks none. */
export function keptBudgets(measured: readonly Measured[]): boolean {
  return measured.every(({ figures }) => figures.every((figure) => keepsBudget(figure) !== false));
}

/** The figures as a table for a terminal, which is Markdown as well. */
export function benchTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ name, figures }) => figures.map((figure) => [name, ...cells(figure)]));
  const table = [['measurement', 'what', 'value', 'budget', '', 'note'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(3, ...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const [head = '', ...body] = table.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return `${[head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n')}\n`;
}

function cells(figure: Figure): string[] {
  const kept = keepsBudget(figure);
  return [
    figure.label,
    figure.value === null ? '–' : `${rounded(figure.value)} ${figure.unit}`,
    budgetText(figure),
    kept === null ? '' : kept ? 'kept' : 'MISSED',
    figure.note ?? '',
  ];
}

function budgetText({ budget, unit }: Figure): string {
  if (budget === undefined) return '';
  return 'most' in budget ? `≤ ${budget.most} ${unit}` : `≥ ${budget.least} ${unit}`;
}

/** Three digits that count, and no more decimals than a reader can use. @example rounded(1234.5) → '1235' */
function rounded(value: number): string {
  return value >= 100 || Number.isInteger(value) ? String(Math.round(value)) : value.toPrecision(value >= 1 ? 3 : 2);
}
