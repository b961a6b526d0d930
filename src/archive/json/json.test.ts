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
