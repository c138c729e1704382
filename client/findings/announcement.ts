/**
 * What to say aloud when findings have come or gone between two moments, or undefined where the same ones stand.
 * Both sides are keys of findings that stand (accepted ones left out).
 */
export function announceChange(before: ReadonlySet<string>, after: ReadonlySet<string>): string | undefined {
  const gone = [...before].filter((key) => !after.has(key)).length;
  const added = [...after].filter((key) => !before.has(key)).length;
  if (gone === 0 && added === 0) return undefined;
  const left = after.size === 0 ? "none left" : `${after.size} ${added === 0 ? "left" : "in all"}`;
  const changes = [
    ...(gone > 0 ? [`${findings(gone)} gone`] : []),
    ...(added > 0
      ? [gone > 0 ? `${added} new` : `${added} new ${added === 1 ? "finding" : "findings"}`]
      : []),
  ];
  return `${changes.join(", ")}, ${left}`;
}

function findings(count: number): string {
  return `${count} ${count === 1 ? "finding" : "findings"}`;
}
