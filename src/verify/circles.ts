/**
 * Finds a circle in a graph, or null. Each node is visited once; the circle begins with the node that closes it.
 *
 * @example findCircle(['a', 'b'], (node) => (node === 'a' ? ['b'] : ['a'])) → ['a', 'b', 'a']
 */
export function findCircle(nodes: readonly string[], next: (node: string) => readonly string[]): string[] | null {
  const done = new Set<string>();
  for (const root of nodes) {
    const path: string[] = [];
    const onPath = new Set<string>();
    // Each entry is a node to enter, or null to leave the one entered last.
    const stack: (string | null)[] = [root];
    while (stack.length > 0) {
      const node = stack.pop() ?? null;
      if (node === null) {
        const left = path.pop();
        if (left !== undefined) {
          onPath.delete(left);
          done.add(left);
        }
        continue;
      }
      if (onPath.has(node)) return [...path.slice(path.indexOf(node)), node];
      if (done.has(node)) continue;
      path.push(node);
      onPath.add(node);
      stack.push(null, ...next(node));
    }
  }
  return null;
}
