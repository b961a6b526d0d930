import { count } from '../model/count.ts';
import { formatFinding } from '../model/problem.ts';
import { printable } from '../records/printable.ts';
import type { CheckReport } from './check.ts';

/** Prints a report for people: `file:line:column: code: what. Mend: …`, then one line that says what was looked at. */
export function textReport({ texts, citations, findings }: CheckReport): string {
  const lines = findings.map((finding) => printable(formatFinding(finding)));
  const verdict =
    texts === 0 ? 'nothing was read' : findings.length === 0 ? 'all of them stand' : count(findings.length, 'finding');
  return `${[...lines, `${count(citations, 'citation')} in ${count(texts, 'text')}: ${verdict}`].join('\n')}\n`;
}

/** Prints a report as one JSON object, for other programs. */
export function jsonReport({ texts, citations, findings }: CheckReport): string {
  const plain = findings.map(({ code, what, mend, typed, column, where: { file, line, id } }) => {
    return { code, id, typed, file, line, column, what, mend };
  });
  return `${JSON.stringify({ texts, citations, findings: plain }, null, 2)}\n`;
}

/** Prints a report as GitHub workflow commands, which show each finding at its line of a pull request. */
export function githubReport({ findings }: CheckReport): string {
  return findings
    .map(({ code, what, mend, column, typed, where: { file, line } }) => {
      const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
      return `::warning ${place}::${data(`${typed}: ${what}. Mend: ${mend}`)}\n`;
    })
    .join('');
}

/** Escapes as the runner unescapes: data by percent signs and line breaks, properties also by colon and comma. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
