/**
 * Groups the nodes of a directed graph that reach one another (Tarjan). Without recursion, so that a chain of any length
 * does not run out of stack.
 * @returns the groups, each after all groups that it leads to.
 */
export function stronglyConnected<T>(
  nodes: Iterable<T>,
  successors: (node: T) => readonly T[],
): readonly (readonly T[])[] {
  const found = new Map<T, { index: number; low: number; open: boolean }>();
  const groups: T[][] = [];
  const open: T[] = [];
  const visit = (node: T) => {
    const mark = { index: found.size, low: found.size, open: true };
    found.set(node, mark);
    open.push(node);
    return { node, mark, rest: [...successors(node)] };
  };
  for (const start of nodes) {
    if (found.has(start)) continue;
    const path = [visit(start)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const next = step.rest.pop();
      if (next === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above) above.mark.low = Math.min(above.mark.low, step.mark.low);
        if (step.mark.low === step.mark.index) groups.push(close(open, step.node, found));
        continue;
      }
      const seen = found.get(next);
      if (!seen) path.push(visit(next));
      else if (seen.open) step.mark.low = Math.min(step.mark.low, seen.index);
    }
  }
  return groups;
}

function close<T>(open: T[], root: T, found: ReadonlyMap<T, { open: boolean }>): T[] {
  const group = open.splice(open.lastIndexOf(root));
  for (const node of group) {
    const mark = found.get(node);
    if (mark) mark.open = false;
  }
  return group;
}
