import type { Precedent } from './client/asked.ts';
import { type Engine, openEngine } from './client/engine.ts';
import type { Hit } from './client/hit.ts';
import { makeIndex } from './index/make.ts';
import { movedIds } from './moved.ts';
import type { SearchKnowledge } from './record.ts';
import { searchRecords } from './records.ts';

/** Opens the index of a knowledge base without writing it: the same that the site is searched with. */
export function engineOf(knowledge: SearchKnowledge): Promise<Engine> {
  const { manifest, files } = makeIndex(searchRecords(knowledge), movedIds(knowledge));
  const contents = new Map([...files].map(([name, json]) => [`${manifest.folder}/${name}`, json]));
  return openEngine(async (name) =>
    JSON.parse(name === 'index' ? JSON.stringify(manifest) : (contents.get(name) ?? 'null')),
  );
}

/** Prints what `askedBefore` found, for a terminal. */
export function formatPrecedents(precedents: readonly Precedent[], site: string): string {
  if (precedents.length === 0) return 'Nothing on record comes near to that.\n';
  return `${precedents.map((precedent) => onePrecedent(precedent, site)).join('\n\n')}\n`;
}

function onePrecedent({ decision, title, option, fate, outcome, positions }: Precedent, site: string): string {
  const facts = outcome.map(
    (fact) => `  what came of it, ${fact.meta.year ?? 'undated'}: ${textOf(fact.excerpt)}${hedgeOf(fact)}`,
  );
  const said = positions.map(
    (hit) =>
      `  ${hit.meta.year ?? ''} ${textOf(hit.title)}: “${textOf(hit.excerpt)}”\n    ${site}/${hit.meta.id ?? ''}/`,
  );
  return [`${option}: ${fate.replace('-', ' ') || 'open'} (${decision}, ${title})`, ...facts, ...said].join('\n');
}

function hedgeOf({ meta }: Hit): string {
  return meta.checked === undefined ? '' : ' (unconfirmed)';
}

function textOf(pieces: Hit['excerpt']): string {
  return pieces.map(({ text }) => text).join('');
}
