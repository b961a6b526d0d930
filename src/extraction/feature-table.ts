/** Takes one feature: its kind and, where it has one, its value. */
export type AddFeature = (kind: string, value?: string | number) => void;

/** Gives the features of something, one after the other; the same one may come twice and counts once. */
export type Features = (add: AddFeature) => void;

/** The names of features, as weights are learnt and written down by. */
export function featureNames(features: Features): string[] {
  const names = new Set<string>();
  features((kind, value) => names.add(value === undefined ? kind : `${kind}:${value}`));
  return [...names];
}

/** Sums the weights of features, each counted once, in the order in which they come, upon what `sums` holds. */
export type AddWeights = (features: Features, sums: number[]) => void;

/**
 * Prepares weights for summing: looked up by kind and then by value, so that no name is put together for each sentence. A
 * feature that the weights do not know counts nothing.
 */
export function weightsByKind(weights: Iterable<readonly [name: string, weights: readonly number[]]>): AddWeights {
  const kinds = new Map<string, Map<string, Row>>();
  for (const [name, numbers] of weights) {
    const colon = name.indexOf(':');
    const kind = colon === -1 ? name : name.slice(0, colon);
    const values = kinds.get(kind) ?? new Map<string, Row>();
    values.set(colon === -1 ? '' : name.slice(colon + 1), { numbers, counted: 0 });
    kinds.set(kind, values);
  }
  let round = 0;
  let into: number[] = [];
  // Most features come in rows of one kind: a sentence's words.
  let lastKind = '';
  let values: ReadonlyMap<string, Row> | undefined;
  const add: AddFeature = (kind, value = '') => {
    if (kind !== lastKind) values = kinds.get(kind);
    lastKind = kind;
    const row = values?.get(typeof value === 'number' ? `${value}` : value);
    if (row === undefined || row.counted === round) return;
    row.counted = round;
    const { numbers } = row;
    for (let each = 0; each < numbers.length; each++) into[each] = (into[each] ?? 0) + (numbers[each] ?? 0);
  };
  return (features, sums) => {
    round++;
    into = sums;
    features(add);
  };
}

interface Row {
  readonly numbers: readonly number[];
  /** The last round in which it was counted. */
  counted: number;
}
