import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArchive } from '../../archive/index.ts';
import { attributeArchive } from '../../attribution/index.ts';
import { sha256 } from '../../model/digest.ts';
import { planUpdate } from '../../records/update.ts';
import { verifyKnowledge } from '../../verify/index.ts';
import { percentile } from '../measurement.ts';
import { writeMailbox } from './mailbox.ts';
import { writeProject } from './project.ts';

describe('generated corpora', { timeout: 60_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'precedent-bench-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are the same bytes each time, and a smaller mailbox begins a larger one', () => {
    const small = readFileSync(writeMailbox(folder, { messages: 20 }).file);
    const large = readFileSync(writeMailbox(folder, { messages: 40 }).file);
    expect(sha256(large.subarray(0, small.length))).toBe(sha256(small));
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'precedent-bench-'));
    expect(readFileSync(writeMailbox(folder, { messages: 20 }).file).equals(small)).toBe(true);
  });

  it('have the lengths, the headers and the depths of list mail', () => {
    const { file, bytes } = writeMailbox(folder, { messages: 600 });
    const { format, messages } = readArchive(readFileSync(file), file);
    expect([format, messages.length]).toEqual(['mbox', 600]);
    expect(bytes / 600).toBeGreaterThan(5000);
    expect(bytes / 600).toBeLessThan(13_000);
    const attributed = attributeArchive({ format, messages, problems: [] });
    const headers = attributed.map(({ lines }) => lines.filter(({ zone }) => zone === 'header').length);
    expect(percentile(headers, 0.5)).toBeGreaterThan(40);
    const deepest = attributed.map(({ lines }) => Math.max(...lines.map(({ depth }) => depth)));
    const share = (least: number) => deepest.filter((depth) => depth >= least).length / deepest.length;
    expect(share(1)).toBeGreaterThan(0.6);
    expect(share(4)).toBeGreaterThan(0.04);
    expect(share(4)).toBeLessThan(0.2);
    expect(messages.filter(({ inReplyTo }) => inReplyTo !== null).length).toBeGreaterThan(300);
  });

  it('of projects verify, and the extractor finds nothing new in them', async () => {
    const root = writeProject(folder, 12, 6);
    const report = await verifyKnowledge(root);
    expect(report.findings).toEqual([]);
    const update = await planUpdate(root);
    expect(update.sources).toBe(18);
    expect(update.merge.writes).toEqual([]);
  });
});
