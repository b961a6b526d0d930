import { z } from 'zod';
import { Stance } from '../model/position.ts';
import { Sha256 } from '../model/primitives.ts';
import { type AddWeights, weightsByKind } from './feature-table.ts';
import { LABELS } from './sequence.ts';
import json from './weights.json' with { type: 'json' };

/** The trained numbers of `weights.json`, as `scripts/train.ts` writes them. */
export const Weights = z.strictObject({
  /** What the numbers were learnt from: figures on these documents count only when their thread was left out. */
  data: z.strictObject({
    positions: z.int().min(0),
    documents: z.array(z.strictObject({ name: z.string().min(1), sha256: Sha256 })),
  }),
  /** Feature → scores of the labels outside, begin, inside. */
  sequence: z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])),
  stances: z.array(Stance),
  /** Feature → scores of the stances, in that order. */
  stance: z.record(z.string(), z.array(z.number())),
});
export type Weights = z.infer<typeof Weights>;

/** The weights in the form in which they are used: a feature nobody trained is simply not there. */
export interface Model {
  readonly sequence: ReadonlyMap<string, readonly [number, number, number]>;
  readonly stances: readonly Stance[];
  readonly stance: ReadonlyMap<string, readonly number[]>;
  /** The same two tables, prepared for summing. */
  readonly addSequence: AddWeights;
  readonly addStance: AddWeights;
}

/** Brings weights into the form in which they are used. Throws a ZodError where they have another shape. */
export function modelOf({ sequence, stances, stance }: Weights): Model {
  const [labels, classes] = [new Map(Object.entries(sequence)), new Map(Object.entries(stance))];
  return {
    sequence: labels,
    stances,
    stance: classes,
    addSequence: weightsByKind(labels, LABELS),
    addStance: weightsByKind(classes, stances.length),
  };
}

const SHIPPED = Weights.parse(json);

/** The model the project ships. */
export const MODEL: Model = modelOf(SHIPPED);

/** What the shipped model was learnt from. */
export const TAUGHT: Weights['data'] = SHIPPED.data;

/** Writes weights as JSON, one feature a line, so that a new training shows as a readable difference. */
export function formatWeights({ data, sequence, stances, stance }: Weights): string {
  const row = (values: readonly (string | number)[]): string =>
    `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  const table = (weights: Readonly<Record<string, readonly number[]>>): string =>
    `{\n${Object.entries(weights)
      .map(([name, numbers]) => `    ${JSON.stringify(name)}: ${row(numbers)}`)
      .join(',\n')}\n  }`;
  const fields = [
    ['data', JSON.stringify(data, null, 2).replaceAll('\n', '\n  ')],
    ['sequence', table(sequence)],
    ['stances', row(stances)],
    ['stance', table(stance)],
  ];
  return `{\n${fields.map(([name, value]) => `  "${name}": ${value}`).join(',\n')}\n}\n`;
}
