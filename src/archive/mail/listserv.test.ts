import { describe, expect, it } from 'vitest';
import { bodyOf, mail, read } from '../__fixtures__/mail.ts';

describe('a LISTSERV log', () => {
  it('is cut at its rules, not at a table’s', () => {
    const rule = '='.repeat(73);
    const text = `${rule}\n${mail({ Subject: 'one', Date: 'x' }, `first\n${rule}\nno header here\n`)}${rule}\n${mail({ Subject: 'two' }, 'second\n')}`;
    const archive = read(text);
    expect(archive.format).toBe('listserv');
    expect(archive.messages.map(({ subject }) => subject)).toEqual(['one', 'two']);
    expect(bodyOf(archive)).toEqual(['first', rule, 'no header here']);
    const file = text.split('\n');
    for (const { lines } of archive.messages) for (const line of lines) expect(file[line.number - 1]).toBe(line.text);
  });
});
