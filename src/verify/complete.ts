import { count } from '../model/count.ts';
import type { Decision } from '../model/decision.ts';
import type { Position } from '../model/position.ts';
import type { Knowledge } from '../records/knowledge.ts';
import type { Report } from './report.ts';
import { sidesOf, standing } from './sides.ts';

/** One thing that a whole record has, and the sentence that says whether this one has it. */
export interface Criterion {
  readonly name: string;
  readonly holds: boolean;
  readonly sentence: string;
}

/** How whole a record is. */
export interface Completeness {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly criteria: readonly Criterion[];
}

interface Subject {
  readonly decision: Decision;
  /** Positions that count: neither withdrawn nor rejected. */
  readonly positions: readonly Position[];
  /** How many findings the gate has about the record. */
  readonly findings: number;
  /** Date of each source that it quotes; null where none is known. */
  readonly dates: readonly (string | null)[];
}

/** What makes a record whole, in the order in which an editor would see to it. */
const CRITERIA: readonly ((subject: Subject) => Criterion)[] = [
  ({ decision }) => ({
    name: 'question',
    holds: !decision.draft,
    sentence: decision.draft ? 'Its title, question and summary are drafts.' : 'A person has written its question.',
  }),
  ({ positions }) => ({
    name: 'positions',
    holds: positions.length >= 2,
    sentence: `It holds ${count(positions.length, 'position')}${positions.length >= 2 ? '' : ', and two make an argument'}.`,
  }),
  ({ decision, positions }) => {
    const { pro, con } = sidesOf(positions);
    const { oneSided } = decision;
    return {
      name: 'sides',
      holds: (pro > 0 && con > 0) || oneSided !== undefined,
      sentence: `It quotes ${pro} for and ${con} against or conceding${oneSided === undefined ? '.' : `: ${oneSided}`}`,
    };
  },
  ({ findings }) => ({
    name: 'verified',
    holds: findings === 0,
    sentence:
      findings === 0 ? 'Verification finds nothing wrong with it.' : `Verification has ${count(findings, 'finding')}.`,
  }),
  ({ decision }) => {
    const { facts } = decision.outcome;
    const unsure = facts.filter(({ checked }) => checked === 'unconfirmed').length;
    const tail = unsure === 0 ? '' : `, ${unsure} of them unconfirmed`;
    return {
      name: 'outcome',
      holds: facts.length > 0,
      sentence: `Its outcome rests on ${count(facts.length, 'fact')}${tail}.`,
    };
  },
  ({ decision }) => {
    const bare = decision.options.filter(({ fate, facts }) => fate !== 'open' && facts.length === 0);
    const open = decision.options.filter(({ fate }) => fate === 'open').length;
    const named = bare.map(({ term }) => term).join(', ');
    // That nothing was decided, or that nobody knows, is an outcome too, if the record says so.
    const undecided = decision.outcome.how === 'never-decided' || decision.outcome.how === 'unknown';
    return {
      name: 'fates',
      holds: decision.options.length > 0 && bare.length === 0 && (open < decision.options.length || undecided),
      sentence: fatesSentence(decision.options.length, open, named, undecided),
    };
  },
  ({ dates }) => {
    const missing = dates.filter((date) => date === null).length;
    return {
      name: 'date',
      holds: dates.length > 0 && missing === 0,
      sentence:
        missing === 0
          ? `The date of ${count(dates.length, 'source')} is known.`
          : `${count(missing, 'source')} cannot be dated.`,
    };
  },
  ({ decision, positions }) => {
    const unread = positions.filter(({ review }) => review === 'extracted').length;
    return {
      name: 'reviewed',
      holds: decision.review === 'reviewed' && unread === 0,
      sentence:
        decision.review === 'reviewed'
          ? `It was reviewed; ${count(unread, 'position')} ${unread === 1 ? 'was' : 'were'} not.`
          : `Nobody has reviewed it, nor ${count(unread, 'position')} of it.`,
    };
  },
];

function fatesSentence(options: number, open: number, unproven: string, undecided: boolean): string {
  if (unproven !== '') return `No fact shows the fate of ${unproven}.`;
  if (options === 0) return 'It lists no option.';
  if (open === options) {
    const said = undecided ? ', and the outcome says that no more is known' : '';
    return options === 1
      ? `The fate of its option is open${said}.`
      : `The fate of all ${options} options is open${said}.`;
  }
  return `Facts show the fate of ${options - open} of its ${count(options, 'option')}.`;
}

/** Says of each record what it has and what it lacks: the editors' backlog, worst first, then in the order of the ids. */
export function completenessOf(knowledge: Knowledge, report: Report): Completeness[] {
  const dates = new Map(knowledge.sources.map(({ slug, source }) => [slug, source.date]));
  return knowledge.records
    .map(({ file, decision }): Completeness => {
      const positions = standing(decision);
      const slugs = [...new Set(positions.map(({ evidence }) => evidence.source))];
      const subject: Subject = {
        decision,
        positions,
        findings: report.findings.filter(({ where }) => where.file === file).length,
        dates: slugs.map((slug) => dates.get(slug) ?? null),
      };
      return {
        id: decision.id,
        title: decision.title,
        file,
        criteria: CRITERIA.map((criterion) => criterion(subject)),
      };
    })
    .sort((a, b) => failures(b) - failures(a) || (a.id < b.id ? -1 : 1));
}

function failures({ criteria }: Completeness): number {
  return criteria.filter(({ holds }) => !holds).length;
}

/** Prints the backlog: each record with a line for each criterion, `+` where it holds, `-` where it does not. */
export function formatCompleteness(records: readonly Completeness[]): string {
  return records
    .map(({ id, title, criteria }) => {
      const held = criteria.filter(({ holds }) => holds).length;
      const lines = criteria.map(({ holds, name, sentence }) => `  ${holds ? '+' : '-'} ${name}: ${sentence}\n`);
      return `${id} ${title} (${held} of ${criteria.length})\n${lines.join('')}`;
    })
    .join('\n');
}
