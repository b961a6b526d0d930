import type { Line } from '../../model/message.ts';
import type { Finding } from '../../model/problem.ts';
import { finding } from '../catalogue.ts';
import type { Check } from '../check.ts';
import { linesQuoted, type Passage, passageOf, type Quotation, quotationsOf, whereOf } from '../quoted.ts';

/**
 * Promise 2: nobody is credited with another's words. The holder of a position is the speaker of its lines, unknown stays
 * unknown, what is quoted says by whom. Positions of editors are held to it too; what was withdrawn or rejected credits
 * nobody any more.
 */
export const holders: Check = {
  counts: ['credited quotation', 'credited quotations'],
  promise: 'each by the speaker of its lines',
  run(knowledge) {
    const sources = new Map(knowledge.sources.map((source) => [source.slug, source]));
    const credited = quotationsOf(knowledge).filter(
      ({ position }) => position.withdrawn === undefined && position.review !== 'rejected',
    );
    const findings = credited.flatMap((quotation): Finding[] => {
      const source = sources.get(quotation.evidence.source);
      const passage = source === undefined ? null : passageOf(source, quotation.evidence);
      return passage === null ? [] : checkSpeaker(quotation, passage);
    });
    return { checked: credited.length, findings };
  },
};

function checkSpeaker(quotation: Quotation, passage: Passage): Finding[] {
  const lines = linesQuoted(passage.lines, quotation.evidence);
  const [first] = lines;
  if (first === undefined) return [];
  const { position } = quotation;
  const odd = lines.find(({ zone }) => zone !== 'prose' && zone !== 'list');
  if (odd !== undefined && !isSubject(quotation, odd)) {
    return [finding('quote-zone', `line ${odd.number} is ${odd.zone}, not prose`, whereOf(quotation, 'start'))];
  }
  const other = lines.find(({ speaker, depth }) => speaker !== first.speaker || depth !== first.depth);
  if (other !== undefined) {
    const what = `line ${first.number} is by ${named(first)}, line ${other.number} by ${named(other)}`;
    return [finding('quote-speakers', what, whereOf(quotation, 'end'))];
  }
  if (isReported(quotation, first)) return [];
  if (position.holder !== first.speaker) {
    const held = position.holder === null ? 'nobody known' : `“${position.holder}”`;
    const what = `credited to ${held}; lines ${first.number}–${lines.at(-1)?.number} are by ${named(first)}`;
    return [finding('holder-wrong', what, whereOfPosition(quotation, 'holder'))];
  }
  const isArgument = quotation.evidence !== position.evidence;
  return isArgument ? [] : [...checkBasis(quotation, lines), ...checkSecondHand(quotation, passage, first)];
}

/** A subject line takes a stand at times; an editor may quote it, and credits nobody: its writer may be anybody in the thread. */
function isSubject({ position }: Quotation, { zone }: Line): boolean {
  return zone === 'header' && position.extractor === 'editor' && position.holder === null && position.secondHand;
}

/**
 * Words that the speaker of the lines puts into the mouth of another ("… was their cry"): only an editor may record them,
 * as inferred, at second hand, and told by that very speaker, which is how they are shown.
 */
function isReported({ position }: Quotation, { speaker }: Line): boolean {
  const { extractor, holder, holderBasis, secondHand, quotedBy, told } = position;
  if (!told || extractor !== 'editor' || holder === null || holderBasis !== 'inferred' || !secondHand) return false;
  return speaker !== null && holder !== speaker && quotedBy === speaker;
}

function checkBasis(quotation: Quotation, lines: readonly Line[]): Finding[] {
  const { holderBasis } = quotation.position;
  if (lines.some(({ basis }) => basis === holderBasis)) return [];
  const what = `the holder is known by ${lines[0]?.basis}, not by ${holderBasis}`;
  return [finding('basis-wrong', what, whereOfPosition(quotation, 'holderBasis'))];
}

function checkSecondHand(quotation: Quotation, { message }: Passage, { depth, zone }: Line): Finding[] {
  const { secondHand, quotedBy } = quotation.position;
  const repeated = depth > 0 || zone === 'header';
  if (secondHand !== repeated) {
    const what = repeated ? 'the words stand behind quote marks' : 'the words stand behind no quote mark';
    return [finding('second-hand-wrong', what, whereOfPosition(quotation, 'secondHand'))];
  }
  const quoting = secondHand ? message.from?.name : undefined;
  if (quotedBy === quoting) return [];
  const what = quoting === undefined ? 'nobody is known to quote them' : `they are quoted by “${quoting}”`;
  return [finding('second-hand-wrong', what, whereOfPosition(quotation, 'quotedBy'))];
}

function whereOfPosition(quotation: Quotation, field: string) {
  const path = quotation.path.slice(0, 2);
  return { file: quotation.record.file, line: quotation.record.lineOf([...path, field]), id: quotation.id };
}

function named({ speaker, basis }: Line): string {
  return speaker === null ? 'a speaker who is not known' : `“${speaker}” (${basis})`;
}
