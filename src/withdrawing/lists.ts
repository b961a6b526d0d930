import { stringify } from 'yaml';
import { z } from 'zod';
import { Place } from '../model/primitives.ts';
import type { Finding } from '../model/problem.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Withheld } from '../model/source.ts';
import type { Theme } from '../model/theme.ts';
import { applyEdits } from '../records/edit.ts';
import type { SourceEntry } from '../records/knowledge.ts';
import { finding } from '../verify/catalogue.ts';
import { type Runs, repeats } from './copies.ts';
import { overlaps, type Stretch } from './stretch.ts';

/** `themes.yaml` without some positions, and the themes that would be left with too little to be one. */
export function themesWithout(
  text: string,
  themes: readonly Theme[],
  gone: ReadonlySet<string>,
): { readonly text: string; readonly findings: readonly Finding[] } {
  const edits = themes.flatMap(({ positions, account }, index) => {
    const left = positions.filter((id) => !gone.has(id));
    const set = (path: (string | number)[], key: string, value: string[]) =>
      ({ kind: 'set', path, key, value, order: [] }) as const;
    return [
      ...(left.length === positions.length ? [] : [set([index], 'positions', left)]),
      ...account.flatMap(({ rests }, at) => {
        const still = rests.filter((id) => !gone.has(id));
        if (still.length === rests.length) return [];
        return [set([index, 'account', at], 'rests', still.length === 0 ? ['editor'] : still)];
      }),
    ];
  });
  const findings = themes
    .filter(
      ({ positions }) => positions.some((id) => gone.has(id)) && positions.filter((id) => !gone.has(id)).length < 2,
    )
    .map(({ id }) =>
      finding('theme-alone', `fewer than two positions would be left of ${id}`, { file: 'content/themes.yaml', id }),
    );
  return { text: edits.length === 0 || findings.length > 0 ? text : applyEdits(text, edits), findings };
}

/** `redirects.yaml` with an entry for each id that is gone; what stands in it keeps its place. */
export function redirectsWith(text: string, before: readonly Redirect[], added: readonly Redirect[]): string {
  const known = new Set(before.map(({ from }) => from));
  const fresh = added.filter(({ from }) => !known.has(from));
  if (fresh.length === 0) return text;
  const kept = before.length === 0 ? text.replace(/^\[\s*\]\s*$/m, '') : text;
  return `${kept === '' || kept.endsWith('\n') ? kept : `${kept}\n`}${stringify(fresh)}`;
}

/** `source.yaml` of a source whose bytes have changed: the digest of what is left, that of what was, and where words are missing. */
export function sourceYamlWith(
  text: string,
  { source }: Pick<SourceEntry, 'source'>,
  sha256: string,
  withheld: readonly Withheld[],
): string {
  const all = [...(source.withheld ?? []), ...withheld].filter(
    (one, index, list) => list.findIndex((other) => sameStretch(one, other)) === index,
  );
  const order = ['sha256', 'archived', 'withheld', 'fetched'];
  const set = (key: string, value: string | object[]) =>
    ({ kind: 'set', path: [], key, value: JSON.parse(JSON.stringify(value)), order }) as const;
  return applyEdits(text, [
    set('sha256', sha256),
    ...(source.archived === undefined ? [set('archived', source.sha256)] : []),
    set('withheld', all),
  ]);
}

function keyOf({ part, message, start, end }: Withheld): string {
  return JSON.stringify([part, message, start, end]);
}

function sameStretch(a: Withheld, b: Withheld): boolean {
  return keyOf(a) === keyOf(b);
}

const Row = z.looseObject({ doc: z.string(), start: Place, end: Place });

/** Annotated positions, one JSON object a line, without those that hold the words. */
export function rowsWithout(text: string, stretches: readonly Stretch[], runs: Runs): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => {
      if (line.trim() === '') return true;
      const row = Row.safeParse(JSON.parse(line));
      const stretch = row.success ? { source: row.data.doc, start: row.data.start, end: row.data.end } : null;
      const holds = stretch !== null && stretches.some((one) => overlaps({ ...one, part: undefined }, stretch));
      return !holds && !repeats(line, runs);
    })
    .join('');
}
