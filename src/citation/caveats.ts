import type { Corpus, CorpusDecision, CorpusPosition } from '../corpus/corpus.ts';
import { lookupOf } from '../corpus/lookup.ts';
import { SIDE } from '../model/stood.ts';

/** The record and, for a position, the position that is cited. */
interface Subject {
  readonly corpus: Corpus;
  readonly decision: CorpusDecision;
  readonly position: CorpusPosition | null;
}

/** Each rule says one thing a reader must know, or nothing. In this order they are printed: gravest first. */
const RULES: readonly ((subject: Subject) => string | null)[] = [
  ({ decision: { status } }) =>
    status === 'withdrawn' ? 'The record was withdrawn: nobody vouches for it any more.' : null,
  superseded,
  ({ decision: { draft } }) => (draft ? 'The record is a draft that no person has read.' : null),
  notReviewed,
  contested,
  ({ position }) => {
    if (position?.basis === 'unknown') return 'Nothing in the archive says who wrote these words.';
    return position?.basis === 'inferred'
      ? 'The name of the speaker is a conclusion; the archive does not give it.'
      : null;
  },
  ({ position }) =>
    position?.secondHand
      ? `The words are known only as ${position.quotedBy ?? 'another message'} ${position.told === true ? 'tells' : 'quotes'} them.`
      : null,
  ({ decision: { status } }) => (status === 'abandoned' ? 'The question was given up without an answer.' : null),
  ({ decision: { status } }) => (status === 'open' ? 'The question is open.' : null),
  ({ decision, position }) =>
    (position ?? decision).released === undefined
      ? 'No version has been released yet: what stands there may still change.'
      : null,
  ({ decision, position }) => {
    const { released } = position ?? decision;
    return released?.changed === true
      ? `What it says has changed since version ${released.version}; that is not released yet.`
      : null;
  },
];

/** What a reader must know before relying on a record or position, one sentence or two each, gravest first. */
export function caveatsOf(corpus: Corpus, decision: CorpusDecision, position: CorpusPosition | null): string[] {
  return RULES.flatMap((rule) => rule({ corpus, decision, position }) ?? []);
}

function superseded({ corpus, decision }: Subject): string | null {
  const later = decision.supersededBy.flatMap((id) => lookupOf(corpus).decisions.get(id) ?? []);
  if (later.length > 0) {
    const names = later.map(({ id, url }) => `${id}, ${url}`).join('; ');
    return `Superseded: a later record is probably what you want to cite: ${names}`;
  }
  return decision.status === 'superseded' ? 'Superseded: a later decision has taken the place of this one.' : null;
}

function notReviewed({ decision, position }: Subject): string | null {
  if (decision.draft || (position ?? decision).review === 'reviewed') return null;
  return position === null
    ? 'Not reviewed: its positions were found by rules, and not all were checked by a person.'
    : 'Not reviewed: the words are exact, stance and option were found by rules.';
}

/** Others who took the other side on the same option in the same record. */
function contested({ corpus, position }: Subject): string | null {
  const side = position === null ? null : SIDE[position.stance];
  if (position === null || side === null || position.option === null) return null;
  const others = (lookupOf(corpus).byDecision.get(position.decision) ?? []).filter(
    (other) =>
      other.option === position.option &&
      other.holder !== position.holder &&
      SIDE[other.stance] !== null &&
      SIDE[other.stance] !== side,
  );
  if (others.length === 0) return null;
  const verb = others.length === 1 ? 'position of another takes' : 'positions of others take';
  return `Contested: ${others.length} ${verb} the other side.`;
}
