// @vitest-environment jsdom
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { knowledge } from '../__fixtures__/knowledge.ts';
import { makeIndex } from '../index/make.ts';
import { searchRecords } from '../records.ts';
import { openEngine } from './engine.ts';
import { searchPage } from './page.ts';

const FORM = `<form id="search"><input id="search-q"><select id="search-sort"><option>best<option>newest</select>
<nav id="search-kinds"></nav><details id="search-choices"><p id="search-facets"></p></details><p id="search-filter"></p></form>
<div id="search-go-to"></div><div id="search-asked"></div><p id="search-summary"></p><p id="search-status"></p><div id="search-results"></div>`;

function type(words: string): void {
  const field = document.querySelector('input');
  if (field === null) throw new Error('the page has no field');
  field.value = words;
  field.dispatchEvent(new Event('input'));
}

const summary = () => document.getElementById('search-summary')?.textContent ?? '';
const field = () => document.querySelector('input')?.value;

describe('the search page', () => {
  beforeAll(() => {
    const { manifest, files } = makeIndex(searchRecords(knowledge), {});
    const read = async (name: string) =>
      JSON.parse(
        name === 'index' ? JSON.stringify(manifest) : (files.get(name.slice(manifest.folder.length + 1)) ?? ''),
      );
    const opened = openEngine(read);
    expect(searchPage({ resolve: (url) => url, engine: () => opened })).toBe(false);
    document.body.innerHTML = FORM;
    expect(searchPage({ resolve: (url) => url, engine: () => opened })).toBe(true);
  });

  it('writes what is typed into the address, and shows what is found', async () => {
    const before = history.length;
    type('raw device');
    await vi.waitFor(() => expect(document.querySelectorAll('#search-results a').length).toBeGreaterThan(0));
    expect(new URLSearchParams(location.search).get('q')).toBe('raw device');
    expect(history.length).toBe(before);
    expect(summary()).not.toBe('');
  });

  it('makes an entry of the history of a sort that is chosen, and takes it back', async () => {
    const sort = document.querySelector('select');
    if (sort === null) throw new Error('the page has no choice of order');
    sort.value = 'newest';
    sort.dispatchEvent(new Event('change'));
    expect(location.search).toContain('sort=newest');
    history.back();
    await vi.waitFor(() => expect(location.search).not.toContain('sort'));
    await vi.waitFor(() => expect(sort.value).toBe('best'));
    expect(field()).toBe('raw device');
  });
});
