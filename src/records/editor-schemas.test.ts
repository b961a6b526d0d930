import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { recordParts } from './record.ts';

// The validator that html-validate brings along: one that had no part in making the schemas.
const Ajv = createRequire(import.meta.resolve('html-validate'))('ajv/dist/2020');

const ROOT = new URL('../../', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

const Settings = z.object({ 'yaml.schemas': z.record(z.string(), z.string()) });
const settings = Settings.parse(JSON.parse(text('.vscode/settings.json')))['yaml.schemas'];

/** What is wrong with a value by a published schema, as an editor would say it. */
function errorsOf(schema: string, value: unknown): string[] {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(text(schema)));
  const Errors = z.array(z.object({ instancePath: z.string(), message: z.string() })).nullish();
  if (validate(value)) return [];
  return (Errors.parse(validate.errors) ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function frontMatter(file: string): unknown {
  const record = text(file);
  const parts = recordParts(record);
  return parts === null ? null : parse(record.slice(parts.yamlStart, parts.yamlEnd));
}

const files = readdirSync(new URL('content/', ROOT), { recursive: true, encoding: 'utf8' }).map(
  (name) => `content/${name}`,
);
const lists = files.filter((file) => file.endsWith('.yaml'));
const records = files.filter((file) => file.endsWith('.mdx'));

describe('the schemas that an editor is given', () => {
  it('cover every YAML file of the content, each once', () => {
    const globs = Object.values(settings);
    expect(lists.length).toBeGreaterThan(7);
    for (const file of lists) expect([file, globs.filter((glob) => matchesGlob(file, glob)).length]).toEqual([file, 1]);
  });

  it.each(lists)('accept %s as it is', (file) => {
    const [schema = ''] = Object.entries(settings).find(([, glob]) => matchesGlob(file, glob)) ?? [];
    expect(errorsOf(schema, parse(text(file)))).toEqual([]);
  });

  it.each(records)('accept the front matter of %s as it is', (file) => {
    expect(errorsOf('public/schema/decision.json', frontMatter(file))).toEqual([]);
  });

  it('refuse a field that is unknown, one that is missing and one of another form', () => {
    const [file = ''] = records;
    const good = z.record(z.string(), z.unknown()).parse(frontMatter(file));
    expect(errorsOf('public/schema/decision.json', { ...good, colour: 'red' })).toEqual([
      ' must NOT have additional properties',
    ]);
    expect(errorsOf('public/schema/decision.json', { ...good, question: undefined })).toEqual([
      " must have required property 'question'",
    ]);
    expect(errorsOf('public/schema/decision.json', { ...good, status: 'opened' })).toEqual([
      '/status must be equal to one of the allowed values',
    ]);
    expect(errorsOf('public/schema/people.json', [{ id: 'Ann', name: 'Ann' }])).toEqual([
      '/0/id must match pattern "^[a-z0-9]+(?:-[a-z0-9]+)*$"',
    ]);
    expect(errorsOf('public/schema/redirects.json', [{ from: 'PREC-00000', to: null, code: 'whim' }])).toEqual([
      "/0 must have required property 'reason'",
    ]);
  });
});
