import fc from 'fast-check';
import { sha256 } from '../model/digest.ts';
import type { Target } from './target.ts';

/** An input that breaks a promise, made as small as it gets. */
export interface FuzzFinding {
  readonly target: string;
  readonly input: string;
  readonly error: string;
  /** With these it comes again: `npm run fuzz -- --target T --seed S`. */
  readonly seed: number;
}

/** What came of one target. */
export interface TargetReport {
  readonly target: string;
  readonly executions: number;
  readonly milliseconds: number;
  readonly findings: readonly FuzzFinding[];
}

/** Runs of a target's first batch; later ones are as many as take about a second and a half, so that no target starves the others. */
const FIRST_BATCH = 100;
const BATCH_MILLISECONDS = 1_500;
const LARGEST_BATCH = 20_000;
/** Milliseconds after which an answer to so small an input came too late. */
const TOO_LONG = 20_000;

/**
 * Feeds one target with as many inputs as asked for. The same seed gives the same inputs. What it finds is made small, and
 * one finding of a kind is enough: errors are told apart by their first line.
 */
export async function fuzzTarget(target: Target, seed: number, runs: number): Promise<TargetReport> {
  const begun = performance.now();
  let executions = 0;
  const details = await fc.check(
    fc.asyncProperty(target.inputs, async (input) => {
      executions += 1;
      const before = performance.now();
      await target.check(input);
      if (performance.now() - before > TOO_LONG) throw new Error('it took longer than 20 seconds');
    }),
    { seed, numRuns: runs },
  );
  const [input] = details.counterexample ?? [];
  const finding = input === undefined ? [] : [{ target: target.name, input, error: told(details.errorInstance), seed }];
  return { target: target.name, executions, milliseconds: performance.now() - begun, findings: finding };
}

function told(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/**
 * Feeds all targets in turn until the time is over, with a new seed each round. Gives each report as it comes.
 *
 * @param until Whether to go on, asked before every batch.
 */
export async function* fuzzWhile(
  targets: readonly Target[],
  firstSeed: number,
  goOn: () => boolean,
): AsyncGenerator<TargetReport> {
  const batches = new Map<Target, number>();
  for (let round = 0; ; round += 1) {
    for (const target of targets) {
      if (!goOn()) return;
      const batch = batches.get(target) ?? FIRST_BATCH;
      const report = await fuzzTarget(target, (firstSeed + round) | 0, batch);
      if (report.findings.length === 0) batches.set(target, nextBatch(report));
      yield report;
    }
  }
}

function nextBatch({ executions, milliseconds }: TargetReport): number {
  const fitting = Math.round((executions / Math.max(milliseconds, 1)) * BATCH_MILLISECONDS);
  return Math.min(Math.max(fitting, FIRST_BATCH), LARGEST_BATCH);
}

/** Puts the reports of many batches together: one for each target, its findings told apart by their error. */
export function together(reports: readonly TargetReport[]): TargetReport[] {
  const byTarget = Map.groupBy(reports, ({ target }) => target);
  return [...byTarget].map(([target, all]) => {
    const findings = new Map(all.flatMap((one) => one.findings).map((one) => [kindOf(one), one]));
    return {
      target,
      executions: all.reduce((sum, { executions }) => sum + executions, 0),
      milliseconds: all.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      findings: [...findings.values()],
    };
  });
}

function kindOf({ error }: FuzzFinding): string {
  return error.split('\n')[0]?.replace(/\d+/g, 'N').slice(0, 120) ?? '';
}

/** The name under which a finding is kept: the same input of the same target is one file. */
export function fixtureName({ target, input }: Pick<FuzzFinding, 'target' | 'input'>): string {
  return `${target}-${sha256(JSON.stringify(input)).slice(0, 8)}.json`;
}
