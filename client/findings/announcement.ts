/** The keys of the findings at one moment: those that stand, and those that the room has accepted. */
export interface StandingKeys {
  readonly open: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
}

/** What to say aloud when findings have come, gone or been accepted between two moments; undefined where the same ones stand. */
export function announceChange(before: StandingKeys, after: StandingKeys): string | undefined {
  const left = [...before.open].filter((key) => !after.open.has(key));
  const accepted = left.filter((key) => after.accepted.has(key)).length;
  const gone = left.length - accepted;
  const added = [...after.open].filter((key) => !before.open.has(key)).length;
  const changes = [
    { count: accepted, say: (noun: string) => `${noun} accepted` },
    { count: gone, say: (noun: string) => `${noun} gone` },
    { count: added, say: (noun: string) => `new ${noun}` },
  ].filter(({ count }) => count > 0);
  if (changes.length === 0) return undefined;
  const said = changes.map(({ count, say }, index) => {
    const noun = index > 0 ? "" : count === 1 ? "finding" : "findings";
    return `${count} ${say(noun).trim()}`;
  });
  return [...said, leftWords(after.open.size, added > 0)].join(", ");
}

function leftWords(count: number, hasNew: boolean): string {
  if (count === 0) return "none left";
  return `${count} ${hasNew ? "in all" : "left"}`;
}
