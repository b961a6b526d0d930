/** A possible pair of a found and a marked position. */
export interface Edge {
  readonly found: number;
  readonly gold: number;
  readonly weight: number;
}

/**
 * Pairs found with marked positions one to one so that the weights sum up highest (the assignment problem, solved by the
 * Hungarian method in O(n³) for each group of pairs that hang together; spans overlap few others, so groups are small).
 *
 * @example matchPairs([{ found: 0, gold: 0, weight: 0.6 }, { found: 0, gold: 1, weight: 0.9 }]) → [{ found: 0, gold: 1, weight: 0.9 }]
 */
export function matchPairs(edges: readonly Edge[]): Edge[] {
  return groupsOf(edges).flatMap(matchGroup);
}

/** Cuts the edges into groups that share neither a found nor a marked position. */
function groupsOf(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let at = node;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const { found, gold } of edges) {
    const a = root(`f${found}`);
    const b = root(`g${gold}`);
    parent.set(a, b);
    if (!parent.has(b)) parent.set(b, b);
  }
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = root(`f${edge.found}`);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [edge]);
    else group.push(edge);
  }
  return [...groups.values()];
}

function matchGroup(edges: readonly Edge[]): Edge[] {
  if (edges.length === 1) return [...edges];
  const rows = [...new Set(edges.map((edge) => edge.found))];
  const columns = [...new Set(edges.map((edge) => edge.gold))];
  const size = Math.max(rows.length, columns.length);
  const cost = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const edge of edges) {
    const row = cost[rows.indexOf(edge.found)];
    if (row !== undefined) row[columns.indexOf(edge.gold)] = -edge.weight;
  }
  const assigned = assign(cost);
  return edges.filter((edge) => assigned[rows.indexOf(edge.found)] === columns.indexOf(edge.gold));
}

/** The Hungarian method with potentials: for each row of a square matrix the column that makes the sum of costs least. */
export function assign(cost: readonly (readonly number[])[]): number[] {
  const size = cost.length;
  const u = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  const way = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(size + 1);
    do {
      used[column] = 1;
      const here = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let each = 1; each <= size; each++) {
        if (used[each]) continue;
        const reduced = (cost[here - 1]?.[each - 1] ?? 0) - (u[here] ?? 0) - (v[each] ?? 0);
        if (reduced < (least[each] ?? 0)) {
          least[each] = reduced;
          way[each] = column;
        }
        if ((least[each] ?? 0) < delta) {
          delta = least[each] ?? 0;
          next = each;
        }
      }
      for (let each = 0; each <= size; each++) {
        if (used[each]) {
          u[rowOf[each] ?? 0] = (u[rowOf[each] ?? 0] ?? 0) + delta;
          v[each] = (v[each] ?? 0) - delta;
        } else {
          least[each] = (least[each] ?? 0) - delta;
        }
      }
      column = next;
    } while (rowOf[column] !== 0);
    do {
      const from = way[column] ?? 0;
      rowOf[column] = rowOf[from] ?? 0;
      column = from;
    } while (column !== 0);
  }
  const columnOf = Array.from({ length: size }, () => -1);
  for (let column = 1; column <= size; column++) columnOf[(rowOf[column] ?? 0) - 1] = column - 1;
  return columnOf;
}
