import { describe, expect, it } from 'vitest';
import { attributeArchive } from '../../attribution/index.ts';
import { bodyOf, read } from '../__fixtures__/mail.ts';

const github = (id: number, login: string | null, body: string | null, more = {}): object => ({
  id,
  html_url: `https://github.com/a/b/issues/1#issuecomment-${id}`,
  user: login === null ? null : { login, id: 1 },
  created_at: '2014-06-13T10:30:00Z',
  body,
  ...more,
});

describe('a discussion in JSON', () => {
  it('from GitHub gives issue and comments, deleted accounts and empty bodies included', () => {
    const archive = read(
      JSON.stringify([
        github(1, 'mo', 'opening', { title: 'A title' }),
        github(2, null, null),
        github(3, 'al', '> opening\r\n\r\nno'),
      ]),
    );
    expect(archive.format).toBe('github-json');
    expect(archive.messages.map(({ from, subject, inReplyTo }) => `${from?.name} ${subject} ${inReplyTo}`)).toEqual([
      'mo A title null',
      'undefined A title <github-1@github.com>',
      'al A title <github-1@github.com>',
    ]);
    const quoted = attributeArchive(archive)[2]?.lines[0];
    expect(quoted).toMatchObject({
      depth: 1,
      speaker: 'mo',
      basis: 'original',
      original: { message: '<github-1@github.com>', line: 1 },
    });
  });

  it('from GitHub’s timeline gives comments and reviews, and passes over events', () => {
    const review = {
      ...github(3, 'cy', 'fine'),
      created_at: undefined,
      submitted_at: '2014-06-14T10:30:00Z',
      event: 'reviewed',
    };
    const label = { id: 2, event: 'labeled', actor: { login: 'zoe' } };
    const archive = read(JSON.stringify([{ ...github(1, 'mo', 'one'), event: 'commented' }, label, review]));
    expect(archive.messages.map(({ from, date }) => `${from?.name} ${date}`)).toEqual([
      'mo 2014-06-13T10:30:00Z',
      'cy 2014-06-14T10:30:00Z',
    ]);
    expect(() => read(JSON.stringify([label]))).toThrow('format-unknown');
  });

  it('from GitHub’s GraphQL gives a discussion with the replies to its comments', () => {
    const said = (databaseId: number, login: string, body: string, more = {}): object => ({
      databaseId,
      author: { login },
      body,
      createdAt: '2014-06-13T10:30:00Z',
      ...more,
    });
    const comments = {
      nodes: [said(2, 'al', 'two', { replies: { nodes: [said(3, 'cy', 'three')] } }), said(4, 'di', 'four')],
    };
    const discussion = said(1, 'mo', 'one', { title: 'A title', comments });
    const expected = ['1 null mo', '2 1 al', '3 2 cy', '4 1 di'];
    const shape = (data: object): string[] =>
      read(JSON.stringify(data)).messages.map(({ id, inReplyTo, from }) =>
        `${id} ${inReplyTo} ${from?.name}`.replaceAll('<github-', '').replaceAll('@github.com>', ''),
      );
    expect(shape({ data: { repository: { discussion } } })).toEqual(expected);
    expect(shape({ data: { repository: { issue: discussion } } })).toEqual(expected);
    expect(shape({ ...discussion, comments: comments.nodes, reviews: [said(5, 'ed', '')] })).toEqual(expected);
  });

  it('from GitLab gives the words that open an issue', () => {
    const author = { name: 'Mo', username: 'mo' };
    const issue = { id: 7, iid: 1, title: 'A title', description: 'words', author, created_at: '2014-06-13T10:30:00Z' };
    expect(read(JSON.stringify(issue)).messages[0]).toMatchObject({ subject: 'A title', from: { name: 'Mo' } });
    expect(bodyOf(read(JSON.stringify(issue)))).toEqual(['words']);
  });

  it('from GitLab gives the notes of people, not those of the system', () => {
    const note = (id: number, name: string, body: string, system = false): object => ({
      id,
      body,
      author: { name, username: name.toLowerCase() },
      created_at: '2014-06-13T10:30:00.123Z',
      system,
    });
    const archive = read(
      JSON.stringify([{ id: 'x', notes: [note(1, 'Mo', 'one'), note(2, 'Al', 'closed', true), note(3, 'Al', 'two')] }]),
    );
    expect(archive.format).toBe('gitlab-json');
    expect(archive.messages.map(({ from, inReplyTo }) => `${from?.name} ${inReplyTo}`)).toEqual([
      'Mo null',
      'Al <gitlab-note-1@gitlab.invalid>',
    ]);
  });

  it('from Discourse knows whose words a quotation block holds', () => {
    const post = (number: number, username: string, raw: string, cooked: string): object => ({
      id: number,
      post_number: number,
      username,
      name: '',
      created_at: '2014-06-13T10:30:00.000Z',
      raw,
      cooked,
    });
    const raw = '[quote="mo, post:1, topic:7"]\nopening words\n[/quote]\nmy answer';
    const archive = read(
      JSON.stringify({
        id: 7,
        title: 'A title',
        post_stream: { posts: [post(1, 'mo', 'opening words', ''), post(2, 'al', raw, '')] },
      }),
    );
    expect(archive.format).toBe('discourse-json');
    expect(bodyOf(archive, 1)).toEqual(raw.split('\n'));
    const lines = attributeArchive(archive)[1]?.lines.map(({ zone, depth, speaker }) => `${zone} ${depth} ${speaker}`);
    expect(lines).toEqual(['attribution 0 al', 'prose 1 mo', 'prose 1 mo', 'prose 0 al']);
  });

  it('from Discourse without its source is read from its HTML', () => {
    const cooked =
      '<aside class="quote"><div class="title">mo:</div><blockquote><p>opening words</p></blockquote></aside><p>my answer</p>';
    const posts = [
      { id: 1, post_number: 1, username: 'mo', created_at: 'x', cooked: '<p>opening words</p>' },
      { id: 2, post_number: 2, username: 'al', created_at: 'x', cooked },
    ];
    const archive = read(JSON.stringify({ id: 7, title: 'x', post_stream: { posts } }));
    const lines = attributeArchive(archive)[1]?.lines.map(({ depth, speaker, raw }) => `${depth} ${speaker} ${raw}`);
    expect(lines).toContain('1 mo > opening words');
    expect(lines).toContain('0 al my answer');
  });

  it.each(['{}', '[]', '[1]', '{"id":1}', '[[[', '{"posts":[]}'])('is not seen in %s', (text) => {
    expect(() => read(text)).toThrow('format-unknown');
  });
});
