import { describe, expect, it } from 'vitest';
import { mail, mailbox } from '../archive/__fixtures__/mail.ts';
import { readArchive } from '../archive/index.ts';
import { attributeArchive } from '../attribution/index.ts';
import type { Person } from '../model/person.ts';
import { proposePeople } from './propose.ts';

const from = (...senders: readonly string[]) => {
  const box = mailbox(
    ...senders.map((From, at) => mail({ From, Subject: 'x', 'Message-ID': `<${at}@x.example>` }, `words ${at}\n`)),
  );
  return readArchive(Buffer.from(box), 'test').messages;
};
const person = (id: string, name: string, ...aliases: string[]): Person => ({
  id,
  name,
  aliases,
  checked: 'confirmed',
});

describe('one person behind several names and addresses', () => {
  const two = from('Mo <mo@example.org>', 'Mo Example <mo@example.org>', 'Al Other <al@example.org>');

  it('is proposed where two names wrote from one address', () => {
    expect(proposePeople(two, [])).toEqual([{ names: ['Mo', 'Mo Example'], reason: 'they wrote from one address' }]);
  });

  it.each([
    ['Mo Example', 'EXAMPLE, Mo', 'their names differ in writing alone'],
    ['Jörg Example', 'Jorg Example', 'their names differ in writing alone'],
    ['Mo Example', 'M. Example', 'one name may be short for the other'],
    ['Mo Example', 'Mo E. Example', 'one name may be short for the other'],
  ])('is proposed for %s and %s, whatever their addresses', (one, other, reason) => {
    const proposals = proposePeople(from(`"${one}" <a@one.example>`, `"${other}" <b@two.example>`), []);
    expect(proposals.map((proposal) => proposal.reason)).toEqual([reason]);
  });

  it.each([
    ['Mo Example', 'Al Example'],
    ['Mo Example', 'Mo Other'],
    ['Mo', 'MO'],
  ])('is not proposed for %s and %s', (one, other) => {
    expect(proposePeople(from(`${one} <a@one.example>`, `${other} <b@two.example>`), [])).toEqual([]);
  });

  it('is not proposed of a machine that writes for many', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((name) => `${name} <notifications@example.org>`);
    expect(proposePeople(from(...many), [])).toEqual([]);
  });

  it('is not proposed again where people.yaml says that they are one, or two', () => {
    expect(proposePeople(two, [person('mo', 'Mo Example', 'Mo')])).toEqual([]);
    expect(proposePeople(two, [person('mo', 'Mo Example'), person('mo-2', 'Mo')])).toEqual([]);
    expect(proposePeople(two, [person('mo', 'Mo Example')])).toHaveLength(1);
  });

  it('is never merged: each message keeps the name it was sent under', () => {
    const speakers = attributeArchive({ format: 'mbox', messages: two, problems: [] }).map(
      ({ from: sender }) => sender?.name,
    );
    expect(speakers).toEqual(['Mo', 'Mo Example', 'Al Other']);
  });
});
