import { describe, expect, it } from 'vitest';
import { resolver, withWords } from './addresses.ts';

describe('the address of a hit', () => {
  it.each([
    ['/', 'https://example.org/x/'],
    ['/terms/vma/', 'https://example.org/x/terms/vma/'],
    ['/sources/a/?hl=b#L4', 'https://example.org/x/sources/a/?hl=b#L4'],
  ])('%s is one of a served site', (url, expected) => {
    expect(resolver('https://example.org/x/')(url)).toBe(expected);
  });

  it.each([
    ['/', 'file:///tmp/a%20b/index.html'],
    ['/terms/vma/', 'file:///tmp/a%20b/terms/vma/index.html'],
    ['/sources/a/?hl=b#L4', 'file:///tmp/a%20b/sources/a/index.html?hl=b#L4'],
    ['/search/?q=a/', 'file:///tmp/a%20b/search/index.html?q=a/'],
  ])('%s names the file of an unzipped one', (url, expected) => {
    expect(resolver('file:///tmp/a%20b/')(url)).toBe(expected);
  });

  it.each([
    ['/a/#L4', 'per-VMA', '/a/?hl=per-VMA#L4'],
    ['/a/', ' "page cache" & <b> ', '/a/?hl=%22page+cache%22+%26+%3Cb%3E'],
    ['/a/#x', ' ', '/a/#x'],
  ])('%s carries the words %j', (url, words, expected) => {
    expect(withWords(url, words)).toBe(expected);
    expect(new URL(expected, 'https://example.org').searchParams.get('hl') ?? '').toBe(words.trim());
  });
});
