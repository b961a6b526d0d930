import type { Decision, Fate } from '../model/decision.ts';
import { fullId } from '../model/id.ts';
import type { Position, Stance } from '../model/position.ts';
import type { Term } from '../model/term.ts';
import { through } from '../model/through.ts';
import { visibleText } from '../model/visible.ts';
import { clip, escapeHref, escapeLabel, quoteLabel } from './escape.ts';
import { MAX_NODES } from './limits.ts';

/** What an argument map takes from the rest of the knowledge base. */
export interface ArgumentMapContext {
  readonly terms: readonly Term[];
  /** The address of a decision (by its id), a position (by its full id) or a term (by its slug). */
  readonly hrefOf: (id: string) => string;
  /** How many boxes are drawn before the rest is summed up in one; `Infinity` draws as many as can be drawn at all. */
  readonly cap?: number;
  /** Up to how many boxes of speakers show the first words too. */
  readonly words?: number;
}

const CAP = 24;
/** Beyond this many boxes of speakers a map with their words would be a page of text. */
const WITH_WORDS = 12;
const WORDS = 68;
/** Longest label and name, in characters. */
const LABEL = 240;
const NAME = 100;
const IDS = 6;

/** The positions of one holder that take the same stance on the same option: one box of the map. */
interface Voice {
  readonly holder: string;
  readonly stance: Stance;
  readonly option: string | null;
  readonly positions: readonly Position[];
}

interface OptionBox {
  readonly slug: string;
  readonly label: string;
  readonly fate: Fate | null;
}

/**
 * Writes a decision as a Mermaid flowchart: the question, its options with what became of them, and who stands where. One
 * box per speaker and stance, in the order of the record, with the numbers of the positions it sums up; positions on no
 * option hang on the question. Rejected and withdrawn positions are left out. Where there are more boxes than the cap,
 * every option keeps its first speakers and one box says how many are missing.
 *
 * @example argumentMap(decision, { terms, hrefOf }) →
 * flowchart RL
 *   accTitle: Argument map of PREC-7F3Q2
 *   …
 *   q["Should user space get raw devices?"]:::question
 *   o1["raw devices
 * rejected"]:::option-rejected
 *   o1 --> q
 *   v1["Linus Torvalds
 * P1, P4"]:::stance-opposes
 *   v1 -.->|opposes| o1
 */
export function argumentMap(decision: Decision, { terms, hrefOf, ...asked }: ArgumentMapContext): string {
  const cap = Math.min(asked.cap ?? CAP, MAX_NODES);
  const positions = decision.positions.filter(
    ({ review, withdrawn }) => review !== 'rejected' && withdrawn === undefined,
  );
  const voices = voicesOf(positions);
  const options = optionsOf(decision, positions, terms);
  const shownOptions = options.length + 1 > cap ? options.slice(0, Math.max(cap - 2, 0)) : options;
  const shown = firstOfEach(voices, shownOptions, cap - 1 - shownOptions.length);
  const missing = missingText(options.length - shownOptions.length, voices, shown);
  const withWords = shown.size <= (asked.words ?? WITH_WORDS);

  const lines = [
    'flowchart RL',
    `  accTitle: ${escapeLabel(`Argument map of ${decision.id}: ${clip(decision.title, LABEL)}`)}`,
    `  accDescr: ${escapeLabel(describe(decision, options, voices, missing))}`,
    ...box('q', [clip(decision.question, LABEL)], 'question', hrefOf(decision.id)),
  ];
  let count = 0;
  const voice = (one: Voice, target: string): void => {
    count += 1;
    const [first] = one.positions;
    const href = first === undefined ? hrefOf(decision.id) : hrefOf(fullId(decision.id, first.id));
    lines.push(...box(`v${count}`, voiceLines(one, withWords), `stance-${one.stance}`, href));
    lines.push(`  v${count} ${one.stance === 'opposes' ? '-.->' : '-->'}|${one.stance}| ${target}`);
  };
  for (const [index, { slug, label, fate }] of shownOptions.entries()) {
    const id = `o${index + 1}`;
    const text = fate === null ? [label] : [label, FATE[fate]];
    lines.push(...box(id, text, `option-${fate ?? 'open'}`, hrefOf(slug)), `  ${id} --> q`);
    for (const one of shown) if (one.option === slug) voice(one, id);
  }
  for (const one of shown) if (one.option === null) voice(one, 'q');
  if (missing !== null) lines.push(...box('more', [missing], 'more', hrefOf(decision.id)), '  more --- q');
  return `${lines.join('\n')}\n`;
}

const FATE: Readonly<Record<Fate, string>> = {
  adopted: 'adopted',
  'partly-adopted': 'partly adopted',
  rejected: 'rejected',
  abandoned: 'abandoned',
  open: 'open',
};

/** A box and its link. */
function box(id: string, lines: readonly string[], kind: string, href: string): string[] {
  return [`  ${id}[${quoteLabel(lines)}]:::${kind}`, `  click ${id} href "${escapeHref(href)}"`];
}

function voicesOf(positions: readonly Position[]): Voice[] {
  const voices = new Map<string, Voice & { positions: Position[] }>();
  for (const position of positions) {
    const { option, stance } = position;
    const holder = holderOf(position);
    const key = JSON.stringify([option, stance, holder]);
    const voice = voices.get(key) ?? { holder, stance, option, positions: [] };
    voice.positions.push(position);
    voices.set(key, voice);
  }
  return [...voices.values()];
}

/** Unknown stays unknown, inferred is shown as inferred, and second-hand says through whom. */
function holderOf(position: Position): string {
  const { holder, holderBasis } = position;
  const name = holder === null ? 'Unknown speaker' : clip(visibleText(holder), NAME);
  const basis = holder !== null && holderBasis === 'inferred' ? ' (inferred)' : '';
  const by = through(position, (quoting) => clip(visibleText(quoting), NAME));
  return by === null ? `${name}${basis}` : `${name}${basis}, ${by}`;
}

/** The options of the record, then those that only its positions name. */
function optionsOf(decision: Decision, positions: readonly Position[], terms: readonly Term[]): OptionBox[] {
  const labels = new Map(terms.map((term) => [term.id, term.prefLabel]));
  const fates = new Map<string, Fate | null>(decision.options.map((option) => [option.term, option.fate]));
  for (const { option } of positions) if (option !== null && !fates.has(option)) fates.set(option, null);
  return [...fates].map(([slug, fate]) => ({ slug, fate, label: clip(labels.get(slug) ?? slug, LABEL) }));
}

/** Deals the room out in turn, one voice to every option (and to the question itself), until it is used up. */
function firstOfEach(voices: readonly Voice[], options: readonly OptionBox[], room: number): ReadonlySet<Voice> {
  const slugs = new Set<string | null>([...options.map(({ slug }) => slug), null]);
  const drawable = voices.filter(({ option }) => slugs.has(option));
  if (drawable.length <= room) return new Set(drawable);
  const turns = new Map<string | null, number>();
  const dealt = drawable.map((voice) => {
    const turn = turns.get(voice.option) ?? 0;
    turns.set(voice.option, turn + 1);
    return { voice, turn };
  });
  dealt.sort((a, b) => a.turn - b.turn);
  const kept = new Set(dealt.slice(0, Math.max(room - 1, 0)).map(({ voice }) => voice));
  return new Set(drawable.filter((voice) => kept.has(voice)));
}

function missingText(options: number, voices: readonly Voice[], shown: ReadonlySet<Voice>): string | null {
  const positions = voices.filter((voice) => !shown.has(voice)).reduce((sum, voice) => sum + voice.positions.length, 0);
  const parts = [counted(options, 'option'), counted(positions, 'position')].filter((part) => part !== null);
  return parts.length === 0 ? null : `and ${parts.join(' and ')}`;
}

function counted(count: number, noun: string): string | null {
  return count === 0 ? null : `${count} more ${noun}${count === 1 ? '' : 's'}`;
}

function voiceLines({ holder, positions }: Voice, withWords: boolean): string[] {
  const ids = positions.map(({ id }) => id);
  const named =
    ids.length <= IDS ? ids.join(', ') : `${ids.slice(0, IDS - 1).join(', ')} and ${ids.length - IDS + 1} more`;
  const words = positions[0]?.evidence.exact;
  return withWords && words !== undefined ? [holder, `“${clip(visibleText(words), WORDS)}”`, named] : [holder, named];
}

function describe(
  decision: Decision,
  options: readonly OptionBox[],
  voices: readonly Voice[],
  missing: string | null,
): string {
  const speakers = new Set(voices.map(({ holder }) => holder)).size;
  const positions = voices.reduce((sum, voice) => sum + voice.positions.length, 0);
  const rest = missing === null ? '' : ` One box stands for the rest: ${missing}.`;
  return (
    `The question “${clip(decision.question, LABEL)}”, the options it was given (${options.length}) and who said what of each: ` +
    `positions ${positions}, speakers ${speakers}.${rest}`
  );
}
