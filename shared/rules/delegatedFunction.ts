import type { RelationOf } from "../model/relation.ts";
import { wordInSentence } from "../model/words.ts";

/** What is delegated, within a sentence: "NHS commissioning", or "a function" where it is not said. */
export function delegatedFunction(delegation: RelationOf<"delegates">): string {
  const { function: delegated } = delegation;
  return delegated === undefined || delegated === "other" ? "a function" : wordInSentence(delegated);
}
