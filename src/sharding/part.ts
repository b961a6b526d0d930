import { closeSync, openSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Json } from '../model/digest.ts';
import type { Finding } from '../model/problem.ts';

/**
 * What one shard found, as JSON Lines. Every line is an array that begins with its kind; documents and messages are named by
 * their index in the plan, so that the parts of all shards together give one order, whoever found what:
 *
 * `["part", {number, of, plan}]` first; `["mailbox", document, 0, {name, format}]` for each that is read thread by thread;
 * `["document", document, 0, JSON]`, `["message", document, message, JSON]`, `["positions", document, message, [JSON, …]]`,
 * `["finding", document, number, finding]`; and `["end", lines]` last, without which a part was cut short.
 */
export interface PartWriter {
  begin(head: PartHead): void;
  mailbox(document: number, name: string, format: string): void;
  document(document: number, json: Json): void;
  message(document: number, message: number, json: Json): void;
  positions(document: number, message: number, json: readonly Json[]): void;
  findings(document: number, findings: readonly Finding[]): void;
  end(): void;
}

/** The first line of a part: whose work it is, and of which plan. */
export const PartHead = z.strictObject({ number: z.int().min(1), of: z.int().min(1), plan: z.string() });
export type PartHead = z.infer<typeof PartHead>;

/** Characters that are gathered before they are written. */
const GATHERED = 1 << 20;

/** Writes a part piece by piece to wherever `write` takes it. */
export function partWriter(write: (text: string) => void): PartWriter {
  let held = '';
  let lines = 0;
  let told = 0;
  const line = (...values: Json[]): void => {
    held += `${JSON.stringify(values)}\n`;
    lines += 1;
    if (held.length >= GATHERED) flush();
  };
  const flush = (): void => {
    write(held);
    held = '';
  };
  return {
    begin: (head) => line('part', head),
    mailbox: (document, name, format) => line('mailbox', document, 0, { name, format }),
    document: (document, json) => line('document', document, 0, json),
    message: (document, message, json) => line('message', document, message, json),
    positions: (document, message, json) => line('positions', document, message, [...json]),
    findings: (document, findings) => {
      for (const { code, what, where, mend } of findings) {
        line('finding', document, told, { code, what, where: { ...where }, mend });
        told += 1;
      }
    },
    end: () => {
      line('end', lines);
      flush();
    },
  };
}

/** Writes a part into a file; `close` it when it has ended. */
export function partFile(file: string): { part: PartWriter; close: () => void } {
  const handle = openSync(file, 'w');
  const write = (text: string): void => {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  };
  return { part: partWriter(write), close: () => closeSync(handle) };
}
