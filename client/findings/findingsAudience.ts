import type { Settings } from "../../shared/model/systemMap.ts";
import type { Role } from "../../shared/protocol/roles.ts";

/** Whether the facilitator (the owner of the map) keeps the findings from people with this role. */
export function findingsAreForFacilitatorsOnly(settings: Settings | undefined, role: Role): boolean {
  return settings?.findingsShownTo === "facilitators" && role !== "owner";
}
