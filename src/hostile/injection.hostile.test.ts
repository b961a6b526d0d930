import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { argumentMap, renderDiagram } from '../diagrams/index.ts';
import { writeFileAtomic } from '../files/write.ts';
import { sha256 } from '../model/digest.ts';
import type { Term } from '../model/term.ts';
import { DRAFT_BODY } from '../records/draft.ts';
import { loadKnowledge } from '../records/load.ts';
import { readRecord } from '../records/record.ts';
import { planUpdate, writeUpdate } from '../records/update.ts';
import { searchRecords } from '../search/records.ts';
import { verifyKnowledge } from '../verify/index.ts';

/** What somebody may write into a mail who wants it to be run, or to stand where it does not belong. */
const PAYLOADS = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)//',
  '{process.exit(9)}',
  `\${process.exit(9)}`,
  'import x from "node:fs"',
  'export const x = 1',
  '<Position id="P1" />',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  ']]><script>alert(1)</script>',
  '--- id: PREC-00000 ---',
  '"]; click n1 call alert(1); n1["',
  'a"]\n  click a href "javascript:alert(1)"',
  '%%{init: {"securityLevel": "loose"}}%%',
  'javascript:alert(1)',
  '../../../etc/passwd',
  '&lt;script&gt;',
  '\u202egnp.exe',
  'a\u200bb\u00adc',
  '!!js/function x',
  '*alias &anchor',
  '$(touch /tmp/x) `touch /tmp/x`',
];

function mail(payload: string): string {
  const line = payload.replaceAll('\n', ' ');
  const name = line.replace(/[<>"]/g, '');
  return [
    'From a@b Mon Jun  1 00:00:00 2015',
    `From: ${name} Bee <bee@b.example>`,
    `Subject: Use ${line} instead`,
    'Message-ID: <../../1@b.example>',
    'Date: Mon, 1 Jun 2015 00:00:00 +0000',
    '',
    `I think we should use ${line} instead of the cache, because it is much simpler.`,
    '',
    line,
    '',
    'I am against keeping the cache. We should remove it, because nobody needs it. I would rather not merge this.',
    '',
    'From a@b Mon Jun  1 00:00:00 2015',
    'From: Cee Dee <dee@b.example>',
    `Subject: Re: Use ${line} instead`,
    'Message-ID: <2@b.example>',
    'In-Reply-To: <../../1@b.example>',
    'Date: Tue, 2 Jun 2015 00:00:00 +0000',
    '',
    `${name} Bee wrote:`,
    `> I think we should use ${line} instead of the cache, because it is much simpler.`,
    '',
    `No, please do not use ${line}. It is wrong, because it breaks every user.`,
    '',
    'NAK. I think we should keep the cache instead, because it is faster. I do not agree that it should be removed.',
    '',
  ].join('\n');
}

function term(label: string): Term {
  const text = label.replaceAll('\n', ' ');
  return { id: 'hostile', prefLabel: text, altLabel: [], hiddenLabel: [], definition: text, broader: [], related: [] };
}

/** The elements of a picture with their attributes, as a browser would take them. */
function elementsOf(svg: string): { name: string; attributes: Readonly<Record<string, string>> }[] {
  const elements: { name: string; attributes: Readonly<Record<string, string>> }[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => elements.push({ name, attributes }) });
  parser.end(svg);
  return elements;
}

describe('what a mail says is never run, however it is written', { timeout: 60_000 }, () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'precedent-hostile-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  async function extractFrom(payload: string): Promise<void> {
    const text = mail(payload);
    const source = {
      title: `Use ${payload}`,
      author: payload,
      list: payload,
      date: '2015-06-01',
      format: 'mbox',
      sha256: sha256(text),
      locators: [],
      rights: payload,
    };
    writeFileAtomic(join(root, 'content/sources/hostile/message.txt'), text);
    writeFileAtomic(join(root, 'content/sources/hostile/source.yaml'), stringify(source));
    writeFileAtomic(join(root, 'content/terms.yaml'), stringify([term(payload)]));
    const update = await planUpdate(root);
    expect(update.findings).toEqual([]);
    expect(writeUpdate(root, update)).not.toEqual([]);
  }

  it.each(PAYLOADS)('in a record: %j', async (payload) => {
    await extractFrom(payload);
    const folder = join(root, 'content/decisions');
    for (const name of readdirSync(folder)) {
      expect(name).toMatch(/^PREC-[0-9A-HJKMNP-TV-Z]{5}-[a-z0-9-]+\.mdx$/);
      const text = readFileSync(join(folder, name), 'utf8');
      const { record } = readRecord(text, name);
      expect(record?.body.trim()).toBe(DRAFT_BODY.trim());
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
      expect(record?.decision.positions.length).toBeGreaterThan(0);
    }
    expect((await verifyKnowledge(root)).findings).toEqual([]);
    expect((await planUpdate(root)).merge.writes).toEqual([]);
  });

  it.each(PAYLOADS)('in search records, which name only addresses of the site: %j', async (payload) => {
    await extractFrom(payload);
    const records = searchRecords(await loadKnowledge(root));
    expect(records.some(({ kind }) => kind === 'position')).toBe(true);
    for (const { url } of records) expect(url).toMatch(/^\/[A-Za-z0-9/_-]+\/(?:#[A-Za-z0-9_.-]+)?$/);
  });

  it.each(PAYLOADS)('in a diagram: %j', async (payload) => {
    await extractFrom(payload);
    const { decisions, terms } = await loadKnowledge(root);
    const [decision] = decisions;
    if (decision === undefined) throw new Error('the mail made no record');
    const hostile = {
      ...decision,
      title: payload,
      positions: decision.positions.map((one) => ({ ...one, option: 'hostile', holder: payload })),
    };
    const map = argumentMap(hostile, { terms, hrefOf: (id) => `/${id}/` });
    const { svg } = await renderDiagram(map, 'map');
    expect(elementsOf(svg).length).toBeGreaterThan(5);
    for (const { name, attributes } of elementsOf(svg)) {
      expect(['svg', 'title', 'desc', 'g', 'a', 'rect', 'path', 'text', 'tspan', 'defs', 'marker', 'circle']).toContain(
        name,
      );
      for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^xlink:|^style$/);
      if (attributes.href !== undefined) expect(attributes.href).toMatch(/^\/[A-Za-z0-9-]+\/$/);
    }
  });
});
