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
export type AddWeights = (features: Features, sums: Float64Array) => void;

/**
 * Prepares weights for summing, as many for each feature as `width` says: looked up by kind and then by value, so that no name
 * is put together for each sentence. A feature that the weights do not know counts nothing.
 */
export function weightsByKind(weights: ReadonlyMap<string, readonly number[]>, width: number): AddWeights {
  /** Kind → value → row of the weights; a value in digits stands there as a number as well. */
  const kinds = new Map<string, Map<string | number, number>>();
  const rows = Float64Array.from([...weights.values()].flat());
  /** Row → the last round in which it was counted. */
  const counted = new Float64Array(weights.size);
  for (const [row, name] of [...weights.keys()].entries()) {
    const colon = name.indexOf(':');
    const kind = colon === -1 ? name : name.slice(0, colon);
    const value = colon === -1 ? '' : name.slice(colon + 1);
    const values = kinds.get(kind) ?? new Map<string | number, number>();
    values.set(value, row);
    if (`${Number(value)}` === value) values.set(Number(value), row);
    kinds.set(kind, values);
  }
  let round = 0;
  let into: Float64Array = new Float64Array(width);
  // Most features come in rows of one kind: a sentence's words.
  let lastKind = '';
  let values: ReadonlyMap<string | number, number> | undefined;
  const add: AddFeature = (kind, value = '') => {
    if (kind !== lastKind) values = kinds.get(kind);
    lastKind = kind;
    const row = values?.get(value);
    if (row === undefined || counted[row] === round) return;
    counted[row] = round;
    for (let each = 0; each < width; each++) into[each] = (into[each] ?? 0) + (rows[row * width + each] ?? 0);
  };
  return (features, sums) => {
    round++;
    into = sums;
    features(add);
  };
}
