const RULE = /^-{14} next part -{14}$/;
/** What Mailman writes in place of a part; fields follow. */
const NOTICE =
  /^(?:An? (?:non-text|HTML|embedded) (?:attachment|message) was scrubbed\.\.\.|Skipped content of type \S)/;
const FIELD = /^(?:Name|Type|Size|Desc|URL|Url|From|Subject|Date|To): ?/;

/**
 * Which lines Mailman's archive put in place of parts that it took out (Scrubber.py): the rule before a part, and the notice with
 * its fields. The text of a part that was left in is its author's.
 */
export function scrubbedLines(body: string, lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (!body.includes('-- next part --')) return found;
  for (let index = 0; index < lines.length; index += 1) {
    if (!RULE.test(lines[index] ?? '')) continue;
    found.add(index);
    let notice = index + 1;
    while (notice < index + 3 && (lines[notice] ?? '').trim() === '') notice += 1;
    if (!NOTICE.test(lines[notice] ?? '')) continue;
    let end = notice + 1;
    while (end < lines.length && FIELD.test(lines[end] ?? '')) end += 1;
    for (let line = index + 1; line < end; line += 1) found.add(line);
  }
  return found;
}
