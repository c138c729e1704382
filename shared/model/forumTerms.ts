export const FORUM_KINDS = [
  "joint-committee",
  "committees-in-common",
  "alliance-board",
  "partnership-board",
  "programme-board",
  "advisory-board",
  "operational-board",
  "health-and-wellbeing-board",
  "citizens-board",
  "working-group",
] as const;
export type ForumKind = (typeof FORUM_KINDS)[number];

export const DECISION_RULES = ["unanimous", "majority", "weighted", "consensus"] as const;

export const PLACE_KINDS = ["footprint", "locality", "neighbourhood"] as const;
