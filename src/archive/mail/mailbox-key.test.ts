import { execFileSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { mail, mailbox, read } from '../__fixtures__/mail.ts';
import { mailboxKey } from './mailbox-key.ts';

const MODULE = new URL('mailbox-key.ts', import.meta.url).href;

describe('what stands for an address outside the readers', () => {
  it('is the same for one address however it is written, and another for another', () => {
    expect(mailboxKey('Mo@Example.org')).toBe(mailboxKey('mo@example.org'));
    expect(mailboxKey('al@example.org')).not.toBe(mailboxKey('mo@example.org'));
  });

  it('cannot be looked up: another run gives something else', () => {
    const script = `const { mailboxKey } = await import('${MODULE}'); console.log(mailboxKey('mo@example.org'));`;
    const run = () => execFileSync(process.execPath, ['--input-type=module', '-e', script]).toString().trim();
    const [one, two] = [run(), run()];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(one).not.toBe(two);
  });

  it('is the same in the workers of one run', async () => {
    const own = mailboxKey('mo@example.org');
    const script = `import('${MODULE}').then(({ mailboxKey }) => require('node:worker_threads').parentPort.postMessage(mailboxKey('mo@example.org')));`;
    const worker = new Worker(script, { eval: true });
    const theirs = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    await worker.terminate();
    expect(theirs).toBe(own);
  });

  it('is all that a message keeps of it', () => {
    const text = mailbox(mail({ From: 'Mo Example <mo@example.org>', Subject: 'x' }, 'words\n'));
    const [message] = read(text).messages;
    expect(Object.keys(message?.from ?? {})).toEqual(['name', 'mailbox']);
    expect(JSON.stringify({ ...message, lines: [] })).not.toContain('@');
  });
});
