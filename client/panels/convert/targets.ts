import { CONTRACT_KINDS } from "../../../shared/model/contractTerms.ts";
import { ELEMENT_TYPES } from "../../../shared/model/element.ts";
import { FORUM_KINDS } from "../../../shared/model/forumTerms.ts";
import { FUND_KINDS } from "../../../shared/model/fundTerms.ts";
import { COMMISSIONER_KINDS, OTHER_KINDS, PROVIDER_KINDS } from "../../../shared/model/organisationKind.ts";
import { elementTypeWord, wordFor } from "../../../shared/model/words.ts";
import type { ConversionTarget } from "../../actions/conversion.ts";
import type { ChoiceGroup } from "../inspector/ChoiceFieldEditor.tsx";

/** Everything that an element can become, in the groups of the palette; see {@link targetOf} for the values. */
export const TARGET_GROUPS: readonly ChoiceGroup[] = [
  group("Commissioners", "organisation", COMMISSIONER_KINDS),
  group("Providers and vehicles", "organisation", PROVIDER_KINDS),
  group("Other bodies", "organisation", OTHER_KINDS),
  group("Contracts", "contract", CONTRACT_KINDS),
  group("Funds", "fund", FUND_KINDS),
  group("Boards and committees", "forum", FORUM_KINDS),
  {
    title: "Place and note",
    choices: (["place", "note"] as const).map((type) => ({ value: type, label: elementTypeWord(type) })),
  },
];

/** Reads `type/kind`, or a type alone; undefined where there is no such type. */
export function targetOf(value: string | undefined): ConversionTarget | undefined {
  const [typeName, kind] = (value ?? "").split("/");
  const type = ELEMENT_TYPES.find((each) => each === typeName);
  return type === undefined ? undefined : { type, kind };
}

function group(title: string, type: string, kinds: readonly string[]): ChoiceGroup {
  return {
    title,
    choices: kinds.map((kind) => ({ value: `${type}/${kind}`, label: wordFor(kind, "kind") })),
  };
}
