import type { Snapshot } from "../document/snapshot.ts";
import type { Decision } from "../model/systemMap.ts";
import { checkMap } from "./checkMap.ts";
import { decisionsOn } from "./decisionsOn.ts";

/** The decisions on findings that stand again, because the facts that were accepted have changed since. */
export function returnedDecisions(snapshot: Snapshot): readonly Decision[] {
  const { decisions = [] } = snapshot.map;
  if (decisions.length === 0) return [];
  const about = decisionsOn(decisions);
  const standing = checkMap(snapshot).filter(({ accepted }) => !accepted);
  const returned = new Set(standing.flatMap((finding) => about(finding)));
  return decisions.filter((decision) => returned.has(decision));
}
