import { mail } from '../../archive/__fixtures__/mail.ts';

function post(name: string, minute: number, body: string, ...parents: readonly string[]): string {
  const id = (who: string): string => `<cache-${who.toLowerCase()}@example.org>`;
  const parent = parents.at(-1);
  return mail(
    {
      From: `${name} Example <${name.toLowerCase()}@example.org>`,
      Date: `Fri, 13 Jun 2014 10:${String(minute).padStart(2, '0')}:00 +0000`,
      Subject: `${parent === undefined ? '' : 'Re: '}[RFC] Should the cache be write-back?`,
      'Message-ID': id(name),
      ...(parent === undefined ? {} : { 'In-Reply-To': id(parent), References: parents.map(id).join(' ') }),
    },
    body,
  );
}

/** A thread of made-up mails in which four people argue, quote each other and are quoted again. */
export const THREAD: readonly string[] = [
  post(
    'Ann',
    1,
    `Hello,

I propose that we make the cache write-back so that small writes are
merged before they reach the disk. I see two ways to do that:

1) a dirty list for each bucket
2) one journal in front of the disk

I measured 30 % fewer writes with a prototype, see src/cache/journal.c
in v2.1. What is lacking with the lock we have?
`,
  ),
  post(
    'Ben',
    5,
    `On Fri, 13 Jun 2014 10:01:00 +0000, Ann Example wrote:
> I propose that we make the cache write-back so that small writes are
> merged before they reach the disk.

I don't think write-back is a good idea, because a power cut loses
what was acknowledged. Yes, but it is not an awful solution for logs ;-)

> 2) one journal in front of the disk

This would be too slow for us. Why not use O_DSYNC instead?
`,
    'Ann',
  ),
  post(
    'Cid',
    9,
    `Ben Example <ben@example.org> writes:

> On Fri, 13 Jun 2014 10:01:00 +0000, Ann Example wrote:
>> I propose that we make the cache write-back so that small writes are
>> merged before they reach the disk.
>
> I don't think write-back is a good idea, because a power cut loses
> what was acknowledged.

I agree with Ben. I would prefer option 2, since the journal survives a
power cut; the dirty list vs. the journal is not even close.
`,
    'Ann',
    'Ben',
  ),
  post(
    'Dee',
    12,
    `> This would be too slow for us. Why not use O_DSYNC instead?

O_DSYNC is exactly what I'd want if I were writing a database, but that
is not what the cache is for. They always say "just sync it", and I
doubt it.
`,
    'Ann',
    'Ben',
  ),
];
