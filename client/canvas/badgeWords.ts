import type { BadgeCount } from "../../shared/drawing/findingBadges.ts";

/** What a badge says: "2 findings, must fix". */
export function badgeWords({ severity, count }: BadgeCount): string {
  const severityWords = { error: "must fix", warning: "should fix", info: "worth a look" };
  return `${count === 1 ? "1 finding" : `${count} findings`}, ${severityWords[severity]}`;
}
