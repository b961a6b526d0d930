import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readMessages } from '../archive/stream.ts';
import { sha256 } from '../model/digest.ts';
import { visible } from '../model/visible.ts';
import { knownPeople, personLookup } from '../site/holders.ts';
import { Checkout, PLAIN_ENV } from './checkout.ts';
import { drive, HEADER, mailWithBody } from './drive.ts';

const SAYS = 'I think we should not do this, because it is wrong. I am against it.';

describe('who somebody pretends to be', () => {
  it.each([
    ['a Cyrillic letter', 'Ann \u0412ee'],
    ['a zero-width character', 'Ann\u200b Bee'],
    ['a full-width letter', '\uff21nn Bee'],
    ['a turned direction', '\u202eeeB nnA'],
  ])('is another person where the name only looks alike: %s', (_, name) => {
    // Where two names would share an address, neither has a page; one that an editor has listed keeps hers.
    const people = knownPeople([], ['Ann Bee', name]);
    const lookup = personLookup(people);
    expect([0, 2]).toContain(people.length);
    const listed = { id: 'ann-bee', name: 'Ann Bee', aliases: [], checked: 'confirmed' as const };
    const known = personLookup(knownPeople([listed], ['Ann Bee', name]));
    expect(known('Ann Bee')?.slug).toBe('ann-bee');
    for (const find of [lookup, known]) expect(find(name)?.slug ?? 'none').not.toBe(find('Ann Bee')?.slug ?? 'nobody');
    for (const { slug } of people) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('is not believed where a forged attribution line puts words into a mouth: they are quoted by the forger', () => {
    const outcome = drive(mailWithBody(`On Mon, 1 Jun 2015, Linus Example wrote:\n> ${SAYS}\n\nThere you have it.`));
    const forged = outcome?.positions.filter(({ holder }) => holder === 'Linus Example') ?? [];
    expect(forged.length).toBeGreaterThan(0);
    for (const { secondHand, quotedBy, basis } of forged) {
      expect({ secondHand, quotedBy, basis }).toEqual({ secondHand: true, quotedBy: 'Ann Bee', basis: 'attribution' });
    }
  });

  it('is not believed where the words under the forged line bear no quote mark: they are the forger’s own', () => {
    const outcome = drive(mailWithBody(`Some words first.\n\nOn Mon, 1 Jun 2015, Linus Example wrote:\n\n${SAYS}`));
    expect(outcome?.positions.length).toBeGreaterThan(0);
    for (const { holder, secondHand } of outcome?.positions ?? []) {
      if (!secondHand) expect(holder).toBe('Ann Bee');
    }
  });
});

describe('characters that deceive', () => {
  it('stay in the bytes, and are shown as what they are', () => {
    const text = 'not\u202e safe\u202c, a\u200bb, \ufeffc, d\u00ade';
    const outcome = drive(mailWithBody(text));
    expect(outcome?.messages[0]?.lines.map(({ raw }) => raw)).toContain(text);
    const shown = visible(text).filter(({ kind }) => kind === 'control');
    expect(shown.map((piece) => piece.text)).toEqual(['U+202E', 'U+202C', 'U+200B', 'U+FEFF', 'U+00AD']);
  });

  it.each(['utf-8', 'utf-16', 'iso-2022-jp', 'koi8-r', 'constructor', '__proto__', '../x', 'x'.repeat(70), ''])(
    'do not harm where the charset is labelled wrongly: %j',
    (charset) => {
      const head = HEADER.replace('Subject', `Content-Type: text/plain; charset="${charset}"\nSubject`);
      const bytes = Buffer.concat([
        Buffer.from(`${head}\n`),
        Buffer.from([0xff, 0xc3, 0x28, 0x00, 0xed, 0xa0, 0x80]),
        Buffer.from(`\n${SAYS}\n`),
      ]);
      const outcome = drive(bytes);
      expect(outcome?.messages).toHaveLength(1);
      for (const { raw } of outcome?.messages[0]?.lines ?? []) expect(raw).toBe(raw.toWellFormed());
    },
  );
});

describe('a document without measure', { timeout: 600_000 }, () => {
  it('with one line of a hundred megabytes is read to its end', () => {
    const size = process.env.PRECEDENT_HOSTILE === 'full' ? 100_000_000 : 4_000_000;
    const outcome = drive(mailWithBody('why not '.repeat(size / 8)));
    expect(outcome?.messages).toHaveLength(1);
    expect(Math.max(...(outcome?.messages[0]?.lines ?? []).map(({ raw }) => raw.length))).toBeGreaterThanOrEqual(
      size - 10,
    );
  });
});

describe('an archive that changes while it is read', { timeout: 120_000 }, () => {
  it('is taken as it was at one moment: the digest written down is that of the bytes kept', async () => {
    const checkout = new Checkout(['src', 'scripts', 'package.json', 'tsconfig.json']);
    const file = join(checkout.root, 'growing.mbox');
    const mail = (id: number) => `${mailWithBody(SAYS).replace('<1@', `<${id}@`)}\n`;
    writeFileSync(file, mail(0));
    const grow =
      "const fs=require('fs');for(let i=1;i<3000;i++)fs.appendFileSync(process.argv[1],process.argv[2].replace('<0@','<'+i+'@'))";
    const writer = spawn(process.execPath, ['-e', grow, file, mail(0)], { stdio: 'ignore' });
    try {
      const args = [checkout.script('add'), file, '--list', 'talk'];
      const added = spawn(process.execPath, args, { cwd: checkout.root, env: PLAIN_ENV, stdio: 'ignore' });
      expect([0, 1]).toContain(await new Promise((resolve) => added.once('exit', resolve)));
    } finally {
      writer.kill('SIGKILL');
    }
    try {
      const folder = join(checkout.root, 'content/sources');
      const slugs = readdirSync(folder);
      expect(slugs).toHaveLength(1);
      for (const slug of slugs) {
        const source = parse(readFileSync(join(folder, slug, 'source.yaml'), 'utf8'));
        const { sha256: digest } = z.object({ sha256: z.string() }).parse(source);
        expect(sha256(readFileSync(join(folder, slug, 'message.txt')))).toBe(digest);
      }
    } finally {
      checkout.remove();
    }
  });

  it('is given as far as it went, and then the error, where it ends in the middle', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      for (let id = 0; id < 50; id += 1) yield Buffer.from(`${mailWithBody(SAYS)}\n`);
      throw new Error('the file is gone');
    }
    const read: string[] = [];
    const reading = (async () => {
      for await (const { id } of readMessages(broken(), { window: 1000 })) read.push(id);
    })();
    await expect(reading).rejects.toThrow('the file is gone');
    expect(read.length).toBeGreaterThan(40);
  });
});
