import type { SignInDemand } from "../../../shared/protocol/signIn.ts";

/** Who may use a link. */
export interface DemandChoice {
  readonly value: SignInDemand;
  readonly label: string;
}

/** What a link may demand. @param organisation that the map belongs to; undefined where it belongs to none: then it cannot be only for its people. */
export function demandChoices(organisation: string | undefined): readonly DemandChoice[] {
  return [
    { value: "none", label: "Anybody who has it" },
    { value: "anyone", label: "Whoever is signed in" },
    ...(organisation === undefined
      ? []
      : [{ value: "organisation", label: `Only people of ${organisation}` } as const]),
  ];
}

/** What a demand means for whoever opens the link. */
export function demandMeaning(demand: SignInDemand, organisation: string | undefined): string {
  switch (demand) {
    case "none":
      return "Nobody has to sign in: people say themselves who they are.";
    case "anyone":
      return "People sign in before they see the map, and are shown by the name that the directory gives them.";
    case "organisation":
      return `People sign in before they see the map, and it opens only for those who are of ${organisation ?? "the map’s organisation"} by the directory.`;
  }
}

/** The same in the list of links; undefined for a link that demands nothing. */
export function demandWords(demand: SignInDemand, organisation: string | undefined): string | undefined {
  if (demand === "none") return undefined;
  return demand === "anyone"
    ? "Only signed in"
    : `Only people of ${organisation ?? "the map’s organisation"}, signed in`;
}
