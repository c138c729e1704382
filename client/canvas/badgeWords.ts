import type { BadgeCount, Badges } from "../../shared/drawing/findingBadges.ts";
import { severityWord } from "../findings/findingWords.ts";

/** What badges say: "2 findings, must fix, and 1 finding, worth a look". */
export function badgeWords(badges: Badges): string {
  return badges.map(oneBadge).join(", and ");
}

function oneBadge({ kind, count }: BadgeCount): string {
  const what = kind === "accepted" ? "looked at and accepted" : severityWord(kind).toLowerCase();
  return `${count === 1 ? "1 finding" : `${count} findings`}, ${what}`;
}
