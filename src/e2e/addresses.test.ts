import { describe, expect, it } from 'vitest';
import { idsIn, personalAddresses } from './addresses.ts';

describe('the rule for what looks like an e-mail address', () => {
  const ids = new Set(
    idsIn('messageId: "<20050428.GA1@example.org>"\nurl: https://lists.example.org/x/4271FD9B.1@example.org/'),
  );

  it('lets pass the Message-IDs that the archive names, and the addresses of lists', () => {
    expect(
      personalAddresses(
        'Message-ID: <20050428.GA1@example.org> https://mail.example.org/4271FD9B.1@example.org/ linux-kernel@vger.kernel.org',
        ids,
      ),
    ).toEqual([]);
  });

  it.each([
    ['ann@example.org', 'ann@example.org'],
    ['Ann &lt;ann.b+c@mail.example.org&gt;', 'ann.b+c@mail.example.org'],
    ['mailto:ann%40example.org', 'ann@example.org'],
    ['ann&#64;example.org', 'ann@example.org'],
    ['"ann\\u0040example.org"', 'ann@example.org'],
    ['https://example.org/?from=ann@example.org', 'from=ann@example.org'],
    ['Message-ID: <20050429.GA2@example.org> of no source', '20050429.GA2@example.org'],
    ['x20050428.GA1@example.org, longer than the ID', 'x20050428.GA1@example.org'],
    ['linux-kernel@example.org, no server of lists', 'linux-kernel@example.org'],
  ])('finds out %s', (text, address) => {
    expect(personalAddresses(text, ids)).toEqual([address]);
  });

  it('takes no name of a person in a path for a Message-ID', () => {
    expect(idsIn('url: https://example.org/people/ann@example.org/')).toEqual([]);
  });
});
