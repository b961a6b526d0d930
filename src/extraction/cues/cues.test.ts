import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseGold } from '../../evaluation/gold.ts';
import { People } from '../../model/person.ts';
import { CONSTRUCTIONS } from '../constructions/index.ts';
import { cutTokens } from '../tokens.ts';
import { MODEL } from '../weights.ts';
import type { CueFamily } from './cue.ts';
import { CUE_FAMILIES, CUES } from './index.ts';
import { findCues, indexCues } from './match.ts';

/** All phrases that decide anything: those of the cue families and those of the constructions. */
const PHRASES: readonly CueFamily[] = [
  ...CUE_FAMILIES,
  ...CONSTRUCTIONS.map(({ id, shows, phrases }) => ({ id, shows, stance: null, phrases })),
];

const PLACE = new URL('../../../content/', import.meta.url);
const GOLD = parseGold(readFileSync(new URL('evaluation/positions.jsonl', PLACE), 'utf8'), 'positions.jsonl');
const PEOPLE = People.parse(parse(readFileSync(new URL('people.yaml', PLACE), 'utf8')));

/** Words in a row that, if only one marked sentence holds them, are that sentence and no cue. */
const TELLTALE = 4;

function cuesOf(text: string): [family: string, words: string][] {
  const tokens = cutTokens(text).tokens;
  return findCues(tokens, CUES).map((hit) => [
    hit.family,
    tokens
      .slice(hit.from, hit.to)
      .map((token) => token.text)
      .join(' '),
  ]);
}

/** Words of a phrase that allow no other in their place: alternatives make a phrase a pattern. */
function fixedWords(phrase: string): number {
  return phrase.split(' ').filter((word) => word !== '~' && !/[|?]/.test(word)).length;
}

/** Phrases of at least four fixed words that match in just one of the sentences given. */
function telltales(families: readonly CueFamily[], sentences: readonly string[]): string[] {
  const long = families.map((family) => ({
    ...family,
    phrases: family.phrases.filter((phrase) => fixedWords(phrase) >= TELLTALE),
  }));
  const index = indexCues(long);
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const phrase of new Set(findCues(cutTokens(sentence).tokens, index).map((hit) => hit.phrase))) {
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count === 1).map(([phrase]) => phrase);
}

/** Names of people, as words, that a list of words holds. */
function namesIn(words: readonly string[]): string[] {
  const names = new Set(
    PEOPLE.flatMap((person) => [person.name, ...person.aliases])
      .flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
      .filter(
        (name) => name.length > 3 && !['mailing', 'list', 'poster', 'unnamed', 'thread', 'starter'].includes(name),
      ),
  );
  return words.filter((word) => names.has(word));
}

/** Words of the names of the five documents that a list of words holds, those of every discussion aside. */
function documentsIn(words: readonly string[]): string[] {
  const common = new Set(['user', 'userspace', 'space', 'block', 'driver', 'raw', 'devices', 'io', 'vm']);
  const names = new Set(GOLD.flatMap(({ doc }) => doc.split('-').filter((word) => !common.has(word))));
  return words.filter((word) => names.has(word));
}

describe('cues', () => {
  it('are found by word, alternative, gap and place', () => {
    const families: CueFamily[] = [
      { id: 'x', shows: 'a test', stance: null, phrases: ['^no', 'how|what about', 'makes ~ sense', 'very? good'] },
    ];
    const find = (text: string): string[] =>
      findCues(cutTokens(text).tokens, indexCues(families)).map((hit) => hit.phrase);
    expect(find('Well, no.')).toEqual(['^no']);
    expect(find('There is no way')).toEqual([]);
    expect(find('What about pipes? It makes a lot of sense.')).toEqual(['how|what about', 'makes ~ sense']);
    expect(find('It makes far too little of any sense')).toEqual([]);
    expect(find('very good')).toEqual(['very? good', 'very? good']);
  });

  it('refuse a phrase that begins with a gap', () => {
    expect(() => indexCues([{ id: 'x', shows: 'a test', stance: null, phrases: ['~ sense'] }])).toThrow(RangeError);
  });

  it('see through contractions', () => {
    expect(cuesOf("I don't like this")).toContainEqual(['dislike', 'do not like']);
    expect(cuesOf("Let's drop it")).toContainEqual(['suggestion', "let 's"]);
  });

  it('have one id each and no phrase twice in a family', () => {
    const ids = CUE_FAMILIES.map((family) => family.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { phrases } of PHRASES) expect(new Set(phrases).size).toBe(phrases.length);
  });

  it('are no sentences of the five documents in disguise', () => {
    const sentences = GOLD.map((position) => position.raw.replace(/\n[>: ]*/g, ' '));
    expect(telltales(PHRASES, sentences)).toEqual([]);
    const bad: CueFamily = { id: 'bad', shows: 'a test', stance: null, phrases: ['flush overhead of that solution'] };
    expect(telltales([bad], sentences)).toEqual(['flush overhead of that solution']);
  });

  it('name nobody and no document, and neither do the weights', () => {
    const words = PHRASES.flatMap((family) => family.phrases.flatMap((phrase) => phrase.split(/[ |?^~]+/)));
    const weighed = [...MODEL.sequence.keys(), ...MODEL.stance.keys()].flatMap((name) => name.split(/[ :|?^~]+/));
    expect(namesIn([...words, ...weighed])).toEqual([]);
    expect(namesIn(['torvalds', 'bottomley'])).not.toEqual([]);
    expect(documentsIn([...words, ...weighed])).toEqual([]);
    expect(documentsIn(['rdma'])).toEqual(['rdma']);
  });
});
