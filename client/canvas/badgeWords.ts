import type { BadgeCount } from "../../shared/drawing/findingBadges.ts";
import { severityWord } from "../findings/findingWords.ts";

/** What a badge says: "2 findings, must fix". */
export function badgeWords({ severity, count }: BadgeCount): string {
  return `${count === 1 ? "1 finding" : `${count} findings`}, ${severityWord(severity).toLowerCase()}`;
}
